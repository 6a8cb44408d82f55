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
                                : (found.window().from() == null
                                                ? "until"
                                                : found.window().from()) + " "
                                        + found.window().to())
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
    @CsvSource(delimiter = '|', textBlock = """
        دیشب در تهران چه گذشت                       | 2026-11-22 2026-11-23
        the day before yesterday                    | 2026-11-21 2026-11-21
        سه‌شنبه گذشته                                | 2026-11-17 2026-11-17
        سه شنبهٔ گذشته چه شد                         | 2026-11-17 2026-11-17
        دوشنبه گذشته                                | 2026-11-16 2026-11-16
        روز دوشنبه چه شد                            | 2026-11-23 2026-11-23
        پنج‌شنبه هفته گذشته                          | 2026-11-19 2026-11-19
        جمعه هفته پیش                               | 2026-11-20 2026-11-20
        last Tuesday                                | 2026-11-17 2026-11-17
        What was said on Friday?                    | 2026-11-20 2026-11-20
        سه ماه گذشته                                | 2026-08-23 2026-11-23
        در ۱۰ روز اخیر                              | 2026-11-13 2026-11-23
        سه هفته گذشته                               | 2026-11-02 2026-11-23
        ۲۴ ساعت گذشته                               | 2026-11-22 2026-11-23
        یک ماه پیش                                  | 2026-10-23 2026-11-21
        دو روز پیش                                  | 2026-11-21 2026-11-21
        ۵ سال پیش                                   | 2021-03-21 2022-03-20
        دههٔ گذشته                                   | 2016-11-24 2026-11-23
        the last three months                       | 2026-08-23 2026-11-23
        over the past 10 days                       | 2026-11-13 2026-11-23
        two weeks ago                               | 2026-11-07 2026-11-13
        a month ago                                 | 2026-10-01 2026-10-31
        3 years ago                                 | 2023-01-01 2023-12-31
        هفته گذشته تاکنون                           | 2026-11-14 2026-11-23
        since last week                             | 2026-11-14 2026-11-23
        from yesterday to today                     | 2026-11-22 2026-11-23
        """)
    void countsBackFromToday(String question, String expected) {
        check(question, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        پاییز ۹۴                                    | 2015-09-23 2015-12-21
        در پائیز سال ۱۳۹۴                           | 2015-09-23 2015-12-21
        زمستان ۱۴۰۰                                 | 2021-12-22 2022-03-20
        بهار ۲۰۱۱ در تونس                           | 2011-03-01 2011-05-31
        تابستان گذشته                               | 2026-06-22 2026-09-22
        تابستان پارسال                              | 2025-06-22 2025-09-22
        بهار امسال                                  | 2026-03-21 2026-06-21
        از پاییز ۹۴ تا بهار ۹۵                      | 2015-09-23 2016-06-20
        summer 2015                                 | 2015-06-01 2015-08-31
        the winter of 2015                          | 2015-12-01 2016-02-29
        last spring                                 | 2026-03-01 2026-05-31
        دهه نود                                     | 2011-03-21 2021-03-20
        در دههٔ ۱۳۹۰                                 | 2011-03-21 2021-03-20
        دهه ۹۰ میلادی                               | 1990-01-01 1999-12-31
        in the 1990s                                | 1990-01-01 1999-12-31
        the nineties                                | 1990-01-01 1999-12-31
        the summer of 1990's men                    | 1990-06-01 1990-08-31
        a man in his 30s                            | none
        life in your thirties                       | none
        """)
    void readsSeasonsAndDecades(String question, String expected) {
        check(question, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        before 2015                                 | until 2014-12-31
        قبل از ۲۲ تیر ۱۳۹۴                          | until 2015-07-12
        پیش از سال ۱۳۹۴                             | until 2015-03-20
        تا سال ۱۳۹۴                                 | until 2016-03-19
        until July 2015                             | until 2015-07-31
        قبل از پاییز ۹۴                             | until 2015-09-22
        since March 2016                            | 2016-03-01 2026-11-23
        از تیر ۱۳۹۴ به بعد                          | 2015-06-22 2026-11-23
        after 2015                                  | 2016-01-01 2026-11-23
        پس از رمضان ۱۴۳۶                            | 2015-07-17 2026-11-23
        last July                                   | 2026-07-01 2026-07-31
        last November                               | 2025-11-01 2025-11-30
        July last year                              | 2025-07-01 2025-07-31
        تیرماه گذشته                                | 2026-06-22 2026-07-22
        آذر ماه گذشته                               | 2025-11-22 2025-12-21
        تیرماه سال گذشته                            | 2025-06-22 2025-07-22
        ۲۲ تیر پارسال                               | 2025-07-13 2025-07-13
        مرداد امسال                                 | 2026-07-23 2026-08-22
        رمضان گذشته                                 | 2026-02-18 2026-03-19
        در ماه رمضان سال گذشته                      | 2025-03-01 2025-03-29
        """)
    void readsWhatLiesBeforeAndAfter(String question, String expected) {
        check(question, expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "قبل از انتخابات ۹۶",
                "قبل از انتخابات سال ۹۶",
                "پس از زلزله تیر ۱۳۹۴ چه شد",
                "before the elections of July 2015",
                "هر سه شنبه",
                "سه‌شنبه‌ها",
                "سه‌شنبه آینده",
                "سه‌شنبه هفته آینده",
                "next Tuesday",
                "next July",
                "تیر آینده",
                "نماز جمعه تهران",
                "بهار عربی",
                "چند روز گذشته",
                "in the last few days",
                "پنج هزار سال پیش",
                "چند سال پیش",
                "سال‌های گذشته",
                "سال پیش از میلاد",
                "ماه پیش از انتخابات",
                "خرداد یا تیر ۹۴ بود یا مرداد ۹۵",
                "۱۸ مهر و ۲۰ مهر",
                "او می رود",
                "مهر مادری چیست",
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
