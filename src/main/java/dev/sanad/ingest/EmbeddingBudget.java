package dev.sanad.ingest;

import dev.sanad.llm.Deadline;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** How much embedding may be done in one go. Safe for many threads: one embeds, another may stop it. */
public final class EmbeddingBudget {
    private static final Duration FOR_EVER = Duration.ofDays(10_000);
    private final int passages;
    private final Deadline deadline;
    private final AtomicBoolean stopped = new AtomicBoolean();

    /**
     * @param passages when more than these have no vector, none is embedded: whoever waits for an answer waits for no
     *     work that it cannot finish
     * @param time after which what is missing stays missing
     */
    public EmbeddingBudget(int passages, Duration time) {
        this.passages = passages;
        this.deadline = Deadline.in(time);
    }

    /** Everything, however long it takes. */
    public static EmbeddingBudget unlimited() {
        return new EmbeddingBudget(Integer.MAX_VALUE, FOR_EVER);
    }

    /** Embedding ends soon, with what it has. */
    public void stop() {
        stopped.set(true);
    }

    boolean covers(int missing) {
        return missing <= passages;
    }

    boolean spent() {
        return stopped.get() || deadline.passed();
    }

    /** The deadline of one request: the model's patience, or what is left of the time. */
    Deadline within(Duration patience) {
        Duration left = deadline.remaining();
        return Deadline.in(left.compareTo(patience) < 0 ? left : patience);
    }
}
