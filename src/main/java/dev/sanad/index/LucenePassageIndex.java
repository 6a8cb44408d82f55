package dev.sanad.index;

import dev.sanad.article.Article;
import dev.sanad.article.ArticleId;
import dev.sanad.article.Passage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.ConcurrentMergeScheduler;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** A {@link PassageIndex} in a Lucene directory. What it did since its last commit is lost when it is closed or killed. */
public final class LucenePassageIndex implements PassageIndex {
    static final String REVISION = "revision";
    private static final int BUFFER_MEGABYTES = 64;
    private final Directory directory;
    private final IndexWriter writer;
    private final ConcurrentMergeScheduler merges;
    private final PassageWords words;
    private final PassageVectors vectors;
    private final Segmenter segmenter = new Segmenter();
    private long revision;

    private LucenePassageIndex(
            Directory directory,
            IndexWriter writer,
            ConcurrentMergeScheduler merges,
            PassageWords words,
            PassageVectors vectors,
            long revision) {
        this.directory = directory;
        this.writer = writer;
        this.merges = merges;
        this.words = words;
        this.vectors = vectors;
        this.revision = revision;
    }

    /** An index without vectors. */
    public static LucenePassageIndex open(Path folder, Analysis analysis) throws IOException {
        return open(folder, analysis, PassageVectors.NONE);
    }

    /**
     * Opens the index for writing, made when there is none.
     *
     * @param vectors what every passage that is written from now on gets of vectors
     * @throws org.apache.lucene.store.LockObtainFailedException if another process writes it
     */
    public static LucenePassageIndex open(Path folder, Analysis analysis, PassageVectors vectors) throws IOException {
        Directory directory = FSDirectory.open(folder);
        try {
            var merges = new ConcurrentMergeScheduler();
            var config = new IndexWriterConfig()
                    .setRAMBufferSizeMB(BUFFER_MEGABYTES)
                    .setCodec(new VectorCodec())
                    .setMergeScheduler(merges)
                    .setCommitOnClose(false);
            var writer = new IndexWriter(directory, config);
            return new LucenePassageIndex(
                    directory, writer, merges, new PassageWords(analysis), vectors, committedRevision(directory));
        } catch (IOException e) {
            directory.close();
            throw e;
        }
    }

    /** The database's revision that the index in a folder holds; 0 when there is no index. Opens nothing for writing. */
    public static long committedRevision(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return 0;
        }
        try (Directory directory = FSDirectory.open(folder)) {
            return committedRevision(directory);
        }
    }

    private static long committedRevision(Directory directory) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return 0;
        }
        // opens every file of the index, so that a damaged one is found here
        try (DirectoryReader reader = DirectoryReader.open(directory)) {
            String committed = reader.getIndexCommit().getUserData().get(REVISION);
            return committed == null ? 0 : Long.parseLong(committed);
        }
    }

    @Override
    public long revision() {
        return revision;
    }

    @Override
    public void update(List<Article> changed, List<ArticleId> removed) throws IOException {
        for (ArticleId id : removed) {
            writer.deleteDocuments(new Term(Fields.ARTICLE, id.value()));
        }
        List<List<Passage>> passages = changed.stream().map(segmenter::passages).toList();
        var known =
                VectorFields.of(vectors, passages.stream().flatMap(List::stream).toList());
        for (int i = 0; i < changed.size(); i++) {
            List<Document> documents = new ArrayList<>();
            for (Passage passage : passages.get(i)) {
                Document document = PassageDocuments.document(passage, words);
                known.addTo(document, passage);
                if (documents.isEmpty()) {
                    SignatureFields.add(document, changed.get(i));
                }
                documents.add(document);
            }
            replace(changed.get(i).id(), documents);
        }
    }

    private void replace(ArticleId article, List<Document> documents) throws IOException {
        var id = new Term(Fields.ARTICLE, article.value());
        if (documents.isEmpty()) {
            // a writer loses count of its memory when it replaces documents by none
            writer.deleteDocuments(id);
        } else {
            writer.updateDocuments(id, documents);
        }
    }

    @Override
    public void commit(long atRevision) throws IOException {
        writer.setLiveCommitData(Map.of(REVISION, Long.toString(atRevision)).entrySet());
        writer.commit();
        revision = atRevision;
    }

    /** Waits until the merges under way are done; what they made is durable after the next commit, and lost without one. */
    public void awaitMerges() {
        merges.sync();
    }

    @Override
    public void close() throws IOException {
        writer.rollback();
        directory.close();
    }
}
