package dev.sanad.retrieve;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.fa.PersianAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.QueryBuilder;

/**
 * What Lucene does for Persian with nothing added: title and body in one field, NFC, {@code PersianAnalyzer}, BM25 at its
 * defaults. Retrieval is measured against it.
 */
public final class BareLucene implements AutoCloseable {
    private static final String ID = "id";
    private static final String BODY = "body";
    private static final String TEXT = "text";
    private static final int BUFFER_MEGABYTES = 64;
    private final Analyzer analyzer = new PersianAnalyzer();
    private final ConcurrentMergeScheduler merges = new ConcurrentMergeScheduler();
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    private BareLucene(Directory directory) throws IOException {
        this.directory = directory;
        this.writer = new IndexWriter(
                directory,
                new IndexWriterConfig(analyzer)
                        .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                        .setMergeScheduler(merges)
                        .setOpenMode(IndexWriterConfig.OpenMode.CREATE_OR_APPEND));
        this.searchers = new SearcherManager(writer, null);
    }

    /** @param score BM25 */
    public record Found(String id, String text, double score) {}

    /** Opens the index in a folder, made when there is none. */
    public static BareLucene open(Path folder) throws IOException {
        return new BareLucene(FSDirectory.open(folder));
    }

    public void add(String id, String title, String text) throws IOException {
        var document = new Document();
        document.add(new StoredField(ID, id));
        document.add(new StoredField(TEXT, text));
        document.add(
                new TextField(BODY, Normalizer.normalize(title + "\n" + text, Normalizer.Form.NFC), Field.Store.NO));
        writer.addDocument(document);
    }

    /** Makes what was added durable, and seen by searches. */
    public void commit() throws IOException {
        writer.commit();
        searchers.maybeRefreshBlocking();
    }

    /** Waits until the merges under way are done; what they made is durable after the next commit. */
    public void awaitMerges() {
        merges.sync();
    }

    public int size() {
        return writer.getDocStats().numDocs;
    }

    /** Best first; none for a question of stop words. */
    public List<Found> search(String question, int limit) throws IOException {
        Query query = new QueryBuilder(analyzer)
                .createBooleanQuery(BODY, Normalizer.normalize(question, Normalizer.Form.NFC));
        if (query == null) {
            return List.of();
        }
        IndexSearcher searcher = searchers.acquire();
        try {
            var found = new ArrayList<Found>();
            StoredFields stored = searcher.storedFields();
            for (ScoreDoc hit : searcher.search(query, limit).scoreDocs) {
                Document document = stored.document(hit.doc);
                found.add(new Found(document.get(ID), document.get(TEXT), hit.score));
            }
            return found;
        } finally {
            searchers.release(searcher);
        }
    }

    @Override
    public void close() throws IOException {
        searchers.close();
        writer.close();
        directory.close();
        analyzer.close();
    }
}
