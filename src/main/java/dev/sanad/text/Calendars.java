package dev.sanad.text;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Days of the Jalali (solar Hijri) and the Hijri (lunar) calendar, through ICU4J. */
public final class Calendars {
    public static final List<String> JALALI_MONTHS = List.of(
            "فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور", "مهر", "آبان", "آذر", "دی", "بهمن", "اسفند");
    private static final ULocale JALALI = new ULocale("@calendar=persian");
    private static final ULocale HIJRI = new ULocale("@calendar=islamic-umalqura");
    private static final long DAY_MILLIS = 86_400_000L;

    private Calendars() {}

    /** A day of the Jalali calendar; month and day from 1. */
    public record Jalali(int year, int month, int day) {
        /** As it is written in a Persian text, with Persian digits: ۲۲ تیر ۱۳۹۴. */
        @Override
        public String toString() {
            return persianDigits(day + " " + JALALI_MONTHS.get(month - 1) + " " + year);
        }
    }

    public static Jalali jalali(LocalDate date) {
        var calendar = Calendar.getInstance(TimeZone.GMT_ZONE, JALALI);
        calendar.setTimeInMillis(date.toEpochDay() * DAY_MILLIS);
        return new Jalali(
                calendar.get(Calendar.EXTENDED_YEAR),
                calendar.get(Calendar.MONTH) + 1,
                calendar.get(Calendar.DAY_OF_MONTH));
    }

    /** Null if the Jalali calendar has no such day. */
    public static @Nullable LocalDate ofJalali(int year, int month, int day) {
        return date(Calendar.getInstance(TimeZone.GMT_ZONE, JALALI), year, month, day);
    }

    /** By the Umm al-Qura calendar of ICU4J; what Iran observes may be a day or two off. Null if there is no such day. */
    public static @Nullable LocalDate ofHijri(int year, int month, int day) {
        return date(Calendar.getInstance(TimeZone.GMT_ZONE, HIJRI), year, month, day);
    }

    private static @Nullable LocalDate date(Calendar calendar, int year, int month, int day) {
        calendar.clear();
        calendar.setLenient(false);
        calendar.set(Calendar.EXTENDED_YEAR, year);
        calendar.set(Calendar.MONTH, month - 1);
        calendar.set(Calendar.DAY_OF_MONTH, day);
        try {
            return LocalDate.ofEpochDay(Math.floorDiv(calendar.getTimeInMillis(), DAY_MILLIS));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** The text with every ASCII digit as a Persian one. */
    public static String persianDigits(String text) {
        var digits = new StringBuilder(text);
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.setCharAt(i, (char) ('۰' + c - '0'));
            }
        }
        return digits.toString();
    }
}
