package dev.sanad.telegram.reply;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The answers that are being given, so that a reader can stop theirs. */
public final class InHand {
    private final Map<Key, Work> working = new ConcurrentHashMap<>();

    private record Key(long chat, int draft) {}

    /** Stops the answer that grows in that draft; nothing when it has ended. */
    public void stop(long chat, int draft) {
        Work work = working.get(new Key(chat, draft));
        if (work != null) {
            work.stop();
        }
    }

    /** The answer is given by the calling thread, until closed. */
    Work begin(long chat, int draft) {
        var key = new Key(chat, draft);
        var work = new Work(Thread.currentThread(), () -> working.remove(key));
        working.put(key, work);
        return work;
    }

    /** An answer under way. */
    static final class Work implements AutoCloseable {
        private final Thread thread;
        private final Runnable done;
        private boolean stopped;
        private boolean ended;

        private Work(Thread thread, Runnable done) {
            this.thread = thread;
            this.done = done;
        }

        private synchronized void stop() {
            if (!ended) {
                stopped = true;
                thread.interrupt();
            }
        }

        /** The reader has stopped it, and not the bot that is being closed. */
        synchronized boolean isStopped() {
            return stopped;
        }

        /** After this the thread is not interrupted any more. */
        @Override
        public synchronized void close() {
            ended = true;
            done.run();
            if (stopped) {
                // an interrupt that came when the answer was there already
                Thread.interrupted();
            }
        }
    }
}
