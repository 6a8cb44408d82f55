package dev.sanad.ingest;

import dev.sanad.index.Fields;
import dev.sanad.index.PassageVectors;
import dev.sanad.store.VectorModel;
import dev.sanad.store.VectorStore;
import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The vectors that an archive's database knows, by the model that is the archive's at the moment. */
final class StoredVectors implements PassageVectors {
    private final VectorStore store;

    StoredVectors(VectorStore store) {
        this.store = store;
    }

    @Override
    public @Nullable String field() {
        VectorModel model = store.model();
        return model == null ? null : Fields.vector(model.name(), model.dimension());
    }

    @Override
    public Map<String, float[]> find(Collection<String> contents) {
        return store.find(contents);
    }
}
