package dev.sanad.retrieve;

import dev.sanad.llm.Deadline;
import dev.sanad.llm.Embedder;
import dev.sanad.llm.LlmException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Vectors of questions, while the model gives them. When it does not, questions go without, the log says so once, and the
 * model is left in peace for a while.
 */
public final class QuestionVectors {
    private static final Logger log = LoggerFactory.getLogger(QuestionVectors.class);
    private static final Duration PEACE = Duration.ofSeconds(30);
    private final Embedder embedder;
    private final Duration patience;
    private final LongSupplier nanoTime;
    /** Until when it is left in peace, in nanoseconds of the monotonic clock; 0 while all is well. */
    private final AtomicLong failing = new AtomicLong();

    /** @param patience how long a question waits for its vector */
    public QuestionVectors(Embedder embedder, Duration patience) {
        this(embedder, patience, System::nanoTime);
    }

    /** @param nanoTime the monotonic clock */
    QuestionVectors(Embedder embedder, Duration patience, LongSupplier nanoTime) {
        this.embedder = embedder;
        this.patience = patience;
        this.nanoTime = nanoTime;
    }

    /** Names the model, as {@link Embedder#name}. */
    String model() {
        return embedder.name();
    }

    /** Null when the model gives none now. */
    float @Nullable [] of(String question) {
        long until = failing.get();
        if (until != 0 && nanoTime.getAsLong() - until < 0) {
            return null;
        }
        try {
            float[] vector = embedder.query(question, Deadline.in(patience));
            if (failing.getAndSet(0) != 0) {
                log.info("{} gives vectors again", embedder.name());
            }
            return vector;
        } catch (LlmException e) {
            if (failing.getAndSet(nonZero(nanoTime.getAsLong() + PEACE.toNanos())) == 0) {
                log.warn(
                        "{} gives no vectors ({}: {}); questions are answered by their words alone",
                        embedder.name(),
                        e.kind(),
                        e.getMessage());
            }
            return null;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        }
    }

    private static long nonZero(long time) {
        return time == 0 ? 1 : time;
    }
}
