package dev.sanad.eval;

import dev.sanad.answer.ConfidenceFeatures;
import dev.sanad.answer.SentenceFeatures;
import dev.sanad.retrieve.Features;
import java.util.List;

/** The models whose weights are fitted to data. */
public enum Fitted {
    /** Which passage answers. */
    RANKING("features.jsonl"),
    /** Which sentence of the passages does. */
    SENTENCES("sentences.jsonl"),
    /** Whether any does. */
    CONFIDENCE("confidence.jsonl");

    private final String file;

    Fitted(String file) {
        this.file = file;
    }

    /** What {@link FeatureLines} writes for it. */
    String file() {
        return file;
    }

    /** Those of the features. */
    public List<String> names() {
        return switch (this) {
            case RANKING -> Features.names();
            case SENTENCES -> SentenceFeatures.names();
            case CONFIDENCE -> ConfidenceFeatures.names();
        };
    }
}
