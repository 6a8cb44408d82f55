package dev.sanad.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanad.article.Article;
import dev.sanad.article.ArticleHead;
import dev.sanad.article.ArticleId;
import dev.sanad.article.Passage;
import dev.sanad.llm.HashEmbedder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.KnnFloatVectorQuery;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PassageVectorsTest {
    private static final HashEmbedder EMBEDDER = new HashEmbedder("test:hash", 64);

    @TempDir
    private Path folder;

    private static Article article(int number) {
        return article("a" + number, "عنوان", "متن شمارهٔ " + number + ".");
    }

    private static Article article(String id, String title, String text) {
        return Article.of(new ArticleHead(new ArticleId(id), title, "fa", "", null, null), text);
    }

    private static EmbeddedText text(Article article) {
        return EmbeddedText.of(new Segmenter().passages(article).getFirst());
    }

    private static List<Article> articles(int from, int to) {
        List<Article> articles = new ArrayList<>();
        for (int number = from; number < to; number++) {
            articles.add(article(number));
        }
        return articles;
    }

    /** Knows the vectors of these articles. */
    private record Known(HashEmbedder embedder, String field, List<Article> articles) implements PassageVectors {
        @Override
        public Map<String, float[]> find(Collection<String> contents) {
            Map<String, float[]> found = new HashMap<>();
            for (Article article : articles) {
                EmbeddedText text = text(article);
                if (contents.contains(text.content())) {
                    found.put(text.content(), embedder.vector(text.text()));
                }
            }
            return found;
        }
    }

    private static Known known(HashEmbedder embedder, List<Article> articles) {
        int dimension = embedder.vector("").length;
        return new Known(embedder, Fields.vector(embedder.name(), dimension), articles);
    }

    private void index(PassageVectors vectors, List<Article> articles) throws IOException {
        try (var index = LucenePassageIndex.open(folder, new Analysis(), vectors)) {
            index.update(articles, List.of());
            index.commit(index.revision() + 1);
        }
    }

    /** Ids of the nearest passages' articles, nearest first. */
    private List<String> nearest(Known known, Article to, int count) throws IOException {
        try (var directory = FSDirectory.open(folder);
                var reader = DirectoryReader.open(directory)) {
            var searcher = new IndexSearcher(reader);
            float[] target = known.embedder().vector(text(to).text());
            List<String> ids = new ArrayList<>();
            for (var hit : searcher.search(new KnnFloatVectorQuery(known.field(), target, count), count).scoreDocs) {
                Passage passage =
                        PassageDocuments.passage(searcher.storedFields().document(hit.doc));
                ids.add(passage.id().article().value());
            }
            return ids;
        }
    }

    private VectorCoverage coverage(String field) throws IOException {
        return VectorCoverage.open(folder, field);
    }

    @Test
    void whatIsEmbeddedIsTheTitleAndThenThePassage() {
        assertThat(text(article("a", "عنوان", "متن.")).text()).isEqualTo("عنوان\nمتن.");
        assertThat(text(article("a", "", "متن.")).text()).isEqualTo("متن.");
        assertThat(text(article("a", "", "Hello.")).content())
                .isEqualTo("2d8bd7d9bb5f85ba643f0110d50cb506a1fe439e769a22503193ea6046bb87f7");
    }

    @Test
    void findsTheNearestOfMany() throws IOException {
        List<Article> articles = articles(0, 1_500);
        Known known = known(EMBEDDER, articles);
        index(known, articles);

        for (int number = 0; number < 1_500; number += 100) {
            assertThat(nearest(known, article(number), 10).getFirst()).isEqualTo("a" + number);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 384, 1024, 2048, 3072, 4096})
    void takesEveryUsualDimension(int dimension) throws IOException {
        Known known = known(new HashEmbedder("test:" + dimension, dimension), articles(0, 3));
        index(known, articles(0, 3));

        assertThat(nearest(known, article(2), 3)).hasSize(3).contains("a2");
    }

    @Test
    void refusesADimensionBeyondItsLimit() {
        Known known = known(new HashEmbedder("test:huge", 4097), articles(0, 1));

        assertThatThrownBy(() -> index(known, articles(0, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4096");
    }

    @Test
    void countsAndNamesWhatHasNoVector() throws IOException {
        Known known = known(EMBEDDER, articles(2, 5));
        index(known, articles(0, 6));

        try (var coverage = coverage(known.field())) {
            assertThat(coverage.passages()).isEqualTo(6);
            assertThat(coverage.without()).isEqualTo(3);
            assertThat(coverage.articlesWithout(100))
                    .containsExactly(new ArticleId("a0"), new ArticleId("a1"), new ArticleId("a5"));
            assertThat(coverage.articlesWithout(2)).hasSize(2);
        }
        try (var coverage = coverage(Fields.vector("test:hash", 65))) {
            assertThat(coverage.without()).isEqualTo(6);
        }
    }

    @Test
    void aReplacedArticleCountsByWhatItHasNow() throws IOException {
        Known known = known(EMBEDDER, articles(0, 3));
        index(known, articles(0, 3));
        index(known, List.of(article("a1", "عنوان", "متن تازه.")));

        try (var coverage = coverage(known.field())) {
            assertThat(coverage.passages()).isEqualTo(3);
            assertThat(coverage.articlesWithout(10)).containsExactly(new ArticleId("a1"));
        }
    }

    @Test
    void vectorsOfTwoModelsAndDimensionsNeverMeet() throws IOException {
        Known first = known(EMBEDDER, articles(0, 3));
        Known second = known(new HashEmbedder("test:other", 64), articles(3, 6));
        Known third = known(new HashEmbedder("test:hash", 32), articles(6, 9));
        index(first, first.articles());
        index(second, second.articles());
        index(third, third.articles());

        assertThat(nearest(first, article(0), 9)).containsExactlyInAnyOrder("a0", "a1", "a2");
        assertThat(nearest(second, article(0), 9)).containsExactlyInAnyOrder("a3", "a4", "a5");
        assertThat(nearest(third, article(0), 9)).containsExactlyInAnyOrder("a6", "a7", "a8");
    }
}
