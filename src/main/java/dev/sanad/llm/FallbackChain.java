package dev.sanad.llm;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Endpoints that stand in for one another, tried in order under one deadline.
 *
 * <p>An endpoint is asked a second time, and no third, after a failure that a moment may cure: half a second after
 * {@code SERVER}, {@code UNREACHABLE} and {@code CUT}, and after {@code RATE_LIMITED} when the server asks to wait no
 * longer than a second, or, at the last endpoint, than five. A wait that does not fit into the deadline is not begun.
 */
public final class FallbackChain {
    private static final Logger log = LoggerFactory.getLogger(FallbackChain.class);
    private static final Duration SHORT_WAIT = Duration.ofSeconds(1);
    private static final Duration LAST_WAIT = Duration.ofSeconds(5);

    private final List<Llm> llms;
    private final Duration total;
    private final Pause pause;

    /** The whole work with one model. */
    @FunctionalInterface
    public interface Attempt<T> {
        T with(Llm llm, Deadline deadline) throws LlmException, InterruptedException;
    }

    /** How time is let pass. */
    @FunctionalInterface
    interface Pause {
        void of(Duration duration) throws InterruptedException;
    }

    /**
     * @param llms at least one
     * @param total for all of them together
     */
    public FallbackChain(List<Llm> llms, Duration total) {
        this(llms, total, Thread::sleep);
    }

    FallbackChain(List<Llm> llms, Duration total, Pause pause) {
        if (llms.isEmpty()) {
            throw new IllegalArgumentException("a chain has at least one endpoint");
        }
        this.llms = List.copyOf(llms);
        this.total = total;
        this.pause = pause;
    }

    /**
     * Gives the first attempt that succeeds.
     *
     * @param mayRetry asked after each failure: whether nothing has been shown yet, so that another may begin anew
     * @throws ChainFailure with every failure, when none succeeds, the time is up, or {@code mayRetry} says no
     */
    public <T> T run(Attempt<T> attempt, BooleanSupplier mayRetry) throws ChainFailure, InterruptedException {
        Deadline deadline = Deadline.in(total);
        var failures = new ArrayList<ChainFailure.Failure>();
        for (int next = 0; next < llms.size(); next++) {
            Llm llm = llms.get(next);
            boolean last = next == llms.size() - 1;
            boolean again = true;
            for (int tried = 1; again; tried++) {
                try {
                    return attempt.with(llm, deadline);
                } catch (LlmException e) {
                    failures.add(new ChainFailure.Failure(llm.name(), e));
                    if (e.kind() == LlmException.Kind.DEADLINE || deadline.passed() || !mayRetry.getAsBoolean()) {
                        log.warn("{} failed: {}: {}", llm.name(), e.kind(), e.getMessage());
                        throw new ChainFailure(failures);
                    }
                    again = tried == 1 && waited(e, last, deadline);
                    if (again) {
                        log.debug("{} failed and is asked again: {}: {}", llm.name(), e.kind(), e.getMessage());
                    } else {
                        log.warn("{} failed: {}: {}", llm.name(), e.kind(), e.getMessage());
                    }
                }
            }
        }
        throw new ChainFailure(failures);
    }

    /** Waits until the endpoint may be asked again; false when it is not worth it. */
    private boolean waited(LlmException failure, boolean last, Deadline deadline) throws InterruptedException {
        Duration wait = Backoff.after(failure, last ? LAST_WAIT : SHORT_WAIT);
        if (wait == null || wait.compareTo(deadline.remaining()) >= 0) {
            return false;
        }
        pause.of(wait);
        return true;
    }
}
