package dev.sanad.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.article.ArticleId;
import dev.sanad.index.Fields;
import dev.sanad.index.PassageVectors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Sort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlacesTest {
    private static final Term RAIN = light("باران");
    private static final Term SNOW = light("برف");

    @TempDir
    Path folder;

    private static Term light(String stem) {
        return new Term(Fields.LIGHT, stem);
    }

    /** Those that are not removed. */
    private static int[] documents(SmallIndex index) throws IOException {
        return Arrays.stream(index.searcher().search(MatchAllDocsQuery.INSTANCE, 100, Sort.INDEXORDER).scoreDocs)
                .mapToInt(hit -> hit.doc)
                .toArray();
    }

    private static Places places(SmallIndex index, int[] documents, Term... terms) throws IOException {
        return new Places(index.searcher(), documents, new TermDictionary(index.searcher()), Set.of(terms));
    }

    @Test
    void tellsWhereTermsStandAndHowLongAPassageIs() throws IOException {
        try (var index = SmallIndex.of(
                folder,
                SmallIndex.article("a", "باران", "برف بارید. باران و برف آمد."),
                SmallIndex.article("b", "", "ابر."))) {
            var places = places(index, documents(index), RAIN, SNOW);

            assertThat(places.of(RAIN)[0]).containsExactly(0, 0, 256);
            assertThat(places.of(SNOW)[0]).containsExactly(128, 258);
            assertThat(places.of(RAIN)[1]).isEmpty();
            assertThat(places.length(0)).as("the title counts once").isEqualTo(6);
            assertThat(places.length(1)).isEqualTo(1);
        }
    }

    @Test
    void aTermThatIsNowhereHasNoPlaces() throws IOException {
        try (var index = SmallIndex.of(folder, SmallIndex.article("a", "", "باران."))) {
            var places = places(index, documents(index), SNOW, new Term("no_field", "باران"));

            assertThat(places.of(SNOW)[0]).isEmpty();
            assertThat(places.of(new Term("no_field", "باران"))[0]).isEmpty();
        }
    }

    @Test
    void readsEveryOtherPassageOfSeveralSegmentsWithRemovedOnesAmongThem() throws IOException {
        for (int segment = 0; segment < 3; segment++) {
            int first = 10 * segment;
            SmallIndex.write(
                    folder,
                    PassageVectors.NONE,
                    IntStream.range(first, first + 10)
                            .mapToObj(i -> SmallIndex.article("a" + i, "", "ابر ".repeat(i) + "باران."))
                            .toList());
        }
        SmallIndex.write(
                folder,
                PassageVectors.NONE,
                List.of(),
                List.of(new ArticleId("a0"), new ArticleId("a13"), new ArticleId("a29")));
        try (var index = SmallIndex.open(folder)) {
            assertThat(((DirectoryReader) index.searcher().getIndexReader()).leaves())
                    .hasSize(3);
            int[] live = documents(index);
            assertThat(live).hasSize(27);
            for (int step : new int[] {1, 2, 5}) {
                int[] some = IntStream.range(0, live.length)
                        .filter(i -> i % step == 0)
                        .map(i -> live[i])
                        .toArray();
                var places = places(index, some, RAIN);
                for (int i = 0; i < some.length; i++) {
                    assertThat(places.of(RAIN)[i]).containsExactly(128 + some[i]);
                    assertThat(places.length(i)).isEqualTo(some[i] + 1);
                }
            }
        }
    }

    @Test
    void aLongPassagesLengthIsRoundedDown() throws IOException {
        try (var index = SmallIndex.of(
                folder,
                SmallIndex.article("a", "", "ابر ".repeat(40)),
                SmallIndex.article("b", "", "ابر ".repeat(187)))) {
            var places = places(index, documents(index));

            assertThat(places.length(0)).isEqualTo(40);
            assertThat(places.length(1)).isBetween(168, 187);
        }
    }

    @Test
    void ofNoPassagesNothingIsRead() throws IOException {
        try (var index = SmallIndex.of(folder, SmallIndex.article("a", "", "باران."))) {
            assertThat(documents(index)).hasSize(1);
            var places = places(index, new int[0], RAIN);
            assertThat(places.of(RAIN)).isEmpty();
        }
    }
}
