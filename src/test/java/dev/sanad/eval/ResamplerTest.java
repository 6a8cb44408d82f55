package dev.sanad.eval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.article.Article;
import dev.sanad.index.Analysis;
import dev.sanad.index.Segmenter;
import dev.sanad.ingest.ArticleReaders;
import dev.sanad.retrieve.QueryPlan;
import dev.sanad.retrieve.QueryPlanner;
import dev.sanad.text.Folding;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.regex.MatchResult;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.assertj.core.api.Assertions;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

class ResamplerTest {
    private static final int ARTICLES = 600;
    private static final QueryPlanner PLANNER = new QueryPlanner(new Analysis());
    private final BenchCorpus corpus = seeds();
    private final Resampler resampler = new Resampler(corpus, PLANNER, 1);

    private static BenchCorpus seeds() {
        try {
            return BenchCorpus.read(List.of(Path.of("seeds")), new ArticleReaders(ZoneOffset.UTC));
        } catch (IOException | BenchException e) {
            throw new AssertionError(e);
        }
    }

    private List<Article> articles() {
        var articles = new ArrayList<Article>();
        for (int i = 0; i < ARTICLES; i++) {
            articles.add(resampler.article(i));
        }
        return articles;
    }

    private static List<String> words(String text) {
        return BenchCorpus.WORD
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .map(Folding::key)
                .toList();
    }

    @Property(tries = 50)
    void theSameSeedAndNumberGiveTheSameInAnyOrder(@ForAll long seed, @ForAll @IntRange(max = 1_000_000) int number) {
        var one = new Resampler(corpus, PLANNER, seed);
        var other = new Resampler(corpus, PLANNER, seed);
        other.article(number / 2);

        assertThat(other.question(number)).isEqualTo(one.question(number));
        assertThat(other.article(number)).isEqualTo(one.article(number));
    }

    @Test
    void anotherSeedOrNumberGivesAnotherArticle() {
        assertThat(new Resampler(corpus, PLANNER, 2).article(0).text())
                .isNotEqualTo(resampler.article(0).text());
        assertThat(articles().stream().map(Article::text).distinct()).hasSize(ARTICLES);
    }

    @Test
    void articlesHaveATitleADayAndAboutThreePassages() {
        var segmenter = new Segmenter();
        List<Integer> lengths = articles().stream()
                .map(article -> segmenter.passages(article).size())
                .toList();

        assertThat(articles()).allSatisfy(article -> {
            assertThat(article.head().title()).isNotBlank();
            assertThat(article.head().published()).isNotNull();
        });
        assertThat(lengths).allMatch(length -> length >= 1 && length <= 8).contains(1, 6);
        assertThat(lengths.stream().mapToInt(Integer::intValue).average().orElseThrow())
                .isBetween(2.5, 3.5);
    }

    @Test
    void frequentWordsKeepTheirFrequencies() {
        List<String> there = words(String.join(" ", corpus.sentences()));
        List<String> here = articles().stream()
                .flatMap(article -> words(article.text()).stream())
                .toList();
        double kept = 1 - (double) corpus.once() / corpus.words();

        for (String word : List.of("و", "در", "از", "را")) {
            double before = (double) there.stream().filter(word::equals).count() / there.size();
            double after = (double) here.stream().filter(word::equals).count() / here.size();
            assertThat(after).as(word).isCloseTo(before * kept, Percentage.withPercentage(10));
        }
    }

    @Test
    void wordsThatTheCorpusLacksComeAtTheRateOfItsRarestOnes() {
        Set<String> known = new HashSet<>(corpus.vocabulary());
        List<String> here = articles().stream()
                .flatMap(article -> words(article.text()).stream())
                .toList();

        double unknown =
                (double) here.stream().filter(word -> !known.contains(word)).count() / here.size();

        assertThat(unknown).isCloseTo((double) corpus.once() / corpus.words(), Percentage.withPercentage(10));
    }

    @Test
    void inventedWordsGrowByHeapsLawAndRecur() throws BenchException {
        // half of the vocabulary occurs once, so four times the text has twice the invented words
        var half = new BenchCorpus(List.of("باران در تهران بارید"), 10_000, vocabulary(1_000), 500);
        var invented = new InventedWords(half);

        double few = distinct(invented, 50_000);
        double many = distinct(invented, 200_000);

        assertThat(many / few).isCloseTo(2, Assertions.within(0.25));
        assertThat(few).isLessThan(50_000 * 0.9);
    }

    private static List<String> vocabulary(int size) {
        var words = new ArrayList<String>();
        String letters = "ابتجدرسکلمنو";
        for (int i = 0; i < size; i++) {
            words.add(
                    "" + letters.charAt(i % 12) + letters.charAt(i / 12 % 12) + letters.charAt(i / 144 % 12) + "ه" + i);
        }
        return words;
    }

    private static int distinct(InventedWords invented, int draws) {
        var random = new SplittableRandom(7);
        var words = new HashSet<String>();
        for (int i = 0; i < draws; i++) {
            words.add(invented.next(random));
        }
        return words.size();
    }

    @Property(tries = 200)
    void questionsHaveFourToTwelveWordsWithMeaning(@ForAll @IntRange(max = 1_000_000) int number) {
        String question = resampler.question(number);

        assertThat(question.split(" ")).hasSizeBetween(4, 12);
        QueryPlan plan = PLANNER.plan(question, LocalDate.EPOCH);
        assertThat(plan.words()).isNotEmpty();
    }
}
