package dev.sanad.eval;

import dev.sanad.index.Analysis;
import dev.sanad.index.LucenePassageIndex;
import dev.sanad.index.PassageVectors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Sanad's index as an archive fills it: cutting into passages is included, the database is not. */
final class OurIndexer implements BenchIndexer {
    private final LucenePassageIndex index;

    OurIndexer(Path folder, Analysis analysis, PassageVectors vectors) throws IOException {
        this.index = LucenePassageIndex.open(folder, analysis, vectors);
    }

    @Override
    public void add(BenchArticle article) throws IOException {
        index.update(List.of(article.article()), List.of());
    }

    @Override
    public void settle() {
        index.awaitMerges();
    }

    @Override
    public void commit() throws IOException {
        index.commit(index.revision() + 1);
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
