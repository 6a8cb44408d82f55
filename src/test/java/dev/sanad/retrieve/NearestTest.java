package dev.sanad.retrieve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sanad.article.Article;
import dev.sanad.article.ArticleId;
import dev.sanad.index.Fields;
import dev.sanad.index.PassageVectors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.TermQuery;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    private static final int DIMENSION = 4;
    private static final float[] QUESTION = HandMadeVectors.at(1, DIMENSION);
    private final HandMadeVectors vectors = new HandMadeVectors("test:model", DIMENSION);

    @TempDir
    Path folder;

    /** Three segments of ten; the cosine of passage i is i / 100, and every seventh has no vector. */
    private void write() throws IOException {
        for (int segment = 0; segment < 3; segment++) {
            List<Article> articles = new ArrayList<>();
            for (int i = 10 * segment; i < 10 * segment + 10; i++) {
                Article article = SmallIndex.article("a" + i, "", "متن " + i + ".");
                articles.add(i % 7 == 0 ? article : vectors.with(article, HandMadeVectors.at(i / 100.0, DIMENSION)));
            }
            SmallIndex.write(folder, vectors, articles);
        }
    }

    private static int[] found(Nearest nearest, int count) throws IOException {
        return Arrays.stream(nearest.documents(count, null)).sorted().toArray();
    }

    @Test
    void findsTheNearestAndGivesTheirCosines() throws IOException {
        write();
        try (var index = SmallIndex.open(folder)) {
            var nearest = new Nearest(index.searcher(), "test:model", QUESTION);
            int[] documents = found(nearest, 4);

            assertThat(documents).containsExactly(25, 26, 27, 29);
            double[] cosines = nearest.cosines(documents);
            for (int i = 0; i < documents.length; i++) {
                assertThat(cosines[i]).isCloseTo(documents[i] / 100.0, within(1e-6));
            }
        }
    }

    @Test
    void aPassageWithoutAVectorHasNoCosineWhereverItStands() throws IOException {
        write();
        try (var index = SmallIndex.open(folder)) {
            int[] all = new int[30];
            Arrays.setAll(all, i -> i);
            double[] cosines = new Nearest(index.searcher(), "test:model", QUESTION).cosines(all);
            for (int i = 0; i < all.length; i++) {
                assertThat(cosines[i]).isCloseTo(i % 7 == 0 ? 0 : i / 100.0, within(1e-6));
            }
            assertThat(new Nearest(index.searcher(), "test:model", QUESTION).cosines(new int[] {7, 13, 28, 29}))
                    .containsExactly(new double[] {0, 0.13, 0, 0.29}, within(1e-6));
        }
    }

    @Test
    void keepsToTheFilterAndToWhatIsStillThere() throws IOException {
        write();
        SmallIndex.write(folder, vectors, List.of(), List.of(new ArticleId("a29")));
        try (var index = SmallIndex.open(folder)) {
            var nearest = new Nearest(index.searcher(), "test:model", QUESTION);
            assertThat(found(nearest, 3)).containsExactly(25, 26, 27);
            assertThat(nearest.documents(3, new TermQuery(new Term(Fields.ARTICLE, "a3"))))
                    .containsExactly(3);
        }
    }

    @ParameterizedTest
    @CsvSource({"test:other, 4", "test:model, 5"})
    void anotherModelOrDimensionFindsNone(String model, int dimension) throws IOException {
        write();
        try (var index = SmallIndex.open(folder)) {
            var nearest = new Nearest(index.searcher(), model, HandMadeVectors.at(1, dimension));
            assertThat(nearest.documents(10, null)).isEmpty();
            assertThat(nearest.cosines(new int[] {1, 11, 21})).containsOnly(0);
        }
    }

    @Test
    void anIndexWithoutVectorsHasNone() throws IOException {
        SmallIndex.write(folder, PassageVectors.NONE, List.of(SmallIndex.article("a", "", "متن.")));
        try (var index = SmallIndex.open(folder)) {
            assertThat(new Nearest(index.searcher(), "test:model", QUESTION).documents(10, null))
                    .isEmpty();
        }
    }
}
