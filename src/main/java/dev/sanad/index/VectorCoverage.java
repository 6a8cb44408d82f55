package dev.sanad.index;

import dev.sanad.article.ArticleId;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/** Which passages of an index's last commit have a vector. Reads only, as of when it was opened. */
public final class VectorCoverage implements AutoCloseable {
    private final Directory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;
    private final Query lacking;

    private VectorCoverage(Directory directory, DirectoryReader reader, Query lacking) {
        this.directory = directory;
        this.reader = reader;
        this.searcher = new IndexSearcher(reader);
        this.lacking = lacking;
    }

    /**
     * @param folder an index
     * @param field of {@link Fields#vector}; null: no passage has one
     */
    public static VectorCoverage open(Path folder, @Nullable String field) throws IOException {
        Directory directory = FSDirectory.open(folder);
        try {
            return new VectorCoverage(directory, DirectoryReader.open(directory), lacking(field));
        } catch (IOException e) {
            directory.close();
            throw e;
        }
    }

    private static Query lacking(@Nullable String field) {
        if (field == null) {
            return MatchAllDocsQuery.INSTANCE;
        }
        return new BooleanQuery.Builder()
                .add(MatchAllDocsQuery.INSTANCE, BooleanClause.Occur.FILTER)
                .add(new FieldExistsQuery(field), BooleanClause.Occur.MUST_NOT)
                .build();
    }

    public int passages() {
        return reader.numDocs();
    }

    /** How many passages have no vector. */
    public int without() throws IOException {
        return searcher.count(lacking);
    }

    /**
     * The articles of the first passages that have no vector, in the order of the index.
     *
     * @param passages how many passages are looked at
     */
    public List<ArticleId> articlesWithout(int passages) throws IOException {
        Set<ArticleId> articles = new LinkedHashSet<>();
        StoredFields stored = searcher.storedFields();
        for (ScoreDoc hit : searcher.search(lacking, passages, Sort.INDEXORDER).scoreDocs) {
            articles.add(new ArticleId(
                    stored.document(hit.doc, Set.of(Fields.ARTICLE)).get(Fields.ARTICLE)));
        }
        return List.copyOf(articles);
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
