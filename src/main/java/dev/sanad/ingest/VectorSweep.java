package dev.sanad.ingest;

import dev.sanad.article.Article;
import dev.sanad.index.EmbeddedText;
import dev.sanad.index.Segmenter;
import dev.sanad.store.ArticleStore;
import dev.sanad.store.ArticleStore.Changed;
import dev.sanad.store.ArticleStore.Place;
import dev.sanad.store.VectorStore;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Forgets vectors of passages that are no more. All articles are cut into passages to know which are, so it waits until
 * more vectors are idle than needed: its work then is less than that of making them was.
 */
final class VectorSweep {
    private static final Logger log = LoggerFactory.getLogger(VectorSweep.class);
    private static final int WORTH_KEEPING = 1_000;
    private static final int PAGE = 200;
    private final ArticleStore articles;
    private final VectorStore vectors;
    private final Segmenter segmenter = new Segmenter();

    VectorSweep(ArticleStore articles, VectorStore vectors) {
        this.articles = articles;
        this.vectors = vectors;
    }

    /** @param passages of the archive */
    void runIfWorthIt(int passages) {
        if (vectors.count() > 2L * passages + WORTH_KEEPING) {
            log.info("forgot {} vectors of passages that are no more", run());
        }
    }

    /** How many vectors were forgotten. */
    int run() {
        Stream<List<Changed>> pages = Stream.iterate(
                articles.changedSince(Place.behind(0), PAGE),
                page -> !page.isEmpty(),
                page -> articles.changedSince(page.getLast().place(), PAGE));
        Iterator<List<String>> contents = pages.map(page -> page.stream()
                        .map(Changed::article)
                        .flatMap(this::contents)
                        .toList())
                .iterator();
        return vectors.retain(() -> contents);
    }

    private Stream<String> contents(Article article) {
        return segmenter.passages(article).stream()
                .map(passage -> EmbeddedText.of(passage).content());
    }
}
