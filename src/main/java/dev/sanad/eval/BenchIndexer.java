package dev.sanad.eval;

import java.io.IOException;

/** An index under construction, one of those that are measured side by side. */
interface BenchIndexer extends AutoCloseable {
    /** Safe for many threads. */
    void add(BenchArticle article) throws IOException;

    /** Waits for the work that goes on in the background, so that nobody else's time pays for it. */
    void settle();

    void commit() throws IOException;

    /** What was not committed is lost. */
    @Override
    void close() throws IOException;
}
