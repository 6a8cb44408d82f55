package dev.sanad.llm;

import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;

/**
 * One request to a model over {@link StreamingHttpClient} whose reply is no stream. It runs on a thread of its own, which is
 * interrupted when the caller's time is up: that closes the connection. It is made a second time, and no third, after a
 * failure that a moment may cure, if what the server asks to wait fits into the time.
 */
final class DeadlineCall {
    private DeadlineCall() {}

    static <T> T of(Supplier<T> request, Deadline deadline) throws LlmException, InterruptedException {
        try {
            return once(request, deadline);
        } catch (LlmException e) {
            Duration left = deadline.remaining();
            Duration wait = Backoff.after(e, left);
            if (wait == null || wait.equals(left)) {
                throw e;
            }
            Thread.sleep(wait);
            return once(request, deadline);
        }
    }

    private static <T> T once(Supplier<T> request, Deadline deadline) throws LlmException, InterruptedException {
        var task = new FutureTask<>(request::get);
        Thread thread = Thread.ofVirtual().name("request to a model").start(task);
        try {
            return task.get(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            throw late();
        } catch (ExecutionException e) {
            throw Failures.of(e);
        } finally {
            thread.interrupt();
        }
    }

    static LlmException late() {
        return new LlmException(LlmException.Kind.DEADLINE, "did not answer in time");
    }
}
