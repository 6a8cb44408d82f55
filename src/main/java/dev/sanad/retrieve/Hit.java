package dev.sanad.retrieve;

import dev.sanad.article.Passage;

/** @param score logarithm of odds that the passage answers, up to a constant that differs from question to question */
public record Hit(Passage passage, double score) {}
