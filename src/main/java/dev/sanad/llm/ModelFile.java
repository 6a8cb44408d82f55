package dev.sanad.llm;

import java.util.List;

/**
 * A file of a {@link CatalogueModel}.
 *
 * @param name what it is called once it is installed
 * @param sourceNames what it is called where it comes from, the model hub's own name first
 * @param bytes the size of the hub's file, to the megabyte
 * @param knownBeginning of the SHA-256 of the hub's file, in hexadecimal; empty where it is not known
 */
public record ModelFile(String name, List<String> sourceNames, long bytes, String knownBeginning) {
    public ModelFile {
        if (sourceNames.isEmpty()) {
            throw new IllegalArgumentException(name + " is called something where it comes from");
        }
        sourceNames = List.copyOf(sourceNames);
    }

    /** Whether the catalogue knows how this checksum begins. */
    boolean isKnown(String sha256) {
        return !knownBeginning.isEmpty() && sha256.startsWith(knownBeginning);
    }
}
