package dev.sanad.telegram.wire;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Virtual threads, at most one a chat, each at work until its chat has nothing left.
 *
 * @param <K> names a chat, or what else waits for itself alone; its text is logged
 */
public final class ChatWorkers<K> {
    private static final Logger log = LoggerFactory.getLogger(ChatWorkers.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(5);
    private final String name;
    private final Work<K> work;
    private final ExecutorService threads;
    /** The chats at work; true: woken once more since the worker last looked. */
    private final Map<K, Boolean> awake = new ConcurrentHashMap<>();

    private final CountDownLatch closing = new CountDownLatch(1);

    /** One step for a chat. */
    public interface Work<K> {
        /** False when the chat has nothing left to do. */
        boolean step(K chat) throws InterruptedException;
    }

    public ChatWorkers(String name, Work<K> work) {
        this.name = name;
        this.work = work;
        this.threads = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(name + "-", 0).factory());
    }

    /** There is something to do for the chat. */
    public void wake(K chat) {
        if (awake.put(chat, true) != null) {
            return;
        }
        try {
            threads.execute(() -> run(chat));
        } catch (RejectedExecutionException closed) {
            log.debug("{}: chat {} waits for the next start", name, chat, closed);
        }
    }

    /** Waits, but no longer than until the workers are being closed; false then. */
    public boolean pause(Duration time) throws InterruptedException {
        return !closing.await(time.toNanos(), TimeUnit.NANOSECONDS);
    }

    /** Lets the steps in hand end, and interrupts them when the time is over. */
    public void close(Duration patience) throws InterruptedException {
        closing.countDown();
        threads.shutdown();
        if (!threads.awaitTermination(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            threads.shutdownNow();
        }
    }

    private void run(K chat) {
        try {
            do {
                awake.put(chat, false);
                while (step(chat)) {
                    // until nothing is left
                }
            } while (!awake.remove(chat, false));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            log.debug("{}: chat {} was interrupted", name, chat, e);
        }
    }

    /**
     * What fails here is the disk, the database or a fault of ours; what was to be done still stands there. Errors too:
     * a worker that vanished would leave its chat at work for ever.
     */
    private boolean step(K chat) throws InterruptedException {
        try {
            return work.step(chat);
        } catch (RuntimeException | Error e) {
            log.error("{}: chat {} is stuck and will be tried again: {}", name, chat, Failure.describe(e));
            log.debug("{}: chat {}", name, chat, e);
            return pause(AFTER_FAILURE);
        }
    }
}
