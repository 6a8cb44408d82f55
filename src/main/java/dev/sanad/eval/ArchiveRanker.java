package dev.sanad.eval;

import dev.sanad.retrieve.Hit;
import dev.sanad.retrieve.QueryPlan;
import dev.sanad.retrieve.QueryPlanner;
import dev.sanad.retrieve.Retrieval;
import dev.sanad.retrieve.Retriever;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Sanad's own ranking: passages are found, and the best one stands for its article. */
public final class ArchiveRanker implements Ranker {
    private static final int PASSAGES = 100;
    private final QueryPlanner planner;
    private final Retriever retriever;
    private final LocalDate today;

    public ArchiveRanker(QueryPlanner planner, Retriever retriever, LocalDate today) {
        this.planner = planner;
        this.retriever = retriever;
        this.today = today;
    }

    @Override
    public Ranking rank(String question, int depth) {
        List<Hit> hits = retrieval(question).hits();
        Map<String, Ranked> best = new LinkedHashMap<>();
        for (Hit hit : hits) {
            String article = hit.passage().id().article().value();
            best.putIfAbsent(article, new Ranked(article, hit.score()));
        }
        return new Ranking(
                best.values().stream().limit(depth).toList(),
                hits.isEmpty() ? null : hits.getFirst().passage().text());
    }

    /** As an answer does: a time that holds nothing gives way to all of time. */
    Retrieval retrieval(String question) {
        QueryPlan plan = planner.plan(question, today);
        Retrieval found = retriever.retrieve(plan, PASSAGES);
        return found.hits().isEmpty() && plan.window() != null
                ? retriever.retrieve(plan.withoutWindow(), PASSAGES)
                : found;
    }
}
