package dev.sanad.answer;

import dev.sanad.answer.QuotationChooser.Chosen;
import dev.sanad.answer.SentenceScorer.Candidate;
import dev.sanad.article.ArticleId;
import dev.sanad.article.Published;
import dev.sanad.retrieve.Hit;
import dev.sanad.retrieve.Retrieval;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The newest articles on something: of each the sentence that says most of it, the newest article first. */
final class Digest {
    /** Articles that are shown at most. */
    static final int MOST = 5;

    /** How far below the best, in logarithms of odds, an article only mentions what is asked for. */
    private static final double MENTIONED = 4;

    /** Undated articles stand last. */
    static final Comparator<Hit> NEWEST_FIRST = Comparator.comparing(Digest::time)
            .reversed()
            .thenComparing(hit -> hit.passage().id());

    private Digest() {}

    static List<Chosen> of(Retrieval retrieval, SentenceScorer scorer, SentenceRanking ranking) {
        Map<ArticleId, Hit> articles = new LinkedHashMap<>();
        for (Hit hit : retrieval.hits()) {
            if (retrieval.hits().getFirst().score() - hit.score() <= MENTIONED) {
                articles.putIfAbsent(hit.passage().id().article(), hit);
            }
        }
        var chosen = new ArrayList<Chosen>();
        articles.values().stream().sorted(NEWEST_FIRST).limit(MOST).forEach(hit -> {
            var alone = new Retrieval(retrieval.plan(), List.of(hit), retrieval.words(), retrieval.coverage());
            Chosen best = best(scorer.candidates(alone), ranking);
            if (best != null) {
                chosen.add(best);
            }
        });
        return chosen;
    }

    private static @Nullable Chosen best(List<Candidate> candidates, SentenceRanking ranking) {
        double[] probabilities = ranking.probabilities(candidates, false);
        int best = -1;
        for (int i = 0; i < probabilities.length; i++) {
            if (best < 0 || probabilities[i] > probabilities[best]) {
                best = i;
            }
        }
        return best < 0
                ? null
                : new Chosen(
                        candidates.get(best).passage(), candidates.get(best).sentence(), null);
    }

    private static Instant time(Hit hit) {
        return switch (hit.passage().head().published()) {
            case Published.At(Instant instant) -> instant;
            case Published.On on ->
                on.date().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            case null -> Instant.MIN;
        };
    }
}
