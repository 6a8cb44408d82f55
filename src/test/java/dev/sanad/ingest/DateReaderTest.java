package dev.sanad.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import dev.sanad.article.Published;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateReaderTest {
    private static final DateReader DATES = new DateReader(ZoneId.of("Asia/Tehran"));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        2015-04-22                          | 2015-04-22
        2015/4/2                            | 2015-04-02
        2015.04.22                          | 2015-04-22
        20150422                            | 2015-04-22
        13940202                            | 2015-04-22
        1394/02/01                          | 2015-04-21
        1394-2-1                            | 2015-04-21
        ۱۳۹۴/۰۲/۰۱                          | 2015-04-21
        ١٣٩٤/٠٢/٠١                          | 2015-04-21
        1403/12/30                          | 2025-03-20
        1404/01/01                          | 2025-03-21
        2015-04-22T10:30:00+04:30           | 2015-04-22T06:00:00Z
        2015-04-22T10:30:00+0430            | 2015-04-22T06:00:00Z
        2015-04-22T10:30Z                   | 2015-04-22T10:30:00Z
        2015-04-22T10:30:00.250Z            | 2015-04-22T10:30:00.250Z
        2015-04-22 10:30:00 UTC             | 2015-04-22T10:30:00Z
        2015-04-22T10:30:00                 | 2015-04-22T06:00:00Z
        2015-04-22 10:30                    | 2015-04-22T06:00:00Z
        2025-10-10 14:30                    | 2025-10-10T11:00:00Z
        ۱۴۰۴/۰۷/۱۸ - ۱۴:۳۰                  | 2025-10-10T11:00:00Z
        1404/07/18، 14:30                   | 2025-10-10T11:00:00Z
        Wed, 22 Apr 2015 10:30:00 GMT       | 2015-04-22T10:30:00Z
        Mon, 22 Apr 2015 10:30:00 +0430     | 2015-04-22T06:00:00Z
        22 Apr 2015 10:30:00 GMT            | 2015-04-22T10:30:00Z
        1429698600                          | 2015-04-22T10:30:00Z
        1429698600000                       | 2015-04-22T10:30:00Z
        """)
    void readsTheDatesThatFilesCarry(String written, String expected) {
        assertThat(DATES.read(written)).hasToString(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "yesterday",
                "2015",
                "2015-13-01",
                "2015-02-30",
                "1394/12/30", // no leap year
                "1394/07/31",
                "1394/00/10",
                "0094/02/01",
                "2015-04-22T25:00:00Z",
                "01/02/1394",
                "2015-04/22",
                "2015-04-22 maybe",
                "999999999999999999999"
            })
    void makesNothingUpOfWhatIsNoDate(String written) {
        assertThat(DATES.read(written)).isNull();
    }

    @Property(tries = 300)
    void readsWhatAJalaliCalendarWrites(@ForAll @IntRange(min = -40_000, max = 90_000) int epochDay) {
        LocalDate day = LocalDate.ofEpochDay(epochDay);
        Calendar jalali = Calendar.getInstance(TimeZone.GMT_ZONE, new ULocale("@calendar=persian"));
        jalali.setTimeInMillis(day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        String written = "%d/%02d/%02d"
                .formatted(
                        jalali.get(Calendar.YEAR), jalali.get(Calendar.MONTH) + 1, jalali.get(Calendar.DAY_OF_MONTH));
        assertThat(DATES.read(written)).isEqualTo(new Published.On(day));
    }

    @Property(tries = 300)
    void readsWhatIsoWrites(
            @ForAll @LongRange(min = -5_000_000_000L, max = 9_000_000_000L) long second,
            @ForAll @IntRange(min = -12, max = 14) int hours) {
        Instant instant = Instant.ofEpochSecond(second);
        OffsetDateTime written = instant.atOffset(ZoneOffset.ofHours(hours));
        assertThat(DATES.read(written.toString())).isEqualTo(new Published.At(instant));
    }
}
