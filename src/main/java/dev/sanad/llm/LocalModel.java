package dev.sanad.llm;

import java.nio.file.Path;

/**
 * An embedding model that lies in an archive.
 *
 * @param id such as {@code multilingual-e5-small}
 * @param queryPrefix what it wants before a question, perhaps nothing
 * @param passagePrefix what it wants before a passage
 * @param fingerprint eight hexadecimal digits that tell its files from others
 */
public record LocalModel(
        String id, Path model, Path tokenizer, String queryPrefix, String passagePrefix, String fingerprint) {}
