package dev.sanad.retrieve;

import dev.sanad.article.Article;
import dev.sanad.article.ArticleHead;
import dev.sanad.article.ArticleId;
import dev.sanad.article.Published;
import dev.sanad.index.Analysis;
import dev.sanad.index.LucenePassageIndex;
import dev.sanad.index.PassageVectors;
import dev.sanad.text.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/** A few articles, indexed and opened for what searches below the retriever. */
final class SmallIndex implements AutoCloseable {
    static final Analysis ANALYSIS = new Analysis();
    static final Lexicon LEXICON = new Lexicon(new QueryWords(ANALYSIS));
    private final FSDirectory directory;
    private final DirectoryReader reader;
    private final IndexSearcher searcher;

    private SmallIndex(Path folder) throws IOException {
        this.directory = FSDirectory.open(folder);
        this.reader = DirectoryReader.open(directory);
        this.searcher = new IndexSearcher(reader);
    }

    static Article article(String id, String title, String text) {
        return article(id, title, text, null);
    }

    static Article article(String id, String title, String text, @Nullable String day) {
        String language = Language.of(text).tag();
        Published published = day == null ? null : Published.parse(day);
        return Article.of(new ArticleHead(new ArticleId(id), title, language, "", null, published), text);
    }

    /** Adds them in one commit. */
    static void write(Path folder, PassageVectors vectors, List<Article> articles) throws IOException {
        write(folder, vectors, articles, List.of());
    }

    static void write(Path folder, PassageVectors vectors, List<Article> articles, List<ArticleId> removed)
            throws IOException {
        try (var index = LucenePassageIndex.open(folder, ANALYSIS, vectors)) {
            index.update(articles, removed);
            index.commit(index.revision() + 1);
        }
    }

    static SmallIndex open(Path folder) throws IOException {
        return new SmallIndex(folder);
    }

    static SmallIndex of(Path folder, Article... articles) throws IOException {
        write(folder, PassageVectors.NONE, List.of(articles));
        return open(folder);
    }

    IndexSearcher searcher() {
        return searcher;
    }

    List<SearchedWord> read(String question) throws IOException {
        return read(question, () -> LEXICON);
    }

    List<SearchedWord> read(String question, Supplier<Lexicon> lexicon) throws IOException {
        return new Readings(searcher, lexicon).of(new QueryWords(ANALYSIS).of(question));
    }

    @Override
    public void close() throws IOException {
        reader.close();
        directory.close();
    }
}
