package dev.sanad.retrieve;

import dev.sanad.article.Passage;

/** @param score BM25 summed over the fields; not comparable across questions */
public record Hit(Passage passage, double score) {}
