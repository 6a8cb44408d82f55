package dev.sanad.retrieve;

import dev.sanad.article.Passage;
import dev.sanad.article.Sentence;

/** Ranks an archive's passages for a question. Safe for many threads. */
public interface Retriever {
    /** @param limit how many hits at most, 1 or more */
    Retrieval retrieve(QueryPlan plan, int limit);

    /** Where else a quotation of the archive was printed: agency copy runs in many places. */
    Printed printed(Passage passage, Sentence sentence);
}
