package dev.sanad.llm;

import org.jspecify.annotations.Nullable;

/** Tells a listener how far a file is, over all the replies that it takes. */
final class Meter implements AutoCloseable {
    private final FetchListener listener;
    private final String file;
    private FetchListener.@Nullable Transfer transfer;
    private long told;

    Meter(FetchListener listener, String file) {
        this.listener = listener;
        this.file = file;
    }

    /** @param total below zero where it is not known */
    void at(long bytes, long total) {
        if (transfer == null) {
            transfer = listener.begin(file, total);
        }
        transfer.step(bytes - told);
        told = bytes;
    }

    @Override
    public void close() {
        if (transfer != null) {
            transfer.close();
        }
    }
}
