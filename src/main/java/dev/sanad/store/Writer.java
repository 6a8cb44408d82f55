package dev.sanad.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.HandleCallback;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Small writes of many threads, one transaction at a time. Whoever comes to write does the work of all who wait in the
 * same transaction, so that many share one flush to the disk. While SQLite itself waits for another writer it holds the
 * thread that carries the virtual threads, and with it perhaps the very writer that it waits for; here they wait outside.
 */
final class Writer {
    private final Jdbi jdbi;
    private final Queue<Work<?>> waiting = new ConcurrentLinkedQueue<>();
    private final ReentrantLock writing = new ReentrantLock(true);

    Writer(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * On the disk when this returns.
     *
     * @param callback may be run again after it was rolled back, because the work of another failed
     */
    <T> T write(HandleCallback<T, RuntimeException> callback) {
        var work = new Work<>(callback);
        waiting.add(work);
        writing.lock();
        try {
            if (!work.settled) {
                commitAll();
            }
        } finally {
            writing.unlock();
        }
        return work.result();
    }

    private void commitAll() {
        List<Work<?>> batch = new ArrayList<>();
        for (Work<?> work = waiting.poll(); work != null; work = waiting.poll()) {
            batch.add(work);
        }
        try {
            commit(batch);
        } catch (RuntimeException | Error e) {
            batch.forEach(this::commitAlone);
        }
    }

    private void commitAlone(Work<?> work) {
        try {
            commit(List.of(work));
        } catch (RuntimeException | Error e) {
            work.failure = e;
            work.settled = true;
        }
    }

    private void commit(List<Work<?>> batch) {
        jdbi.useTransaction(handle -> batch.forEach(work -> work.run(handle)));
        batch.forEach(work -> work.settled = true);
    }

    /** Its fields are read and written under the lock, or after it was released. */
    private static final class Work<T> {
        private final HandleCallback<T, RuntimeException> callback;
        private @Nullable T result;
        private @Nullable Throwable failure;
        private boolean settled;

        Work(HandleCallback<T, RuntimeException> callback) {
            this.callback = callback;
        }

        void run(Handle handle) {
            result = callback.withHandle(handle);
        }

        T result() {
            switch (failure) {
                case Error error -> throw error;
                case RuntimeException exception -> throw exception;
                case null, default -> {
                    // it was written
                }
            }
            if (result == null) {
                throw new IllegalStateException("a write returns what it did");
            }
            return result;
        }
    }
}
