package dev.sanad.eval;

import dev.sanad.retrieve.BareLucene;
import java.io.IOException;
import java.nio.file.Path;

/** Bare Lucene's search. */
final class BareSearcher implements BenchSearcher {
    private final BareLucene index;

    BareSearcher(Path folder) throws IOException {
        this.index = BareLucene.open(folder);
    }

    @Override
    public int search(String question, int limit) throws IOException {
        return index.search(question, limit).size();
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
