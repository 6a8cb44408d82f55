package dev.sanad.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.answer.Answer.Cited;
import dev.sanad.answer.Answer.NotAQuestion;
import dev.sanad.answer.Answer.NotFound;
import dev.sanad.answer.Answer.SmallTalk;
import dev.sanad.article.Article;
import dev.sanad.text.Language;
import dev.sanad.text.SentenceSplitter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Questions to the seeds without any model. */
class ExtractiveAnswersTest {
    private static SeedArchive seeds;

    @BeforeAll
    static void index(@TempDir Path folder) throws Exception {
        seeds = new SeedArchive(folder);
    }

    @AfterAll
    static void close() throws Exception {
        seeds.close();
    }

    private static Response ask(String question) throws InterruptedException {
        return seeds.ask(seeds.extractive(), question);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            طرح ایران برای یمن چند ماده دارد؟                         → fa-yemen-plan          → چهار ماده
            وزیر دفاع ایران به دعوت چه کسی به آذربایجان رفت؟         → fa-yemen-plan          → ذاکر حسن‌اف
            دهقان دریای خزر را چه نامید؟                              → fa-yemen-plan          → دریای صلح و دوستی
            زلزله سنگدشت چه ساعتی رخ داد؟                            → fa-quake-sangdasht     → ساعت ۴ و ۳۷ دقیقه
            شمار درست مصدومان زلزله سنگ‌دشت چند نفر است؟              → fa-quake-correction    → بیست و هفت نفر
            وام بازسازی خانه های ویران شده چقدر است؟                 → fa-quake-second-report → ۴۰۰ ميليون تومان
            قیمت یورو در بازار آزاد چقدر بود؟                        → fa-currency-market     → ١٢٤ هزار و ٩٠٠ تومان
            گل پنالتی شاهین را چه کسی زد؟                            → fa-football-shahin     → Miguel Andrade
            نام علمی سوسمار تازه کشف‌شده چیست؟                        → fa-new-lizard          → Eremias mehrica
            بهترین فیلم جشنواره نارنج را چه کسی ساخت؟                → fa-film-festival       → نگار آبانی
            واکسن آنفلوانزا چند تومان است؟                           → fa-flu-vaccine         → ۳۸۵ هزار تومان
            خط سه متروی مهرآوران چند ایستگاه دارد؟                   → fa-metro-line          → پنج ایستگاه
            How many people were injured in the Sangdasht earthquake? → en-quake-kerman       → 31 people
            How much will Saltcell's battery unit cost?               → en-sodium-battery     → 1,450 euros
            When will the ferry across Lake Oren sail again?          → en-ferry-agreement    → 3 May next year
            """)
    void theFirstQuotationHoldsTheAnswersWords(String question, String article, String words) throws Exception {
        Response response = ask(question);

        assertThat(response.answer()).isInstanceOf(Cited.class);
        Citation first = ((Cited) response.answer()).citations().getFirst();
        assertThat(first.quote()).contains(words);
        assertThat(first.article()).isEqualTo(seeds.article(article).head());
        assertThat(response.confidence()).isGreaterThanOrEqualTo(SeedArchive.THRESHOLD);
        assertThat(response.composedBy()).isEqualTo(new ComposedBy.Extractive());
        assertThat(response.language()).isEqualTo(Language.of(question));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            طرح ایران برای یمن چند ماده دارد؟                         → چهار
            قیمت یورو در بازار آزاد چقدر بود؟                        → ١٢٤ هزار و ٩٠٠ تومان
            خط سه متروی مهرآوران چند ایستگاه دارد؟                   → پنج
            How many people were injured in the Sangdasht earthquake? → 31
            When will the ferry across Lake Oren sail again?          → 3 May
            Who is the minister of Vardania?                          → Petra Olanu
            """)
    void theWordsThatAnswerAreHighlighted(String question, String words) throws Exception {
        Citation first = ((Cited) ask(question).answer()).citations().getFirst();

        Span highlight = Objects.requireNonNull(first.highlight());
        assertThat(first.quote().substring(highlight.start(), highlight.end())).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(strings = {"دهقان دریای خزر را چه نامید؟", "بهترین فیلم جشنواره نارنج را چه کسی ساخت؟"})
    void whatCannotBeToldIsNotHighlighted(String question) throws Exception {
        assertThat(((Cited) ask(question).answer()).citations().getFirst().highlight())
                .isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            What is Iran's plan for Yemen?                       → ایران برای یمن چهار ماده → fa
            Who is Zakir Hasanov?                                → سپهبد ذاکر حسن‌اف         → fa
            قیمت باتری Saltcell چند یورو است؟                    → 1,450 euros               → en
            """)
    void aQuestionInTheOtherLanguageIsAnsweredAsTheArticleHasIt(String question, String words, String language)
            throws Exception {
        Response response = ask(question);

        assertThat(response.answer()).isInstanceOf(Cited.class);
        assertThat(((Cited) response.answer()).citations().getFirst().quote()).contains(words);
        assertThat(response.notices())
                .containsAnyOf(
                        new Notice(Notice.Kind.OTHER_LANGUAGE, language),
                        new Notice(Notice.Kind.ALSO_IN_OTHER_LANGUAGE, language));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            پایتخت استرالیا کجاست؟                → استرالیا
            Who won the chess olympiad?          → chess
            قیمت زعفران در بازار مشهد چقدر است؟   → زعفران
            مدیرعامل اپل کیست؟                    → اپل
            """)
    void whatNoArticleSaysIsNotFound(String question, String missing) throws Exception {
        Response response = ask(question);

        assertThat(response.answer()).isInstanceOf(NotFound.class);
        assertThat(((NotFound) response.answer()).nearest())
                .hasSizeLessThanOrEqualTo(3)
                .doesNotHaveDuplicates();
        Searched searched = response.searched();
        assertThat(searched.terms()).contains(missing);
        assertThat(searched.missing()).contains(missing);
        assertThat(searched.terms()).containsAll(searched.missing());
        assertThat(searched.articles()).isEqualTo(seeds.articles.size());
        assertThat(searched.from()).isEqualTo(LocalDate.of(2015, 4, 22));
        assertThat(searched.to()).isEqualTo(LocalDate.of(2025, 12, 6));
        assertThat(response.confidence()).isLessThan(SeedArchive.THRESHOLD);
    }

    @Test
    void aNoShowsTheArticlesThatComeNearest() throws Exception {
        Response response = ask("قیمت زعفران در بازار آزاد مشهد و تبریز و اهواز چقدر است؟");

        assertThat(response.answer())
                .isInstanceOfSatisfying(
                        NotFound.class,
                        no -> assertThat(no.nearest())
                                .first()
                                .isEqualTo(seeds.article("fa-currency-market").head()));
        assertThat(response.searched().missing()).doesNotContain("قیمت", "بازار");
    }

    @ParameterizedTest
    @CsvSource({
        "سلام, GREETING",
        "سلام!, GREETING",
        "صبح‌بخیر, GREETING",
        "Hello, GREETING",
        "Good morning!, GREETING",
        "ممنون, THANKS",
        "خیلی ممنون., THANKS",
        "Thank you!, THANKS",
        "تو کی هستی؟, ABOUT",
        "چه‌کار می‌کنی؟, ABOUT",
        "Who are you?, ABOUT",
        "What's your name?, ABOUT",
        "'', EMPTY",
        "؟؟؟, EMPTY",
        "😀, EMPTY",
        "?! ..., EMPTY"
    })
    void smallTalkIsNoQuestion(String text, SmallTalk kind) throws Exception {
        Response response = ask(text);

        assertThat(response.answer()).isEqualTo(new NotAQuestion(kind));
        assertThat(response.confidence()).isZero();
        assertThat(response.searched().articles()).isEqualTo(seeds.articles.size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"سلام، طرح ایران برای یمن چند ماده دارد؟", "Hello, how many people were injured in Sangdasht?"})
    void aGreetingBeforeAQuestionIsAQuestion(String question) throws Exception {
        assertThat(ask(question).answer()).isInstanceOf(Cited.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"کمک به زلزله‌زدگان سنگدشت چقدر بود؟", "Who are you going to vote for in Corvale?"})
    void wordsAboutTheBotInAQuestionLeaveItOne(String question) throws Exception {
        assertThat(ask(question).answer()).isNotInstanceOf(NotAQuestion.class);
    }

    @Test
    void onlyArticlesOfTheTimeThatIsAskedForAnswer() throws Exception {
        Response response = ask("در مهر ۱۴۰۴ قیمت یورو در بازار آزاد چقدر بود؟");

        assertThat(((Cited) response.answer()).citations().getFirst().quote()).contains("١٢٤ هزار و ٩٠٠ تومان");
        assertThat(response.notices()).containsExactly(new Notice(Notice.Kind.WINDOW, "2025-09-23", "2025-10-22"));
        assertThat(response.searched().from()).isEqualTo(LocalDate.of(2025, 9, 23));
        assertThat(response.searched().to()).isEqualTo(LocalDate.of(2025, 10, 22));
    }

    @Test
    void aQuestionThatNamesOnlyATimeIsAnsweredByItsNewestArticles() throws Exception {
        Response response = ask("در آذر ۱۴۰۴ چه شد؟");

        assertThat(((Cited) response.answer()).citations())
                .extracting(citation -> citation.article().published())
                .hasSize(3)
                .extracting(String::valueOf)
                .isSortedAccordingTo(java.util.Comparator.reverseOrder())
                .startsWith("2025-12-06T06:30:00Z", "2025-12-01");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "آخرین خبر درباره زلزله سنگدشت",
                "تازه‌ترین خبرها درباره زلزله سنگدشت چیست؟",
                "از زلزله سنگدشت چه خبر؟"
            })
    void theNewestIsShownFirstWhereItIsAskedFor(String question) throws Exception {
        Response response = ask(question);

        assertThat(((Cited) response.answer()).citations())
                .extracting(citation -> citation.article().id().value())
                .startsWith("fa-quake-correction.md")
                .doesNotHaveDuplicates()
                .hasSizeBetween(2, 5);
        assertThat(response.notices()).contains(new Notice(Notice.Kind.NEWEST));
        assertThat(((Cited) response.answer()).claims())
                .allSatisfy(claim -> assertThat(claim.heading()).isNotNull());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            آخرین خبر درباره زلزله سنگدشت → fa-quake-sangdasht.md → زمین‌لرزه
            what is new on Corvale? → en-corvale-flood.md → The river Anser burst its banks
            آخرین خبر درباره کورویل → en-corvale-flood.md → The river Anser burst its banks
            """)
    void ofEachArticleADigestQuotesHowItBegins(String question, String article, String beginning) throws Exception {
        assertThat(((Cited) ask(question).answer()).citations())
                .filteredOn(citation -> citation.article().id().value().equals(article))
                .singleElement()
                .satisfies(citation -> assertThat(citation.quote()).startsWith(beginning));
    }

    @Test
    void aDigestHasTheNewsOfTheOtherLanguageToo() throws Exception {
        Response response = ask("what is the latest news on the earthquake in Sangdasht?");

        assertThat(((Cited) response.answer()).citations())
                .extracting(citation -> citation.article().id().value())
                .startsWith("fa-quake-correction.md")
                .containsExactlyInAnyOrder(
                        "fa-quake-correction.md",
                        "fa-quake-second-report.md",
                        "fa-quake-sangdasht.md",
                        "en-quake-kerman.md");
        assertThat(response.notices()).contains(new Notice(Notice.Kind.ALSO_IN_OTHER_LANGUAGE, "fa"));
    }

    @Test
    void theNewestOfAllIsShownWhereNothingElseIsAskedFor() throws Exception {
        assertThat(((Cited) ask("آخرین خبرها؟").answer()).citations())
                .extracting(citation -> String.valueOf(citation.article().published()))
                .hasSize(5)
                .startsWith("2025-12-06T06:30:00Z", "2025-12-01");
    }

    @Test
    void newsOfWhatNoArticleSpeaksOfIsNotFound() throws Exception {
        assertThat(ask("آخرین خبر درباره بورس زعفران استرالیا").answer()).isInstanceOf(NotFound.class);
    }

    @Test
    void aTimeThatHoldsNoAnswerIsWidenedAndSaid() throws Exception {
        Response response = ask("در تیر ۱۴۰۰ طرح ایران برای یمن چند ماده دارد؟");

        assertThat(((Cited) response.answer()).citations().getFirst().quote()).contains("چهار ماده");
        assertThat(response.notices())
                .containsExactly(new Notice(Notice.Kind.WINDOW_WIDENED, "2021-06-22", "2021-07-22"));
        assertThat(response.searched().from()).isEqualTo(LocalDate.of(2015, 4, 22));
    }

    @Test
    void aTimeThatHoldsNoAnswerIsSaidWhenNoOtherDoes() throws Exception {
        Response response = ask("در تیر ۱۴۰۰ مدیرعامل شرکت اپل در آمریکا که بود؟");

        assertThat(response.answer()).isInstanceOf(NotFound.class);
        assertThat(response.notices())
                .as("no article is of that time, so all were searched")
                .containsExactly(new Notice(Notice.Kind.WINDOW_WIDENED, "2021-06-22", "2021-07-22"));
        assertThat(response.searched().from()).isEqualTo(LocalDate.of(2015, 4, 22));
    }

    @Test
    void aTimeThatHasArticlesButNoAnswerIsSaid() throws Exception {
        Response response = ask("در مهر ۱۴۰۴ مدیرعامل شرکت اپل در آمریکا که بود؟");

        assertThat(response.answer()).isInstanceOf(NotFound.class);
        assertThat(response.notices()).containsExactly(new Notice(Notice.Kind.WINDOW, "2025-09-23", "2025-10-22"));
        assertThat(response.searched().from()).isEqualTo(LocalDate.of(2025, 9, 23));
    }

    @Test
    void everySentenceOfTheSeedsAskedForIsQuotedAsItStands() throws Exception {
        for (Article article : seeds.articles.values()) {
            for (var sentence : new SentenceSplitter().split(article.text())) {
                String text = article.text().substring(sentence.start(), sentence.end());
                Response response = ask(text);
                // its dates may be taken for the time that is asked for, and a few words may stand elsewhere too
                if (text.length() > 60 && response.notices().isEmpty()) {
                    assertThat(response.answer()).as(text).isInstanceOf(Cited.class);
                    assertThat(((Cited) response.answer()).citations())
                            .as(text)
                            .extracting(Citation::quote)
                            .anySatisfy(quote -> assertThat(quote).contains(text));
                }
            }
        }
    }
}
