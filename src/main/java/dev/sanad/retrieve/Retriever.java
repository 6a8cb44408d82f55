package dev.sanad.retrieve;

import dev.sanad.article.Passage;
import dev.sanad.article.Sentence;
import java.util.List;
import java.util.Map;

/** Ranks an archive's passages for a question. Safe for many threads. */
public interface Retriever {
    /** @param limit how many hits at most, 1 or more; a plan that wants the newest may get more, to choose from */
    Retrieval retrieve(QueryPlan plan, int limit);

    /**
     * Words that the archive has in the place of some that it lacks, by these as they were asked; those that it has nothing like
     * are left out, and so is what stands behind the first few.
     */
    Map<String, String> spellings(List<QueryWord> unknown);

    /** Where else a quotation of the archive was printed: agency copy runs in many places. */
    Printed printed(Passage passage, Sentence sentence);
}
