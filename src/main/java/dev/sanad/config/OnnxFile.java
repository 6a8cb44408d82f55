package dev.sanad.config;

import java.nio.file.Path;

/**
 * A model that runs in process.
 *
 * @param name what to call it
 * @param tokenizer the {@code tokenizer.json} that belongs to it
 */
public record OnnxFile(String name, Path model, Path tokenizer) {}
