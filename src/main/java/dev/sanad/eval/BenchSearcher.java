package dev.sanad.eval;

import java.io.IOException;

/** A finished index that is asked, one of those that are measured side by side. */
interface BenchSearcher extends AutoCloseable {
    /**
     * Ranks passages and loads their texts.
     *
     * @return how many were found
     */
    int search(String question, int limit) throws IOException;

    @Override
    void close() throws IOException;
}
