package dev.sanad.eval;

import dev.sanad.ingest.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Puts queries to a ranker, and to an answerer if there is one. For one run. */
public final class Evaluation {
    static final int DEPTH = 20;
    private static final double NANOS = 1_000_000;
    private final Ranker ranker;
    private final @Nullable Asker asker;
    private final int threads;
    private final Progress progress;
    private final List<Future<Outcome>> futures = new ArrayList<>();
    private boolean stopped;

    /** @param asker null: rankings only */
    public Evaluation(Ranker ranker, @Nullable Asker asker, int threads, Progress progress) {
        this.ranker = ranker;
        this.asker = asker;
        this.threads = threads;
        this.progress = progress;
    }

    /** Hears of each outcome, in the order of the queries. */
    public interface Sink {
        void take(Outcome outcome) throws IOException;
    }

    /** @return what was done: all, unless it was stopped */
    public List<Outcome> run(List<Query> queries, Sink sink) throws IOException, InterruptedException {
        var outcomes = new ArrayList<Outcome>();
        try (Progress.Task task = progress.begin(Progress.Kind.ASKING, queries.size());
                ExecutorService pool = Executors.newFixedThreadPool(threads)) {
            try {
                for (Future<Outcome> future : submit(queries, pool)) {
                    Outcome outcome = done(future);
                    if (outcome != null) {
                        sink.take(outcome);
                        outcomes.add(outcome);
                        task.step(1);
                    }
                }
            } finally {
                pool.shutdownNow();
            }
        }
        return outcomes;
    }

    /** Ends the run soon; what was done is kept. From any thread. */
    public synchronized void stop() {
        stopped = true;
        futures.reversed().forEach(future -> future.cancel(true));
    }

    private synchronized List<Future<Outcome>> submit(List<Query> queries, ExecutorService pool) {
        if (!stopped) {
            queries.forEach(query -> futures.add(pool.submit(() -> outcome(query))));
        }
        return List.copyOf(futures);
    }

    /** Null when it was stopped. */
    private static @Nullable Outcome done(Future<Outcome> future) throws InterruptedException {
        try {
            return future.get();
        } catch (CancellationException e) {
            return null;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private Outcome outcome(Query query) throws InterruptedException {
        long began = System.nanoTime();
        Ranking ranking = ranker.rank(query.question(), DEPTH);
        double ranked = (System.nanoTime() - began) / NANOS;
        if (asker == null) {
            return new Outcome(query, ranking, null, ranked);
        }
        Asker.Asked asked = asker.ask(query.question());
        return new Outcome(query, ranking, asked.reply(), asked.took().toNanos() / NANOS);
    }
}
