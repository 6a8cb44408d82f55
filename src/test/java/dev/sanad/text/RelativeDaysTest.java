package dev.sanad.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RelativeDaysTest {
    /** A Wednesday, 2 Ordibehesht 1394. */
    private static final LocalDate PUBLISHED = LocalDate.of(2015, 4, 22);

    private static final RelativeDays DAYS = new RelativeDays();

    private static void check(String text, String expected) {
        assertThat(DAYS.find(text, PUBLISHED).stream()
                        .map(mention -> text.substring(mention.start(), mention.end()) + " " + mention.day())
                        .collect(Collectors.joining("; ")))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        او دیروز به تهران رسید.              | دیروز 2015-04-21
        او ديروز آمد و امروز رفت.            | ديروز 2015-04-21; امروز 2015-04-22
        دیشب بازی برگزار شد.                 | دیشب 2015-04-21
        پریروز باران بارید.                  | پریروز 2015-04-20
        فردا رأی می‌گیرند.                    | فردا 2015-04-23
        پس‌فردا خواهد آمد.                    | پس‌فردا 2015-04-24
        سه‌شنبه با وزیر دیدار کرد.            | سه‌شنبه 2015-04-21
        سه شنبه با وزیر دیدار کرد.           | سه شنبه 2015-04-21
        او روز چهارشنبه گفت                  | چهارشنبه 2015-04-22
        چهارشنبه گذشته گفت                   | چهارشنبه گذشته 2015-04-15
        سه‌شنبهٔ هفتهٔ گذشته گفت               | سه‌شنبهٔ هفتهٔ گذشته 2015-04-14
        جمعه آینده بازی خواهد کرد            | جمعه آینده 2015-04-24
        دوشنبه هفته آینده برگزار خواهد شد    | دوشنبه هفته آینده 2015-04-27
        He said yesterday that it rained.    | yesterday 2015-04-21
        The day before yesterday it rained.  | The day before yesterday 2015-04-20
        It opens tomorrow.                   | tomorrow 2015-04-23
        They met on Tuesday.                 | Tuesday 2015-04-21
        They met last Wednesday.             | last Wednesday 2015-04-15
        """)
    void tellsTheDayThatIsMeant(String text, String expected) {
        check(text, expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "سه‌شنبه ۱ اردیبهشت ۱۳۹۴ در باکو دیدار کرد.",
                "On Tuesday, 21 April 2015, they met.",
                "هر سه‌شنبه باز است.",
                "سه‌شنبه‌ها باز است.",
                "every Tuesday",
                "It is closed on Tuesdays.",
                "سه‌شنبه به باکو خواهد رفت.",
                "They will meet on Tuesday.",
                "They will meet next Tuesday.",
                "امروزه چنین نیست.",
                "نماز جمعه برگزار شد.",
                "پنج نفر در خانه‌اند.",
                "",
            })
    void isSilentWhereNoOneDayCanBeTold(String text) {
        check(text, "");
    }

    @Property
    void everyMentionLiesInTheText(@ForAll String before, @ForAll String after) {
        String text = before + " دیروز سه‌شنبه " + after;
        assertThat(DAYS.find(text, PUBLISHED))
                .isNotEmpty()
                .allSatisfy(mention -> assertThat(mention.start())
                        .isGreaterThanOrEqualTo(0)
                        .isLessThan(mention.end())
                        .isLessThan(text.length()));
    }
}
