package dev.sanad.text;

import java.time.DayOfWeek;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The names of the days of the week in folded text, Persian and English. */
public final class Weekdays {
    /** Matches one of them in a folded text; what stands before and behind it is for the caller. */
    public static final String PATTERN =
            "(?:(?:یک|دو|سه|چهار|پنج)[\\x20\\u00A0\\u200C]?)?شنبه|جمعه|monday|tuesday|wednesday"
                    + "|thursday|friday|saturday|sunday";

    private Weekdays() {}

    /** Null for what {@link #PATTERN} does not match. */
    public static @Nullable DayOfWeek of(String name) {
        return switch (Folding.key(name).replaceAll("[ \\u00A0]", "").toLowerCase(Locale.ROOT)) {
            case "شنبه", "saturday" -> DayOfWeek.SATURDAY;
            case "یکشنبه", "sunday" -> DayOfWeek.SUNDAY;
            case "دوشنبه", "monday" -> DayOfWeek.MONDAY;
            case "سهشنبه", "tuesday" -> DayOfWeek.TUESDAY;
            case "چهارشنبه", "wednesday" -> DayOfWeek.WEDNESDAY;
            case "پنجشنبه", "thursday" -> DayOfWeek.THURSDAY;
            case "جمعه", "friday" -> DayOfWeek.FRIDAY;
            default -> null;
        };
    }
}
