package dev.sanad.eval;

/**
 * An article at its place in a ranking.
 *
 * @param score of its best passage; not comparable across queries
 */
public record Ranked(String article, double score) {}
