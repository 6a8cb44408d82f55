package dev.sanad.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberFinderTest {
    private static final Duration LINEAR = Duration.ofSeconds(10);
    private static final NumberFinder NUMBERS = new NumberFinder();

    private static void check(String text, String expected) {
        String found = NUMBERS.find(text).stream()
                .map(number -> number.value().toPlainString())
                .collect(Collectors.joining(" "));
        assertThat(found).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        بیست و یک نفر                          | 21
        بیست‌ویک نفر                            | 21
        فیلمی بیست‌ودو دقیقه‌ای                   | 22
        بيست و يك نفر                          | 21
        صد و پنجاه                             | 150
        صد و چهل خانه در دوازده روستا          | 140 12
        یکصد و پنج                             | 105
        دویست                                  | 200
        هفتصد و هشتاد و نه                     | 789
        هزار و سیصد و نود و چهار               | 1394
        سه هزار و دویست میلیارد تومان          | 3200000000000
        دو میلیون و چهارصد هزار میلیارد        | 2400000000000000
        سه هزار میلیارد و دویست میلیون         | 3000200000000
        ۱۲ هزار و ۵۰۰                          | 12500
        ۱۲ هزار و ۵۰۰ میلیارد                  | 12500000000000
        ۱۱۲ میلیون و ۹۰۰ هزار تومان            | 112900000
        دو میلیون و هشتصد و پنج هزار واحد      | 2805000
        سی و شش هزار و دویست                   | 36200
        ۲٫۵ میلیون                             | 2500000
        ۲/۵ میلیون                             | 2500000
        دو و نیم میلیون                        | 2500000
        یک‌ونیم                                 | 1.5
        ٧٫٦ هزار ميليارد تومان                 | 7600000000000
        ۱٬۲۳۴٬۵۶۷                              | 1234567
        ۱،۲۳۴،۵۶۷                              | 1234567
        ۱.۲۳۴.۵۶۷                              | 1234567
        1,234.5                                | 1234.5
        ١٢٤ هزار و ٩٠٠ تومان                   | 124900
        صدهزار نفر                             | 100000
        هزار نفر                               | 1000
        هِزار و صَد                              | 1100
        هـــزار                                | 1000
        بزرگی آن ۵٫۱.                          | 5.1
        فصل چهارم                              | 4
        روز سی‌ام                               | 30
        روز سی ام                              | 30
        قرن بیست و یکم                         | 21
        دوازدهمین جشنواره                      | 12
        هفته نهم                               | 9
        ساعت ۴ و ۳۷ دقیقه                      | 4 37
        ساعت ۴:۳۷                              | 4 37
        """)
    void readsPersianNumbers(String text, String expected) {
        check(text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        twenty-one people           | 21
        twenty one                  | 21
        one hundred and five        | 105
        two thousand and five       | 2005
        three hundred thousand      | 300000
        2.5 million                 | 2500000
        two and a half million      | 2500000
        1,234                       | 1234
        1,234,567.89                | 1234567.89
        $3bn                        | 3000000000
        £4m                         | 4000000
        a wall of 4 m               | 4
        three dozen                 | 36
        the 18-million-dollar cost  | 18000000
        the twenty-first century    | 21
        the fourth of 3 and 4       | 4 3 4
        5th                         | 5
        route N4                    | 4
        """)
    void readsEnglishNumbers(String text, String expected) {
        check(text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        سه، چهار نفر                | 3 4
        سه چهار نفر                 | 3 4
        ده بیست نفر                 | 10 20
        ۱۲ و ۱۳                     | 12 13
        3 and 4                     | 3 4
        سه و چهار                   | 3 4
        3-4                         | 3 4
        ۳ تا ۴ هزار                 | 3 4000
        ۵ هزار و ۶ هزار             | 5000 6000
        ۳ میلیون و ۲ میلیارد        | 3000000 2000000000
        ۳ میلیارد و ۲۰۰ هزار میلیارد | 3000000000 200000000000000
        ۱۳۹۴/۰۴/۲۲                  | 1394 4 22
        2015-07-13                  | 2015 7 13
        1, 2, 3                     | 1 2 3
        پنجاه، شصت                  | 50 60
        """)
    void keepsRangesAndListsApart(String text, String expected) {
        check(text, expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "نه، او نیامد",
                "یک روز آمد",
                "one of them",
                "a second look",
                "روز سه‌شنبه",
                "روز سه شنبه و پنج‌شنبه",
                "شبکهٔ سی‌ان‌ان و بی‌بی‌سی",
                "ده‌ها گونهٔ دیگر",
                "هزاران نفر",
                "بدون عدد",
                ""
            })
    void findsNoneInWordsThatMeanSomethingElse(String text) {
        check(text, "");
    }

    @Test
    void tellsWhereANumberStandsAndHowItIsWritten() {
        String text = "شمار آن بیست و هفت نفر و ۳ تن بود";
        List<Quantity> found = NUMBERS.find(text);
        assertThat(found)
                .extracting(number -> text.substring(number.start(), number.end()))
                .containsExactly("بیست و هفت", "۳");
        assertThat(found).extracting(Quantity::inWords).containsExactly(true, false);
        String marked = "هـــزار و صَد نفر";
        assertThat(NUMBERS.find(marked))
                .singleElement()
                .satisfies(number -> assertThat(marked.substring(number.start(), number.end()))
                        .isEqualTo("هـــزار و صَد"));
    }

    private static final char[] ZEROS = {'0', '۰', '٠', '०', '০', '０', '๐'};

    @Property
    void findsPlainDigitsOfAnyScriptInAnyText(
            @ForAll String before,
            @ForAll @LongRange(min = 0) long value,
            @ForAll @IntRange(max = 6) int script,
            @ForAll String after) {
        String digits = Long.toString(value)
                .chars()
                .mapToObj(digit -> String.valueOf((char) (ZEROS[script] + digit - '0')))
                .collect(Collectors.joining());
        String start = before.replaceAll("\\p{N}", "") + " ; ";
        String text = start + digits + " ; " + after.replaceAll("\\p{N}", "");
        assertThat(NUMBERS.find(text))
                .contains(new Quantity(
                        BigDecimal.valueOf(value), start.length(), start.length() + digits.length(), false));
    }

    @Property
    void findsNumbersInOrderAndWithinTheText(@ForAll String text) {
        int end = 0;
        for (Quantity number : NUMBERS.find(text + " 5 و ۶ هزار")) {
            assertThat(number.start()).isGreaterThanOrEqualTo(end);
            assertThat(number.end()).isGreaterThan(number.start());
            end = number.end();
        }
        assertThat(end).isEqualTo(text.length() + 11);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1",
                "1,234,",
                "1.234.",
                "1/",
                "a",
                "ا",
                " ",
                "هزار ",
                "hundred ",
                "صد و ",
                "یک میلیون و ",
                "دو هزار میلیارد و ",
                "۱۲ و ",
                "سه هزار و دویست ",
                "و ",
                "half and a ",
                "،"
            })
    void aMegabyteOfTheSameIsReadInLinearTime(String unit) {
        String text = unit.repeat(1_000_000 / unit.length());
        assertThat(assertTimeoutPreemptively(LINEAR, () -> NUMBERS.find(text))).isNotNull();
    }
}
