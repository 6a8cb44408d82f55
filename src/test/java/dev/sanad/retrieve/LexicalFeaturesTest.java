package dev.sanad.retrieve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sanad.article.Article;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterProperty;
import net.jqwik.api.lifecycle.BeforeProperty;
import org.apache.lucene.util.IOUtils;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LexicalFeaturesTest {
    private static final Offset<Double> EXACTLY = within(1e-9);
    /** ln(1 + (N - n + 0.5) / (n + 0.5)) of a word that one of two passages has, that both have, and that none has. */
    private static final double ONE_OF_TWO = Math.log(1 + 1.5 / 1.5);

    private static final double BOTH = Math.log(1 + 0.5 / 2.5);
    private static final double NONE = Math.log(1 + 2.5 / 0.5);

    @TempDir
    Path folder;

    private static Features[] features(SmallIndex index, String question) throws IOException {
        var readings = new Readings(index.searcher(), () -> SmallIndex.LEXICON);
        List<SearchedWord> words = readings.of(new QueryWords(SmallIndex.ANALYSIS).of(question));
        int[] all =
                IntStream.range(0, index.searcher().getIndexReader().maxDoc()).toArray();
        var lexical = new LexicalFeatures(index.searcher(), words, all, readings);
        return IntStream.range(0, all.length).mapToObj(lexical::of).toArray(Features[]::new);
    }

    private Features[] features(String question, Article... articles) throws IOException {
        try (var index = SmallIndex.of(folder, articles)) {
            return features(index, question);
        }
    }

    /** The first of two passages, with an empty title; the other shares nothing with it. */
    private Features of(String question, String text) throws IOException {
        return features(question, SmallIndex.article("a", "", text), SmallIndex.article("b", "", "ظظظ."))[0];
    }

    @Test
    void sharesAreOfTheWordsWeights() throws IOException {
        // باران is in both passages, برف in the first, تگرگ in none
        Features[] found = features(
                "باران برف تگرگ",
                SmallIndex.article("a", "", "باران بارید. برف هم."),
                SmallIndex.article("b", "باران", "ابر."));
        double total = BOTH + ONE_OF_TWO + NONE;

        assertThat(found[0].coverage()).isCloseTo((BOTH + ONE_OF_TWO) / total, EXACTLY);
        assertThat(found[1].coverage()).isCloseTo(BOTH / total, EXACTLY);
        assertThat(found[0].title()).isZero();
        assertThat(found[1].title()).isCloseTo(BOTH / total, EXACTLY);
        // the second sentence has برف, and the word of the one before counts .7; the first would have BOTH + .5
        // ONE_OF_TWO
        assertThat(found[0].sentence()).isCloseTo((0.7 * BOTH + ONE_OF_TWO) / total, EXACTLY);
        assertThat(found[1].sentence()).as("by its title").isCloseTo(0.8 * BOTH / total, EXACTLY);
        assertThat(found[0].cosine()).isZero();
    }

    @Test
    void bm25IsThatOfLuceneOverTheSumOfTheWeights() throws IOException {
        // lengths: 3 and, the title once, 2; the average counts every term: (3 + 3) / 2
        Features[] found = features(
                "باران برف", SmallIndex.article("a", "", "باران برف باران."), SmallIndex.article("b", "باران", "ابر."));
        double total = BOTH + ONE_OF_TWO;
        double first = 1.2 * (0.25 + 0.75 * 3 / 3);
        double second = 1.2 * (0.25 + 0.75 * 2 / 3);

        assertThat(found[0].bm25()).isCloseTo((BOTH * 2 / (2 + first) + ONE_OF_TWO * 1 / (1 + first)) / total, EXACTLY);
        assertThat(found[1].bm25()).isCloseTo(BOTH * 2 / (2 + second) / total, EXACTLY);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        باران برف         | باران برف.                  | 0.5
        باران برف         | برف باران.                  | 0.5
        باران برف         | باران تند برف.              | 0.25
        باران برف         | باران تند و برف باران.      | 0.5
        باران برف         | باران. برف.                 | 0.00390625
        باران             | باران.                      | 0
        باران باران       | باران.                      | 0
        باران باران       | باران باران.                | 0.5
        باران برف تگرگ    | باران برف تگرگ.             | 0.6666666666666666
        باران برف تگرگ    | باران تگرگ.                 | 0
        """)
    void proximityIsTheWeightOfNeighboursOverTheirDistance(String question, String text, double expected)
            throws IOException {
        // all words weigh the same here, so the share of a pair is 1 / distance / (number of words)
        assertThat(of(question, text).proximity()).isCloseTo(expected, EXACTLY);
    }

    /** کتابدار stands in three of four passages, باران in one; of both another passage has the beginning. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        کتابدار              | true
        کتابدار باران        | false
        کتابدار نانوشته      | true
        """)
    void aBeginningIsLookedForWhereItsWordTellsMuchOfWhatIsFound(String question, boolean found) throws IOException {
        Features other = features(
                question,
                SmallIndex.article("a", "", "کتابخانه."),
                SmallIndex.article("b", "", "کتابدار باران."),
                SmallIndex.article("c", "", "کتابدار."),
                SmallIndex.article("d", "", "کتابدار."))[0];
        assertThat(other.coverage() > 0).isEqualTo(found);
    }

    @Test
    void neighboursInTheTitleAloneAreNotNear() throws IOException {
        assertThat(features(
                        "باران برف", SmallIndex.article("a", "باران برف", "ابر."), SmallIndex.article("b", "", "ظظظ."))[
                        0]
                        .proximity())
                .isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        کتابها       | کتاب.              | 1
        دانشگاه      | دانشکده.           | 0.6
        علی اف       | علیاف.             | 0.9
        ۱۲           | دوازده.            | 0.9
        Sangdasht    | سنگدشت.            | 0.8
        rain         | باران.             | 0.7
        علی‌اف        | علی.               | 0
        علی‌اف        | علی. اف.           | 0.5
        علی‌اف        | علی اف.            | 1
        """)
    void aWordCountsByTheCertaintyOfItsReadingAndOfOnePartByAsMuchOfIt(String question, String text, double expected)
            throws IOException {
        assertThat(of(question, text).coverage()).isCloseTo(expected, EXACTLY);
    }

    @Test
    void sentencesBeyondThe64thAreTakenForOne() throws IOException {
        // a passage of its own number of sentences, each of one word
        String many = "ابر. ".repeat(100);
        Features found = of("باران برف", many + "باران. " + "ابر. ".repeat(30) + "برف.");
        assertThat(found.sentence()).isCloseTo(1, EXACTLY);
    }

    @Test
    void withoutWordsAllIsNothing() throws IOException {
        assertThat(of("", "باران.")).isEqualTo(new Features(0, 0, 0, 0, 0, 0));
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.of(
                "باران",
                "برف",
                "تگرگ",
                "ابر",
                "کتاب‌ها",
                "کتابخانه",
                "علی‌اف",
                "علیاف",
                "علی",
                "اف",
                "rain",
                "Russia",
                "روسیه",
                "12",
                "دوازده",
                "نخست‌وزیر",
                "وزیر",
                "prime",
                "minister");
    }

    private Path made = Path.of("");

    @BeforeProperty
    void makeAFolder() throws IOException {
        made = Files.createTempDirectory("features");
    }

    @AfterProperty
    void removeTheFolder() throws IOException {
        IOUtils.rm(made);
    }

    @Property(tries = 60)
    void allAreSharesAndMoreWordsOfAQuestionNeverCoverLess(
            @ForAll @Size(min = 1, max = 5) List<@From("words") String> question,
            @ForAll @Size(min = 1, max = 12) List<@From("words") String> text,
            @ForAll @Size(max = 3) List<@From("words") String> title)
            throws IOException {
        Path here = Files.createTempDirectory(made, "index");
        String body = String.join(" ", text) + ".";
        String added = body + " " + String.join(" ", question) + ".";
        try (var index = SmallIndex.of(
                here,
                SmallIndex.article("a", String.join(" ", title), body),
                SmallIndex.article("b", String.join(" ", title), added))) {
            Features[] found = features(index, String.join(" ", question));
            for (Features one : found) {
                assertThat(one.coverage()).isBetween(0.0, 1 + 1e-9);
                assertThat(one.sentence()).isBetween(0.0, one.coverage() + 1e-9);
                assertThat(one.title()).isBetween(0.0, one.coverage() + 1e-9);
                assertThat(one.proximity()).isBetween(0.0, 1.0);
                // no share: a reading's own terms may be rarer than the word
                assertThat(one.bm25()).isNotNegative().isFinite();
            }
            assertThat(found[1].coverage()).isCloseTo(1, EXACTLY).isGreaterThanOrEqualTo(found[0].coverage());
            assertThat(found[1].sentence()).isCloseTo(1, EXACTLY).isGreaterThanOrEqualTo(found[0].sentence());
            assertThat(found[1].title()).isCloseTo(found[0].title(), EXACTLY);
            assertThat(found[1].proximity()).isGreaterThanOrEqualTo(found[0].proximity());
        }
    }
}
