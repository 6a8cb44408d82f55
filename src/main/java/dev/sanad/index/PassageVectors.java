package dev.sanad.index;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The vectors that are known of passages, for an index to hold. */
public interface PassageVectors {
    PassageVectors NONE = new PassageVectors() {
        @Override
        public @Nullable String field() {
            return null;
        }

        @Override
        public Map<String, float[]> find(Collection<String> contents) {
            return Map.of();
        }
    };

    /** The field that holds them, of {@link Fields#vector}; null while there is no model. */
    @Nullable String field();

    /**
     * Those that are known, of unit length, by {@link EmbeddedText#content}.
     *
     * @param contents may name a content more than once
     */
    Map<String, float[]> find(Collection<String> contents);
}
