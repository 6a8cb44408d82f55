package dev.sanad.retrieve;

import dev.sanad.index.Analysis;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/** An archive's index opened for searching, as of its last commit. Writes nothing, so any number of processes may. */
public final class ArchiveSearcher implements AutoCloseable {
    private final Directory directory;
    private final SearcherManager searchers;

    private ArchiveSearcher(Directory directory) throws IOException {
        this.directory = directory;
        this.searchers = new SearcherManager(directory, null);
    }

    /** @param folder an index; null searches an archive that holds nothing yet */
    public static ArchiveSearcher open(@Nullable Path folder) throws IOException {
        return new ArchiveSearcher(folder == null ? empty() : FSDirectory.open(folder));
    }

    private static Directory empty() throws IOException {
        var directory = new ByteBuffersDirectory();
        new IndexWriter(directory, new IndexWriterConfig()).close();
        return directory;
    }

    /**
     * Ranks by words and, with a model, by meaning.
     *
     * @param zone where an article's time of publication is which day
     * @param vectors null to search by words alone
     * @param reranker null to leave the ranking as it is
     */
    public Retriever retriever(
            Analysis analysis,
            ZoneId zone,
            Ranking ranking,
            @Nullable QuestionVectors vectors,
            @Nullable Reranker reranker) {
        var lexicon = new Once<>(() -> new Lexicon(new QueryWords(analysis)));
        return new ArchiveRetriever(searchers, analysis, zone, lexicon, ranking, vectors, reranker);
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        directory.close();
    }
}
