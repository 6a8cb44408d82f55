package dev.sanad.llm;

import java.net.URI;
import java.util.List;

/**
 * An embedding model that runs in process and can be fetched.
 *
 * @param id also the name of its folder
 * @param purpose what it is good for
 * @param dimension of its vectors
 * @param page where people read about it
 * @param files the folder that its files are fetched from; ends with a slash
 * @param parts in the order in which they are fetched
 * @param queryPrefix what stands before a question that is embedded
 * @param passagePrefix what stands before a passage that is embedded
 */
public record CatalogueModel(
        String id,
        String purpose,
        String languages,
        int dimension,
        String licence,
        String author,
        URI page,
        URI files,
        List<ModelFile> parts,
        String queryPrefix,
        String passagePrefix) {
    public CatalogueModel {
        if (!files.getPath().endsWith("/")) {
            throw new IllegalArgumentException(files + " is no folder");
        }
        parts = List.copyOf(parts);
    }

    /** What fetching it from its hub brings, to the megabyte. */
    public long bytes() {
        return parts.stream().mapToLong(ModelFile::bytes).sum();
    }
}
