package dev.sanad.ingest;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import dev.sanad.article.Published;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the dates that files carry: year, month, day in this order, with a time and an offset or without; RFC 1123;
 * seconds or milliseconds since 1970. A year from 1200 to 1599 is Jalali. Digits may be of any script.
 */
final class DateReader {
    private static final int FIRST_JALALI_YEAR = 1200;
    private static final int FIRST_GREGORIAN_YEAR = 1600;
    private static final int LAST_YEAR = 2999;
    private static final Pattern NUMERIC = Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})"
            + "(?:(?:T|t|\\s*[-–،,]\\s*|\\s+)(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9})\\d*)?)?"
            + "\\s*(Z|z|UTC|GMT|[+-]\\d{2}:?\\d{2}|[+-]\\d{2})?)?");
    private static final Pattern COMPACT = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern SECONDS = Pattern.compile("\\d{9,10}");
    private static final Pattern MILLISECONDS = Pattern.compile("\\d{12,13}");
    private static final Pattern WEEKDAY = Pattern.compile("^[A-Za-z]{3},\\s*");
    private final ZoneId zone;

    /** @param zone of the times that name no offset */
    DateReader(ZoneId zone) {
        this.zone = zone;
    }

    /** Null if it is none of these. */
    @Nullable Published read(String written) {
        String date = asciiDigits(written).strip();
        try {
            Matcher numeric = NUMERIC.matcher(date);
            if (numeric.matches()) {
                return numeric(numeric);
            }
            Matcher compact = COMPACT.matcher(date);
            if (compact.matches()) {
                return new Published.On(
                        day(number(compact.group(1)), number(compact.group(2)), number(compact.group(3))));
            }
            if (SECONDS.matcher(date).matches()) {
                return new Published.At(Instant.ofEpochSecond(Long.parseLong(date)));
            }
            if (MILLISECONDS.matcher(date).matches()) {
                return new Published.At(Instant.ofEpochMilli(Long.parseLong(date)));
            }
            // the day of the week is often wrong, and nothing needs it
            String noWeekday = WEEKDAY.matcher(date).replaceFirst("");
            return new Published.At(OffsetDateTime.parse(noWeekday, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant());
        } catch (DateTimeException e) {
            // no date by its shape, or no day or time that exists
            return null;
        }
    }

    private Published numeric(Matcher parts) {
        LocalDate day = day(number(parts.group(1)), number(parts.group(3)), number(parts.group(4)));
        if (parts.group(5) == null) {
            return new Published.On(day);
        }
        String fraction = Objects.requireNonNullElse(parts.group(8), "");
        String second = Objects.requireNonNullElse(parts.group(7), "0");
        LocalTime time = LocalTime.of(
                number(parts.group(5)),
                number(parts.group(6)),
                number(second),
                number((fraction + "000000000").substring(0, 9)));
        String offset = parts.group(9);
        ZoneId at = offset == null ? zone : offset(offset);
        return new Published.At(day.atTime(time).atZone(at).toInstant());
    }

    private static ZoneId offset(String offset) {
        boolean signed = offset.startsWith("+") || offset.startsWith("-");
        return signed ? ZoneOffset.of(offset) : ZoneOffset.UTC;
    }

    private static LocalDate day(int year, int month, int day) {
        if (year < FIRST_JALALI_YEAR || year > LAST_YEAR) {
            throw new DateTimeException("no year of a newspaper: " + year);
        }
        return year < FIRST_GREGORIAN_YEAR ? jalali(year, month, day) : LocalDate.of(year, month, day);
    }

    private static LocalDate jalali(int year, int month, int day) {
        Calendar calendar = Calendar.getInstance(TimeZone.GMT_ZONE, new ULocale("@calendar=persian"));
        calendar.clear();
        calendar.setLenient(false);
        calendar.set(year, month - 1, day);
        try {
            return Instant.ofEpochMilli(calendar.getTimeInMillis())
                    .atZone(ZoneOffset.UTC)
                    .toLocalDate();
        } catch (IllegalArgumentException e) {
            throw new DateTimeException("no Jalali day: " + year + "/" + month + "/" + day, e);
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    /** Also leaves out the marks of direction that come along with a copied date. */
    private static String asciiDigits(String text) {
        var ascii = new StringBuilder(text.length());
        text.codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .forEach(c -> ascii.appendCodePoint(Character.isDigit(c) ? '0' + Character.digit(c, 10) : c));
        return ascii.toString();
    }
}
