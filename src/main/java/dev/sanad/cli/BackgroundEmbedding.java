package dev.sanad.cli;

import dev.sanad.ingest.ArchiveWriter;
import dev.sanad.ingest.EmbeddingBudget;
import dev.sanad.ingest.EmbeddingOutcome;
import dev.sanad.ingest.Progress;
import dev.sanad.llm.Embedder;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/** Computes vectors on a thread of its own while readers are answered; ends when it is done or stopped. */
final class BackgroundEmbedding {
    private static final Logger log = LoggerFactory.getLogger(BackgroundEmbedding.class);
    private final EmbeddingBudget budget = EmbeddingBudget.unlimited();
    private final AtomicReference<String> lastProblem;
    private final Thread thread;

    /**
     * Starts; the writer's archive is written by nobody else until {@link #stop} returns.
     *
     * @param lastProblem what went wrong when it was last tried, so that the log says it once; empty for nothing
     */
    BackgroundEmbedding(ArchiveWriter writer, Embedder embedder, AtomicReference<String> lastProblem) {
        this.lastProblem = lastProblem;
        this.thread = Thread.ofPlatform().name("embedding").start(() -> run(writer, embedder));
    }

    private void run(ArchiveWriter writer, Embedder embedder) {
        try {
            EmbeddingOutcome outcome = writer.embed(embedder, budget, Progress.SILENT);
            if (outcome instanceof EmbeddingOutcome.Complete(int passages, int computed)) {
                // the bot looks again and again whether any is missing
                log.atLevel(computed > 0 ? Level.INFO : Level.DEBUG)
                        .log("all {} passages have vectors; {} were computed", passages, computed);
                lastProblem.set("");
            } else {
                String problem = Embedding.problem(outcome);
                boolean again = problem.equals(lastProblem.getAndSet(problem));
                log.atLevel(again ? Level.DEBUG : Level.WARN).log("{}", problem);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | RuntimeException e) {
            log.error("vectors could not be computed; questions are answered by words alone", e);
        }
    }

    /** Returns when nothing is written any more; what was computed is kept. */
    void stop() throws InterruptedException {
        budget.stop();
        thread.join();
    }
}
