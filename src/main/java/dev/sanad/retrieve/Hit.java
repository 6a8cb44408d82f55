package dev.sanad.retrieve;

import dev.sanad.article.Passage;

/**
 * A passage that was found.
 *
 * @param score logarithm of odds that the passage answers, up to a constant that differs from question to question
 * @param features what the score was made of
 */
public record Hit(Passage passage, double score, Features features) {}
