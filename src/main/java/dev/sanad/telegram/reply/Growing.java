package dev.sanad.telegram.reply;

import dev.sanad.answer.Answerer;
import dev.sanad.answer.Citation;
import dev.sanad.answer.Claim;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Shows an answer while it grows, sentence by sentence, on a thread of its own: an answer waits for no screen. Once closed it
 * shows nothing any more.
 */
final class Growing implements Answerer.Listener, AutoCloseable {
    private static final Duration LAST_SHOW = Duration.ofSeconds(5);
    private final Screen screen;
    private final Pace pace;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final List<Claim> claims = new ArrayList<>();
    private final List<Citation> citations = new ArrayList<>();
    private final Thread thread;
    private boolean closed;

    /** Where a growing answer is seen. */
    interface Screen {
        /** @param claims none at first */
        void show(List<Claim> claims) throws InterruptedException;
    }

    /**
     * @param first when something is shown at first, if there is no answer by then
     * @param gap between two shows at least
     * @param renew after this it is shown again though nothing is new
     */
    record Pace(Duration first, Duration gap, Duration renew) {}

    private Growing(Screen screen, Pace pace) {
        this.screen = screen;
        this.pace = pace;
        this.thread = Thread.ofVirtual().name("growing").unstarted(this::run);
    }

    static Growing begin(Screen screen, Pace pace) {
        var growing = new Growing(screen, pace);
        growing.thread.start();
        return growing;
    }

    @Override
    public void claim(Claim claim, List<Citation> citationsOfIt) {
        lock.lock();
        try {
            claims.add(claim);
            citations.addAll(citationsOfIt);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    List<Claim> claims() {
        lock.lock();
        try {
            return List.copyOf(claims);
        } finally {
            lock.unlock();
        }
    }

    List<Citation> citations() {
        lock.lock();
        try {
            return List.copyOf(citations);
        } finally {
            lock.unlock();
        }
    }

    /** Returns when nothing is being shown any more: what came later would stand below the answer itself. */
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        boolean interrupted = Thread.interrupted();
        try {
            if (!thread.join(LAST_SHOW)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            interrupted = true;
            thread.interrupt();
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            Duration wait = pace.first();
            while (!awaitClose(wait)) {
                List<Claim> now = claims();
                screen.show(now);
                if (awaitMore(now.size())) {
                    return;
                }
                wait = pace.gap();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean awaitClose(Duration time) throws InterruptedException {
        lock.lock();
        try {
            long left = time.toNanos();
            while (!closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            return closed;
        } finally {
            lock.unlock();
        }
    }

    /** Until more is there, or the time to show it again has come; true when closed. */
    private boolean awaitMore(int shown) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(pace.renew().toMillis());
            while (!closed && claims.size() == shown && left > 0) {
                left = changed.awaitNanos(left);
            }
            return closed;
        } finally {
            lock.unlock();
        }
    }
}
