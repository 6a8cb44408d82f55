package dev.sanad.eval;

import dev.sanad.retrieve.ArchiveSearcher;
import dev.sanad.retrieve.QueryPlan;
import dev.sanad.retrieve.QueryPlanner;
import dev.sanad.retrieve.Retriever;
import java.io.IOException;
import java.time.LocalDate;

/** Planning and ranking as an answer uses them. */
final class OurSearcher implements BenchSearcher {
    private final ArchiveSearcher archive;
    private final QueryPlanner planner;
    private final Retriever retriever;
    private final LocalDate today;

    /** @param archive closed with this */
    OurSearcher(ArchiveSearcher archive, QueryPlanner planner, Retriever retriever, LocalDate today) {
        this.archive = archive;
        this.planner = planner;
        this.retriever = retriever;
        this.today = today;
    }

    @Override
    public int search(String question, int limit) {
        QueryPlan plan = planner.plan(question, today);
        return retriever.retrieve(plan, limit).hits().size();
    }

    @Override
    public void close() throws IOException {
        archive.close();
    }
}
