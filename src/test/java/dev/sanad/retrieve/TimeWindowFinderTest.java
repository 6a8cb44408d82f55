package dev.sanad.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.retrieve.TimeWindowFinder.Found;
import java.time.LocalDate;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeWindowFinderTest {
    /** A Monday, 2 Azar 1405. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static final TimeWindowFinder WINDOWS = new TimeWindowFinder();

    private static void check(String question, String expected) {
        Found found = WINDOWS.find(question, TODAY);
        assertThat(
                        found == null
                                ? "none"
                                : found.window().from() + " " + found.window().to())
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        امروز چه شد؟                                | 2026-11-23 2026-11-23
        آنچه دیروز از تهران رسید                    | 2026-11-22 2026-11-22
        پريروز                                      | 2026-11-21 2026-11-21
        این هفته چه شد                              | 2026-11-21 2026-11-23
        در هفته جاری                                | 2026-11-21 2026-11-23
        هفته گذشته                                  | 2026-11-14 2026-11-20
        هفتهٔ گذشته                                  | 2026-11-14 2026-11-20
        هفته‌ی پیش                                   | 2026-11-14 2026-11-20
        این ماه                                     | 2026-11-22 2026-12-21
        ماه گذشته                                   | 2026-10-23 2026-11-21
        امسال                                       | 2026-03-21 2027-03-20
        سال گذشته                                   | 2025-03-21 2026-03-20
        پارسال چه شد                                | 2025-03-21 2026-03-20
        what happened today                         | 2026-11-23 2026-11-23
        Yesterday's news                            | 2026-11-22 2026-11-22
        this week                                   | 2026-11-21 2026-11-23
        last week                                   | 2026-11-14 2026-11-20
        this month                                  | 2026-11-01 2026-11-23
        last month                                  | 2026-10-01 2026-10-31
        this year                                   | 2026-01-01 2026-11-23
        last year                                   | 2025-01-01 2025-12-31
        """)
    void measuresWordsFromToday(String question, String expected) {
        check(question, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        در تیر ۱۳۹۴ چه شد؟                          | 2015-06-22 2015-07-22
        ۲۲ تیر ۱۳۹۴                                 | 2015-07-13 2015-07-13
        ۲۲ تیرماه ۹۴                                | 2015-07-13 2015-07-13
        خبرهای ۱۳۹۴/۰۴/۲۲                           | 2015-07-13 2015-07-13
        ۱۸ مهر                                      | 2026-10-10 2026-10-10
        ۵ دی                                        | 2025-12-26 2025-12-26
        سال ۱۳۹۴                                    | 2015-03-21 2016-03-19
        در سال ۹۴ چه شد                             | 2015-03-21 2016-03-19
        رمضان ۱۴۳۶                                  | 2015-06-18 2015-07-16
        ۱۰ محرم                                     | 2026-06-25 2026-06-25
        ژوئیه ۲۰۱۵                                  | 2015-07-01 2015-07-31
        July 2015                                   | 2015-07-01 2015-07-31
        on 13 July 2015                             | 2015-07-13 2015-07-13
        What happened in 2015?                      | 2015-01-01 2015-12-31
        29 February                                 | 2024-02-29 2024-02-29
        since 2015                                  | 2015-01-01 2026-11-23
        از سال ۱۳۹۴ تاکنون                          | 2015-03-21 2026-11-23
        پس از ۲۲ تیر ۱۳۹۴                           | 2015-07-13 2026-11-23
        """)
    void readsDates(String question, String expected) {
        check(question, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        از فروردین تا خرداد ۹۴                      | 2015-03-21 2015-06-21
        از فروردین ۱۳۹۳ تا خرداد ۱۳۹۴               | 2014-03-21 2015-06-21
        از بهمن ۱۳۹۳ تا خرداد ۱۳۹۴                  | 2015-01-21 2015-06-21
        از اسفند تا خرداد ۹۴                        | 2015-02-20 2015-06-21
        از ۱۸ مهر تا ۲۰ مهر                         | 2026-10-10 2026-10-12
        از ۳ تا ۷ مهر ۱۳۹۴                          | 2015-09-25 2015-09-29
        بین ۱۸ مهر و ۲۰ مهر                         | 2026-10-10 2026-10-12
        سال‌های ۱۳۹۰ تا ۱۳۹۲                         | 2011-03-21 2014-03-20
        between 3 May and 7 May 2015                | 2015-05-03 2015-05-07
        from 3 to 7 May 2015                        | 2015-05-03 2015-05-07
        from July 2014 to June 2015                 | 2014-07-01 2015-06-30
        between 2010 and 2015                       | 2010-01-01 2015-12-31
        """)
    void readsRanges(String question, String expected) {
        check(question, expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "چند سال پیش",
                "سه هفته گذشته",
                "۱۰ سال گذشته",
                "یک ماه پیش",
                "سال‌های گذشته",
                "سال پیش از میلاد",
                "ماه پیش از انتخابات",
                "خرداد یا تیر ۹۴ بود یا مرداد ۹۵",
                "۱۸ مهر و ۲۰ مهر",
                "قبل از ۲۲ تیر ۱۳۹۴",
                "before 2015",
                "او می رود",
                "مهر مادری چیست",
                "the last 3 years",
                "When will the ferry sail?",
                "",
            })
    void findsNoneWhereNoneIsMeant(String question) {
        check(question, "none");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        در هفتهٔ گذشته چه شد                        | هفتهٔ گذشته
        قیمت دلار در تیر ۱۳۹۴ چند بود               | تیر ۱۳۹۴
        از فروردین تا خرداد ۹۴ چه شد                | فروردین,خرداد ۹۴
        from 3 to 7 May 2015                        | 3 to 7 May 2015
        """)
    void tellsTheWordsThatNamedIt(String question, String expected) {
        Found found = java.util.Objects.requireNonNull(WINDOWS.find(question, TODAY));
        assertThat(found.spans().stream()
                        .map(span -> question.substring(span[0], span[1]))
                        .collect(Collectors.joining(",")))
                .isEqualTo(expected);
    }

    @Property
    void everySpanLiesInTheQuestion(@ForAll String before, @ForAll String after) {
        String question = before + " در تیر ۱۳۹۴ " + after;
        Found found = WINDOWS.find(question, TODAY);
        if (found != null) {
            assertThat(found.spans()).allSatisfy(span -> {
                assertThat(span[0]).isGreaterThanOrEqualTo(0).isLessThan(span[1]);
                assertThat(span[1]).isLessThanOrEqualTo(question.length());
            });
        }
    }
}
