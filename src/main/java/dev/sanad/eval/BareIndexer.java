package dev.sanad.eval;

import dev.sanad.article.Passage;
import dev.sanad.retrieve.BareLucene;
import java.io.IOException;
import java.nio.file.Path;

/** Bare Lucene, given passages that are cut already. */
final class BareIndexer implements BenchIndexer {
    private final BareLucene index;

    BareIndexer(Path folder) throws IOException {
        this.index = BareLucene.open(folder);
    }

    @Override
    public void add(BenchArticle article) throws IOException {
        for (Passage passage : article.passages()) {
            index.add(passage.id().toString(), passage.head().title(), passage.text());
        }
    }

    @Override
    public void settle() {
        index.awaitMerges();
    }

    @Override
    public void commit() throws IOException {
        index.commit();
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
