package dev.sanad.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CalendarsTest {
    @ParameterizedTest
    @CsvSource({
        "1300, 1, 1, 1921-03-21",
        "1357, 11, 22, 1979-02-11",
        "1394, 4, 22, 2015-07-13",
        "1399, 12, 30, 2021-03-20",
        "1403, 12, 30, 2025-03-20",
        "1404, 1, 1, 2025-03-21",
        "1405, 9, 2, 2026-11-23",
    })
    void knowsTheDayOfAJalaliDate(int year, int month, int day, LocalDate expected) {
        assertThat(Calendars.ofJalali(year, month, day)).isEqualTo(expected);
        assertThat(Calendars.jalali(expected)).isEqualTo(new Calendars.Jalali(year, month, day));
    }

    @ParameterizedTest
    @CsvSource({"1400, 12, 30", "1404, 7, 31", "1404, 0, 1", "1404, 13, 1", "1404, 1, 0", "1404, 1, 32"})
    void hasNoDayThatTheJalaliCalendarLacks(int year, int month, int day) {
        assertThat(Calendars.ofJalali(year, month, day)).isNull();
    }

    @Test
    void everyDayOfACenturyAndAHalfGoesThereAndBack() {
        LocalDate day = LocalDate.of(1921, 3, 21);
        var expected = new Calendars.Jalali(1300, 1, 1);
        while (expected.year() < 1451) {
            assertThat(Calendars.jalali(day)).isEqualTo(expected);
            assertThat(Calendars.ofJalali(expected.year(), expected.month(), expected.day()))
                    .isEqualTo(day);
            day = day.plusDays(1);
            expected = next(expected);
        }
    }

    private static Calendars.Jalali next(Calendars.Jalali day) {
        int year = day.year();
        int length = day.month() <= 6 ? 31 : day.month() < 12 || isLeap(year) ? 30 : 29;
        if (day.day() < length) {
            return new Calendars.Jalali(year, day.month(), day.day() + 1);
        }
        return day.month() < 12 ? new Calendars.Jalali(year, day.month() + 1, 1) : new Calendars.Jalali(year + 1, 1, 1);
    }

    /** The years of thirty days in Esfand, in the cycle of 33 years that holds throughout these. */
    private static boolean isLeap(int year) {
        return switch (year % 33) {
            case 1, 5, 9, 13, 17, 22, 26, 30 -> true;
            default -> false;
        };
    }

    @ParameterizedTest
    @CsvSource({"1436, 9, 1, 2015-06-18", "1436, 10, 1, 2015-07-17", "1447, 1, 1, 2025-06-26"})
    void knowsTheDayOfAHijriDate(int year, int month, int day, LocalDate expected) {
        assertThat(Calendars.ofHijri(year, month, day)).isEqualTo(expected);
    }

    @Test
    void hasNoDayThatTheHijriCalendarLacks() {
        assertThat(Calendars.ofHijri(1436, 9, 31)).isNull();
        assertThat(Calendars.ofHijri(1436, 13, 1)).isNull();
    }

    @Test
    void writesAJalaliDayAsAPersianTextDoes() {
        assertThat(new Calendars.Jalali(1394, 4, 22)).hasToString("۲۲ تیر ۱۳۹۴");
        assertThat(Calendars.persianDigits("a 105")).isEqualTo("a ۱۰۵");
    }
}
