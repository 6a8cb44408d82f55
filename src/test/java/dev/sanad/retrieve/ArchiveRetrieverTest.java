package dev.sanad.retrieve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sanad.article.Article;
import dev.sanad.article.ArticleHead;
import dev.sanad.article.ArticleId;
import dev.sanad.article.Published;
import dev.sanad.index.Analysis;
import dev.sanad.index.LucenePassageIndex;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchiveRetrieverTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Analysis ANALYSIS = new Analysis();

    @TempDir
    Path folder;

    private static Article article(String id, String title, String text, @Nullable String day) {
        Published published = day == null ? null : Published.parse(day);
        return Article.of(new ArticleHead(new ArticleId(id), title, "fa", "", null, published), text);
    }

    private void index(List<Article> articles, List<ArticleId> removed) throws IOException {
        try (var index = LucenePassageIndex.open(folder, ANALYSIS)) {
            index.update(articles, removed);
            index.commit(index.revision() + 1);
        }
    }

    private Retrieval retrieve(String question, int limit) throws IOException {
        try (var searcher = ArchiveSearcher.open(folder)) {
            return searcher.retriever(ANALYSIS, ZoneId.of("Asia/Tehran"), Ranking.fitted(), null, null)
                    .retrieve(new QueryPlanner(ANALYSIS).plan(question, TODAY), limit);
        }
    }

    private static List<String> articles(Retrieval retrieval) {
        return retrieval.hits().stream()
                .map(hit -> hit.passage().id().article().value())
                .toList();
    }

    @Test
    void ranksByWhatMattersInAQuestion() throws IOException {
        index(
                List.of(
                        article("a", "بازار", "قیمت دلار بالا رفت.", null),
                        article("b", "بازار", "قیمت یورو بالا رفت.", null),
                        article("c", "هوا", "باران می‌بارد.", null)),
                List.of());
        assertThat(articles(retrieve("قیمت یورو چقدر است؟", 5))).containsExactly("b", "a");
    }

    @Test
    void aWordInTheTitleCounts() throws IOException {
        index(
                List.of(
                        article("a", "چیزی دیگر", "متن خبر این است.", null),
                        article("b", "زلزلهٔ کرمان", "متن خبر این است.", null)),
                List.of());
        assertThat(articles(retrieve("زلزله", 5))).containsExactly("b");
    }

    @Test
    void anArticleOfTheFirstHoursBelongsToItsReadersDay() throws IOException {
        index(
                List.of(
                        article("night", "", "قیمت یورو بالا رفت.", "2025-10-10T00:30:00+03:30"),
                        article("evening", "", "قیمت یورو بالا رفت.", "2025-10-09T23:30:00+03:30"),
                        article("undated", "", "قیمت یورو بالا رفت.", "2025-10-10")),
                List.of());

        assertThat(articles(retrieve("قیمت یورو در ۱۸ مهر ۱۴۰۴", 5))).containsExactly("night", "undated");
    }

    @Test
    void coversNoDayOfAnArticleThatIsGone() throws IOException {
        index(
                List.of(
                        article("old", "", "قیمت یورو بالا رفت.", "2001-01-01"),
                        article("new", "", "قیمت یورو بالا رفت.", "2025-10-10")),
                List.of());
        index(List.of(), List.of(new ArticleId("old")));

        assertThat(retrieve("قیمت یورو", 5).coverage())
                .isEqualTo(new Retrieval.Coverage(1, LocalDate.of(2025, 10, 10), LocalDate.of(2025, 10, 10)));
    }

    @Test
    void keepsToTheTimeWindow() throws IOException {
        index(
                List.of(
                        article("before", "", "قیمت یورو.", "2015-06-21"),
                        article("first", "", "قیمت یورو.", "2015-06-22"),
                        article("last", "", "قیمت یورو.", "2015-07-22"),
                        article("after", "", "قیمت یورو.", "2015-07-23"),
                        article("undated", "", "قیمت یورو.", null)),
                List.of());
        assertThat(articles(retrieve("قیمت یورو در تیر ۱۳۹۴", 5))).containsExactly("last", "first");
        assertThat(articles(retrieve("در تیر ۱۳۹۴ چه شد؟", 5))).containsExactly("last", "first");
    }

    @Test
    void breaksTiesByTheIdOfThePassage() throws IOException {
        List<Article> alike = IntStream.range(0, 8)
                .mapToObj(i -> article("a" + (7 - i), "عنوان", "همان متن.", null))
                .toList();
        for (Article article : alike) {
            index(List.of(article), List.of());
        }
        assertThat(articles(retrieve("متن", 4))).containsExactly("a0", "a1", "a2", "a3");
        assertThat(retrieve("متن", 4)).isEqualTo(retrieve("متن", 4));
    }

    @Test
    void breaksTiesByTheIdOfThePassageAmongManyMoreThanAreWanted() throws IOException {
        index(
                IntStream.range(0, 45)
                        .mapToObj(i -> article("a" + (84 - i), "عنوان", "همان متن.", null))
                        .toList(),
                List.of());
        assertThat(articles(retrieve("متن", 3))).containsExactly("a40", "a41", "a42");
    }

    /** Sentences of one article that fill a passage each, all with the word. */
    private static Article longArticle(String id, String word, int passages) {
        String filler = "حرف‌های دیگر این خبر دربارهٔ چیزهای گوناگون است و ادامه دارد تا پایان همین جمله ";
        return article(id, "", (word + " " + filler.repeat(8).strip() + ". ").repeat(passages), null);
    }

    @Test
    void furtherPassagesOfOneArticleStandBehindOtherArticles() throws IOException {
        index(
                List.of(
                        longArticle("long", "تگرگ", 4),
                        article("other", "", "تگرگ بارید و همه جا را سفید کرد و راه‌ها بسته شد.", null)),
                List.of());
        Retrieval retrieval = retrieve("تگرگ", 5);

        assertThat(articles(retrieval)).hasSize(5).startsWith("other", "long").endsWith("long", "long", "long");
        assertThat(retrieval.hits()).extracting(Hit::score).isSortedAccordingTo(Comparator.reverseOrder());
    }

    @Test
    void furtherPassagesOfOneArticleComeFirstWhenFarAhead() throws IOException {
        index(
                List.of(
                        longArticle("long", "تگرگ سیاه در سنگ‌دشت", 3),
                        article("other", "", "تگرگ بارید.", null),
                        article("another", "", "باران بارید.", null)),
                List.of());

        assertThat(articles(retrieve("تگرگ سیاه در سنگ‌دشت", 5))).containsExactly("long", "long", "long", "other");
    }

    @Test
    void anArticleOfManyGoodPassagesDoesNotHideTheOthers() throws IOException {
        index(
                List.of(
                        longArticle("long", "تگرگ تگرگ تگرگ", 20),
                        article("other", "", "تگرگ " + "و باران بارید و باد وزید ".repeat(8) + ".", null)),
                List.of());
        assertThat(articles(retrieve("تگرگ", 3))).contains("other");
    }

    @Test
    void tellsWhichWordsTheArchiveHas() throws IOException {
        index(List.of(article("a", "شرکت Saltcell", "قیمت یورو در گفت‌وگوی علی‌اف.", null)), List.of());
        Retrieval retrieval = retrieve("قیمت دلار Saltcell علیاف گفتگو", 5);
        assertThat(retrieval.plan().words())
                .extracting(QueryWord::surface)
                .containsExactly("قیمت", "دلار", "Saltcell", "علیاف", "گفتگو");
        assertThat(retrieval.words()).extracting(FoundWord::isKnown).containsExactly(true, false, true, true, true);
        assertThat(retrieval.words().get(1).weight())
                .isGreaterThan(retrieval.words().get(0).weight());
    }

    @Test
    void doesNotKnowAWordWhoseArticleIsGone() throws IOException {
        var many = new ArrayList<Article>();
        for (int i = 0; i < 20; i++) {
            many.add(article("a" + i, "", "قیمت یورو.", null));
        }
        many.add(article("b", "", "زلزله شد.", null));
        index(many, List.of());
        index(List.of(), List.of(new ArticleId("b")));
        Retrieval retrieval = retrieve("زلزله قیمت", 1);
        assertThat(retrieval.words()).extracting(FoundWord::isKnown).containsExactly(false, true);
        assertThat(retrieval.coverage().articles()).isEqualTo(20);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        آذربایحان     | آذربایجان
        آذربایجانن    | آذربایجان
        زلزلع         | زلزلهٔ
        حسن‌وف        | حسن‌اف
        سشمفزثمم      | Saltcell
        rdlj          | قیمت
        Saltxell      | Saltcell
        خربزه         |
        xq            |
        """)
    void aWordThatIsMissingGetsASpellingThatTheArchiveHas(String asked, String expected) throws IOException {
        index(List.of(article("a", "آذربایجان", "زلزلهٔ سنگ‌دشت و دیدار حسن‌اف. قیمت Saltcell.", null)), List.of());
        try (ArchiveSearcher searcher = ArchiveSearcher.open(folder)) {
            Retriever retriever = searcher.retriever(ANALYSIS, ZoneId.of("Asia/Tehran"), Ranking.fitted(), null, null);
            List<QueryWord> words =
                    new QueryPlanner(ANALYSIS).plan(asked, TODAY).words();
            assertThat(retriever.spellings(words).get(words.getFirst().surface()))
                    .isEqualTo(expected);
        }
    }

    @Test
    void aWordLongerThanAnyIsNotLookedFor() throws IOException {
        String longer = "آذربایجان".repeat(4);
        index(List.of(article("a", "", longer + "ی دیگر.", null)), List.of());
        try (ArchiveSearcher searcher = ArchiveSearcher.open(folder)) {
            Retriever retriever = searcher.retriever(ANALYSIS, ZoneId.of("Asia/Tehran"), Ranking.fitted(), null, null);
            List<QueryWord> words =
                    new QueryPlanner(ANALYSIS).plan(longer + "ن", TODAY).words();
            assertThat(retriever.spellings(words)).isEmpty();
        }
    }

    @Test
    void tellsWhatItSearchedIn() throws IOException {
        index(
                List.of(
                        article("a", "", "جمله‌ای دراز. ".repeat(300), "2015-06-21"),
                        article("b", "", "متن.", "2025-01-02"),
                        article("c", "", "متن.", null)),
                List.of());
        assertThat(retrieve("متن", 1).coverage())
                .isEqualTo(new Retrieval.Coverage(3, LocalDate.of(2015, 6, 21), LocalDate.of(2025, 1, 2)));
    }

    @Test
    void anArchiveThatHoldsNothingHasNoHits() throws IOException {
        try (var searcher = ArchiveSearcher.open(null)) {
            Retrieval retrieval = searcher.retriever(ANALYSIS, ZoneId.of("Asia/Tehran"), Ranking.fitted(), null, null)
                    .retrieve(new QueryPlanner(ANALYSIS).plan("قیمت یورو", TODAY), 5);
            assertThat(retrieval.hits()).isEmpty();
            assertThat(retrieval.words()).extracting(FoundWord::isKnown).containsExactly(false, false);
            assertThat(retrieval.coverage()).isEqualTo(new Retrieval.Coverage(0, null, null));
        }
    }

    @Test
    void seesALaterCommitWithoutBeingOpenedAgain() throws IOException {
        index(List.of(article("a", "", "متن.", null)), List.of());
        try (var searcher = ArchiveSearcher.open(folder)) {
            Retriever retriever = searcher.retriever(ANALYSIS, ZoneId.of("Asia/Tehran"), Ranking.fitted(), null, null);
            QueryPlan plan = new QueryPlanner(ANALYSIS).plan("متن", TODAY);
            assertThat(retriever.retrieve(plan, 5).hits()).hasSize(1);
            assertThat(retriever.retrieve(plan, 5).coverage().articles()).isEqualTo(1);
            index(List.of(article("b", "", "متن.", null)), List.of());
            await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
                assertThat(retriever.retrieve(plan, 5).hits()).hasSize(2);
                assertThat(retriever.retrieve(plan, 5).coverage().articles()).isEqualTo(2);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title:(متن OR *) AND NOT \"x\"~2^3 [a TO b] {",
                "متن*",
                "\\",
                "+متن -متن",
                "??",
                "/.*/",
                "\uD800",
                "\uDC00متن",
                "متن\u0000متن",
                "_exists_:id"
            })
    void takesQuerySyntaxForWords(String question) throws IOException {
        index(List.of(article("a", "", "متن یکم.", null), article("b", "", "خبر دوم.", null)), List.of());
        boolean asks = question.contains("متن");
        assertThat(articles(retrieve(question, 5))).isEqualTo(asks ? List.of("a") : List.of());
    }

    @ParameterizedTest
    @ValueSource(strings = {"واژه ", "چه ", "ا\u200C", "ا", "a ", "علی\u200Cاف ", "batteries\u200Cof ", "\uD83D\uDE00"})
    void answersAQuestionOfAnyLength(String unit) throws IOException {
        index(List.of(article("a", "", "متن واژه.", null)), List.of());
        Retrieval retrieval = retrieve(unit.repeat(5_000) + " متن", 5);
        assertThat(retrieval.words()).hasSameSizeAs(retrieval.plan().words());
        assertThat(articles(retrieval)).isEqualTo(unit.equals("واژه ") ? List.of("a") : List.of());
    }
}
