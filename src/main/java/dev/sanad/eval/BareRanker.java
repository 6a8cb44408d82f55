package dev.sanad.eval;

import dev.sanad.article.Article;
import dev.sanad.retrieve.BareLucene;
import dev.sanad.store.ArticleStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** The baseline: one document an article in a bare Lucene index, kept beside the archive and made anew when that changed. */
public final class BareRanker implements Ranker, AutoCloseable {
    private static final int PAGE = 500;
    private final BareLucene index;

    private BareRanker(BareLucene index) {
        this.index = index;
    }

    /** @param folder of the baseline alone: what lies there is replaced when the articles are others than it was made of */
    public static BareRanker open(Path folder, ArticleStore articles) throws IOException {
        Path madeOf = folder.resolve("revision");
        String revision = String.valueOf(articles.revision());
        boolean current =
                Files.exists(madeOf) && Files.readString(madeOf).strip().equals(revision);
        if (!current) {
            clear(folder);
        }
        BareLucene index = BareLucene.open(folder.resolve("index"));
        if (!current) {
            fill(index, articles);
            Files.writeString(madeOf, revision + "\n");
        }
        return new BareRanker(index);
    }

    private static void clear(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
        Files.createDirectories(folder);
    }

    private static void fill(BareLucene index, ArticleStore articles) throws IOException {
        List<ArticleStore.Changed> page = articles.changedSince(ArticleStore.Place.behind(0), PAGE);
        while (!page.isEmpty()) {
            for (ArticleStore.Changed changed : page) {
                Article article = changed.article();
                index.add(article.id().value(), article.head().title(), article.text());
            }
            page = articles.changedSince(page.getLast().place(), PAGE);
        }
        index.commit();
    }

    @Override
    public Ranking rank(String question, int depth) {
        try {
            List<BareLucene.Found> found = index.search(question, depth);
            return new Ranking(
                    found.stream()
                            .map(each -> new Ranked(each.id(), each.score()))
                            .toList(),
                    found.isEmpty() ? null : found.getFirst().text());
        } catch (IOException e) {
            throw new UncheckedIOException("the baseline's index cannot be searched", e);
        }
    }

    @Override
    public void close() throws IOException {
        index.close();
    }
}
