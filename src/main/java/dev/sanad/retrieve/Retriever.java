package dev.sanad.retrieve;

/** Ranks an archive's passages for a question. Safe for many threads. */
public interface Retriever {
    /** @param limit how many hits at most, 1 or more */
    Retrieval retrieve(QueryPlan plan, int limit);
}
