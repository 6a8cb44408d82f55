package dev.sanad.llm;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How long a server asks to wait: {@code Retry-After} in seconds or as a date, or {@code retry-after-ms}. */
final class RetryAfter {
    private static final Pattern DECIMAL = Pattern.compile("(\\d{1,9})(?:\\.(\\d{1,3})\\d*)?");

    private RetryAfter() {}

    static @Nullable Duration in(HttpHeaders headers, Instant now) {
        Duration precise = decimal(headers.firstValue("retry-after-ms").orElse(""), 1);
        return precise != null
                ? precise
                : headers.firstValue("retry-after")
                        .map(value -> parse(value, now))
                        .orElse(null);
    }

    /** @return null when it cannot be read; zero when the date has passed */
    static @Nullable Duration parse(String value, Instant now) {
        Duration seconds = decimal(value, 1000);
        if (seconds != null) {
            return seconds;
        }
        try {
            Instant date = ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return date.isBefore(now) ? Duration.ZERO : Duration.between(now, date);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable Duration decimal(String value, long millis) {
        Matcher matcher = DECIMAL.matcher(value.strip());
        if (!matcher.matches()) {
            return null;
        }
        Duration whole = Duration.ofMillis(Long.parseLong(matcher.group(1)) * millis);
        String fraction = matcher.group(2);
        return fraction == null ? whole : whole.plusMillis(Math.round(Double.parseDouble("0." + fraction) * millis));
    }
}
