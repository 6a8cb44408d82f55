package dev.sanad.retrieve;

import dev.sanad.llm.Deadline;
import dev.sanad.llm.LlmException;
import dev.sanad.llm.Scorer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the best hits into the order in which a scoring model sees them. Where the model fails or takes too long, the first
 * ranking stands, and the log says so once.
 */
public final class Reranker {
    private static final Logger log = LoggerFactory.getLogger(Reranker.class);
    private final Scorer scorer;
    private final int depth;
    private final Duration patience;
    private final AtomicBoolean failing = new AtomicBoolean();

    /**
     * @param depth how many hits the model sees; those behind them stay where they are
     * @param patience how long a question waits for it
     */
    public Reranker(Scorer scorer, int depth, Duration patience) {
        this.scorer = scorer;
        this.depth = depth;
        this.patience = patience;
    }

    /** The same hits; the scores stay those of the first ranking, handed out anew in the model's order. */
    List<Hit> rerank(String question, List<Hit> hits) {
        int seen = Math.min(depth, hits.size());
        if (seen < 2) {
            return hits;
        }
        List<String> passages = hits.subList(0, seen).stream()
                .map(hit -> hit.passage().head().title() + "\n" + hit.passage().text())
                .toList();
        try {
            double[] scores = scorer.scores(question, passages, Deadline.in(patience));
            if (failing.getAndSet(false)) {
                log.info("{} scores passages again", scorer.name());
            }
            return ordered(hits, scores);
        } catch (LlmException e) {
            if (!failing.getAndSet(true)) {
                log.warn(
                        "{} scores no passages ({}: {}); the first ranking stands",
                        scorer.name(),
                        e.kind(),
                        e.getMessage());
            }
            return hits;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return hits;
        }
    }

    private static List<Hit> ordered(List<Hit> hits, double[] scores) {
        int[] order = IntStream.range(0, scores.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -scores[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        var ordered = new ArrayList<Hit>();
        for (int rank = 0; rank < order.length; rank++) {
            Hit hit = hits.get(order[rank]);
            ordered.add(new Hit(hit.passage(), hits.get(rank).score(), hit.features()));
        }
        ordered.addAll(hits.subList(scores.length, hits.size()));
        return ordered;
    }
}
