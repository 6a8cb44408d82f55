package dev.sanad.config;

/** What an endpoint is asked to do. */
public enum Task {
    WRITING,
    EMBEDDING,
    RERANKING
}
