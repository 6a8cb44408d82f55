package dev.sanad.answer;

/** Writes an answer: a language model does, or the archive's own sentences are quoted. */
public sealed interface Composer permits ExtractiveComposer, LlmComposer {}
