package dev.sanad.retrieve;

/**
 * A passage that may answer.
 *
 * @param document of the searched index
 */
record Candidate(int document, Features features) {}
