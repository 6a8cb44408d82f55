package dev.sanad.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateFinderTest {
    private static final Duration LINEAR = Duration.ofSeconds(10);
    private static final DateFinder DATES = new DateFinder();

    /** Each date as the letter of its calendar, year, month and day, what is unnamed as a hyphen; then the days it means. */
    private static void check(String text, String expected) {
        String found = DATES.find(text).stream().map(DateFinderTest::written).collect(Collectors.joining("; "));
        assertThat(found).isEqualTo(expected);
    }

    private static String written(DateMention mention) {
        String date = mention.calendar().name().substring(0, 1)
                + (mention.year() == null ? "-" : mention.year()) + "/"
                + (mention.month() == 0 ? "-" : mention.month()) + "/"
                + (mention.day() == 0 ? "-" : mention.day());
        if (mention.from() == null) {
            return date;
        }
        boolean oneDay = mention.day() > 0;
        return date + " = " + mention.from() + (oneDay ? "" : ".." + mention.to());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        ۲۲ تیر ۱۳۹۴                     | J1394/4/22 = 2015-07-13
        22 تير 1394                     | J1394/4/22 = 2015-07-13
        ٢٢ تیر ١٣٩٤                     | J1394/4/22 = 2015-07-13
        ۲۲ تیرماه سال ۱۳۹۴              | J1394/4/22 = 2015-07-13
        ۲۲ تیر ماه ۱۳۹۴                 | J1394/4/22 = 2015-07-13
        ۲۲ تیر‌ماه ۹۴                    | J1394/4/22 = 2015-07-13
        ۲۲ تیر ۹۴                       | J1394/4/22 = 2015-07-13
        بیست و دوم تیر ۱۳۹۴             | J1394/4/22 = 2015-07-13
        بیست‌و‌دوم تیر ۱۳۹۴               | J1394/4/22 = 2015-07-13
        پانزدهم خرداد                   | J-/3/15
        سی‌ام آبان                       | J-/8/30
        ۲۲ام تیر                        | J-/4/22
        ۱۳۹۴/۰۴/۲۲                      | J1394/4/22 = 2015-07-13
        1394/4/22                       | J1394/4/22 = 2015-07-13
        1394-04-22                      | J1394/4/22 = 2015-07-13
        ۹۴/۴/۲۲                         | J1394/4/22 = 2015-07-13
        ۱۸ مهر                          | J-/7/18
        خرداد ۹۴                        | J1394/3/- = 2015-05-22..2015-06-21
        تیر ۱۳۹۴.                       | J1394/4/- = 2015-06-22..2015-07-22
        در تیرماه برگزار شد             | J-/4/-
        در ماه مهر                      | J-/7/-
        اسفند ۱۳۹۹                      | J1399/12/- = 2021-02-19..2021-03-20
        ۳۰ اسفند ۱۳۹۹                   | J1399/12/30 = 2021-03-20
        در سال ۱۳۹۴ بود                 | J1394/-/- = 2015-03-21..2016-03-19
        در سال ۱۳۹۴.                    | J1394/-/- = 2015-03-21..2016-03-19
        سال ۹۴ بود                      | J1394/-/- = 2015-03-21..2016-03-19
        سال‌های ۱۳۹۰ تا ۱۳۹۲             | J1390/-/- = 2011-03-21..2012-03-19; J1392/-/- = 2013-03-21..2014-03-20
        سال ۱۳۹۴ شمسی                   | J1394/-/- = 2015-03-21..2016-03-19
        ۵ مهر ۲۷ نفر مصدوم شدند         | J-/7/5
        ۵ مهر ۷۲ نفر مصدوم شدند         | J-/7/5
        """)
    void readsJalaliDates(String text, String expected) {
        check(text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2015-07-13                      | G2015/7/13 = 2015-07-13
        2015-07-13T10:30:00Z            | G2015/7/13 = 2015-07-13
        2015/7/13                       | G2015/7/13 = 2015-07-13
        July 13, 2015                   | G2015/7/13 = 2015-07-13
        July 13th, 2015                 | G2015/7/13 = 2015-07-13
        13 July 2015                    | G2015/7/13 = 2015-07-13
        13th of July 2015               | G2015/7/13 = 2015-07-13
        13 Jul. 2015                    | G2015/7/13 = 2015-07-13
        on July 13.                     | G-/7/13
        on July 13, 15 people came      | G-/7/13
        on 3 May next year              | G-/5/3
        February 2016                   | G2016/2/- = 2016-02-01..2016-02-29
        29 February                     | G-/2/29
        May 2015                        | G2015/5/- = 2015-05-01..2015-05-31
        in march they left              | G-/3/-
        in 2015, he left                | G2015/-/- = 2015-01-01..2015-12-31
        since 2015.                     | G2015/-/- = 2015-01-01..2015-12-31
        between 2010 and 2015           | G2010/-/- = 2010-01-01..2010-12-31; G2015/-/- = 2015-01-01..2015-12-31
        ۱۳ ژوئیه ۲۰۱۵                   | G2015/7/13 = 2015-07-13
        ۱۳ ژوئیهٔ ۲۰۱۵                   | G2015/7/13 = 2015-07-13
        ۱۳ جولای ۲۰۱۵                   | G2015/7/13 = 2015-07-13
        ۵ می ۲۰۱۵                       | G2015/5/5 = 2015-05-05
        می ۲۰۱۵                         | G2015/5/- = 2015-05-01..2015-05-31
        ماه مه                          | G-/5/-
        سال ۲۰۱۵ میلادی                 | G2015/-/- = 2015-01-01..2015-12-31
        """)
    void readsGregorianDates(String text, String expected) {
        check(text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        رمضان ۱۴۳۶                      | H1436/9/- = 2015-06-18..2015-07-16
        ۲۱ رمضان ۱۴۳۶                   | H1436/9/21 = 2015-07-08
        ۱۰ محرم                         | H-/1/10
        ۱۷ ربیع‌الاول ۱۴۳۷               | H1437/3/17 = 2015-12-28
        ۱۷ ربيع الأول ۱۴۳۷              | H1437/3/17 = 2015-12-28
        ۱۰ ذی‌حجه                        | H-/12/10
        ۱۰ ذی الحجه                     | H-/12/10
        سال ۱۴۳۶ هجری قمری              | H1436/-/- = 2014-10-25..2015-10-13
        """)
    void readsHijriDates(String text, String expected) {
        check(text, expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "او می رود",
                "ساعت ۵ می رود",
                "می‌خواهد بماند",
                "دی وی دی",
                "مهر مادری",
                "با تیر و کمان",
                "تیر خورد",
                "بهمن جاده را بست",
                "آذر به خانه آمد",
                "مه جاده را گرفت",
                "علی آذرنیا و مهرآوران",
                "نگار آبانی",
                "بهمن‌آباد",
                "it may rain",
                "only 31 may",
                "they march on",
                "Marches and Junes",
                "in 48 hours",
                "a total of 2000 people",
                "in 1500 villages",
                "سال ۱۲۰۰ پیش از میلاد",
                "چند سال پیش",
                "۴۰۰ سال",
                "۱۳ بر ۱۴",
                "نسخهٔ ۱٫۲",
                "2015-13-01",
                "2015-02-30",
                "1394/12/30",
                "1394/00/10",
                "1394/10/00",
                "۳۱ مهر ۱۳۹۴",
                "۰ مهر",
                "",
            })
    void findsNoDateInWhatIsNone(String text) {
        check(text, "");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        دیروز ۲۲ تیر ۱۳۹۴، در تهران    | ۲۲ تیر ۱۳۹۴
        روز ۵ مهر ۲۷ نفر               | ۵ مهر
        (July 13, 2015)                | July 13, 2015
        در سـال ۱۳۹۴ بود               | ۱۳۹۴
        """)
    void tellsWhereADateStands(String text, String expected) {
        assertThat(DATES.find(text))
                .extracting(mention -> text.substring(mention.start(), mention.end()))
                .containsExactly(expected);
    }

    @Property
    void findsEveryJalaliDayInAnyText(
            @ForAll String before,
            @ForAll @IntRange(min = 1300, max = 1450) int year,
            @ForAll @IntRange(min = 1, max = 12) int month,
            @ForAll @IntRange(min = 1, max = 29) int day) {
        String date = new Calendars.Jalali(year, month, day).toString();
        String start = before.replaceAll("\\p{N}", "") + " ; ";
        assertThat(DATES.find(start + date + " ; "))
                .contains(new DateMention(
                        DateMention.Calendar.JALALI, year, month, day, start.length(), start.length() + date.length()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2015-01-01 ",
                "۲۲ تیر ۱۳۹۴ ",
                "1",
                "1394/",
                "تیر",
                "ا",
                " ",
                "بیست و ",
                "سال ۱۳۹۴ تا ",
                "in 2015 ",
                "may "
            })
    void aMegabyteOfTheSameIsReadInLinearTime(String unit) {
        String text = unit.repeat(1_000_000 / unit.length());
        assertThat(assertTimeoutPreemptively(LINEAR, () -> DATES.find(text))).isNotNull();
    }
}
