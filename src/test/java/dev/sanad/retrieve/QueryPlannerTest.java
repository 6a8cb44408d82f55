package dev.sanad.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.index.Analysis;
import dev.sanad.retrieve.QueryPlan.Expects;
import dev.sanad.text.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryPlannerTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final QueryPlanner PLANNER = new QueryPlanner(new Analysis());

    private static String surfaces(List<QueryWord> words) {
        return words.stream().map(QueryWord::surface).collect(Collectors.joining(" "));
    }

    private static void check(String question, String expected) {
        assertThat(surfaces(PLANNER.plan(question, TODAY).words())).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        طرح ایران برای یمن چند ماده دارد؟                | طرح ایران یمن ماده
        دهقان دریای خزر را چه نامید؟                     | دهقان دریای خزر نامید
        چه‌کسی به باکو رفت؟                              | باکو رفت
        قيمت يورو چقدر است؟                              | قيمت يورو
        آیا وی گفت‌وگو کرد؟                              | گفت‌وگو
        Who invited Iran's defence minister?             | invited Iran's defence minister
        How many people were injured?                    | people injured
        How long does the crossing take?                 | crossing take
        How the long night ended                         | long night ended
        چه کسی؟                                          | چه کسی
        کی؟                                              | کی
        who what                                         | who what
        سلام، سفیر آلمان کیست؟                            | سفیر آلمان
        Hello, who is the ambassador?                    | ambassador
        سردبیر روزنامه سلام کیست؟                         | سردبیر روزنامه سلام
        سلام                                             | سلام
        و در به                                          | ''
        ''                                               | ''
        """)
    void dropsQuestionWordsUnlessNothingElseIsLeft(String question, String expected) {
        check(question, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        طرح ایران چند ماده دارد؟       | NUMBER
        قیمت یورو چقدر بود؟            | NUMBER
        قیمت یورو چه‌قدر بود؟           | NUMBER
        چند‌نفر آمدند؟                  | NUMBER
        چه تعداد آمدند؟                | NUMBER
        چندین نفر آمدند؟               |
        How many came?                 | NUMBER
        How much is it?                | NUMBER
        چه زمانی آمد؟                  | DATE
        در کدام سال آمد؟               | DATE
        تو چه سالی اومد؟               | DATE
        When did he come?              | DATE
        In what year did he come?      | DATE
        کی آمد؟                        | DATE,PERSON
        چه کسی آمد؟                    | PERSON
        چه‌کسی آمد؟                     | PERSON
        سفیر آلمان کیست؟               | PERSON
        سفیر آلمان کیه؟                | PERSON
        رئیس مجلس که بود؟              | PERSON
        چه كساني آمدند؟                | PERSON
        کدام بازیکن گل زد؟             | PERSON
        Who came?                      | PERSON
        باکو کجاست؟                    | PLACE
        کجا رفتند؟                     | PLACE
        در کدام شهر زلزله آمد؟         | PLACE
        Which city was hit?            | PLACE
        چرا آمد؟                       | REASON
        به چه دلیل استعفا داد؟         | REASON
        علت تعطیلی مدارس چیست؟         | REASON
        واسه چی تعطیله؟                | REASON
        Why did he come?               | REASON
        این سفر چگونه بود؟             |
        موضوع نشست چیست؟               |
        What is it about?              |
        """)
    void guessesWhatKindOfWordsWouldAnswer(String question, String expected) {
        String kinds = PLANNER.plan(question, TODAY).expects().stream()
                .map(Expects::name)
                .sorted()
                .collect(Collectors.joining(","));
        assertThat(kinds).isEqualTo(expected == null ? "" : expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        کی رخ داد؟ (زلزله سنگدشت)        | زلزله سنگدشت
        How long does it take? (ferry Oren) | ferry Oren
        بانک (مرکزی) چه کرد؟             | ''
        (زلزله سنگدشت)                  | ''
        بانک مرکزی (                    | ''
        """)
    void whatABracketAtTheEndHoldsIsAnAside(String question, String asides) {
        List<QueryWord> words = PLANNER.plan(question, TODAY).words();

        assertThat(words.stream().filter(QueryWord::aside).map(QueryWord::surface))
                .isEqualTo(asides.isEmpty() ? List.of() : List.of(asides.split(" ")));
    }

    @Test
    void aCompoundIsOneWordWithItsPartsAndItsJoinedForm() {
        QueryWord word = PLANNER.plan("علی‌اف", TODAY).words().getFirst();
        assertThat(word.exact()).containsExactly("علی", "اف");
        assertThat(word.joined()).isEqualTo("علیاف");
        assertThat(word.light()).containsExactly("علی", "اف");
        assertThat(word.truncated()).containsExactly("علی", "اف");
    }

    @Test
    void aCompoundOfAFunctionWordKeepsItsJoinedForm() {
        QueryWord word = PLANNER.plan("هم‌اکنون", TODAY).words().getFirst();
        assertThat(word.exact()).containsExactly("اکنون");
        assertThat(word.joined()).isEqualTo("هماکنون");
    }

    @Test
    void anEnglishWordHasItsStem() {
        QueryWord word = PLANNER.plan("batteries", TODAY).words().getFirst();
        assertThat(word.exact()).containsExactly("batteries");
        assertThat(word.light()).containsExactly("batteri");
    }

    @Test
    void theWordsOfTheTimeWindowAreSearchedOnlyWithoutIt() {
        QueryPlan plan = PLANNER.plan("قیمت یورو در تیر ۱۳۹۴ چقدر بود؟", TODAY);
        assertThat(plan.window()).isEqualTo(new TimeWindow(LocalDate.of(2015, 6, 22), LocalDate.of(2015, 7, 22)));
        assertThat(surfaces(plan.words())).isEqualTo("قیمت یورو");
        assertThat(surfaces(plan.windowWords())).isEqualTo("تیر ۱۳۹۴");
        QueryPlan ofAllTime = plan.withoutWindow();
        assertThat(ofAllTime.window()).isNull();
        assertThat(surfaces(ofAllTime.words())).isEqualTo("قیمت یورو تیر ۱۳۹۴");
    }

    @Test
    void aQuestionOfATimeAloneHasItsWindow() {
        QueryPlan plan = PLANNER.plan("دیروز چه شد؟", TODAY);
        assertThat(plan.window()).isEqualTo(new TimeWindow(TODAY.minusDays(1), TODAY.minusDays(1)));
        assertThat(plan.words()).isEmpty();
        assertThat(plan.withoutWindow().words()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"طرح ایران چیست, PERSIAN", "What is the plan, ENGLISH", "۱۲, UNKNOWN"})
    void detectsTheLanguage(String question, Language expected) {
        assertThat(PLANNER.plan(question, TODAY).language()).isEqualTo(expected);
    }

    @Property
    void plansAnyTextWithinItsBounds(@ForAll String question) {
        QueryPlan plan = PLANNER.plan(question, TODAY);
        assertThat(plan.words())
                .hasSizeLessThanOrEqualTo(QueryPlanner.MOST_WORDS)
                .allSatisfy(word -> {
                    assertThat(question.substring(word.start(), word.end())).isEqualTo(word.surface());
                    assertThat(word.surface()).isNotEmpty();
                });
    }

    @ParameterizedTest
    @CsvSource({"واژه, 5000", "چه, 5000", "ا\u200C, 5000", "a, 1000000", "ا, 1000000", "\uD800, 5000"})
    void boundsTheWordsOfALongQuestion(String unit, int times) {
        String space = times > 5000 || unit.endsWith("\u200C") ? "" : " ";
        QueryPlan plan = PLANNER.plan((unit + space).repeat(times), TODAY);
        assertThat(plan.words().stream().mapToInt(word -> word.exact().size()).sum())
                .isLessThanOrEqualTo(QueryPlanner.MOST_WORDS);
    }
}
