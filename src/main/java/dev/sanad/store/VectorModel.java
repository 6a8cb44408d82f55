package dev.sanad.store;

/**
 * What made an archive's vectors. Vectors of two models are never compared.
 *
 * @param name as the embedder calls itself
 * @param dimension numbers in a vector
 */
public record VectorModel(String name, int dimension) {
    public VectorModel {
        if (name.isBlank()) {
            throw new IllegalArgumentException("an embedding model has a name");
        }
        if (dimension < 1) {
            throw new IllegalArgumentException("a vector has at least one number, not " + dimension);
        }
    }
}
