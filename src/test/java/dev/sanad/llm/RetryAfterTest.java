package dev.sanad.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RetryAfterTest {
    private static final Instant NOW = Instant.parse("2026-03-20T20:00:00Z");

    @Test
    void secondsAndDatesAreUnderstood() {
        check("0", Duration.ZERO);
        check(" 120 ", Duration.ofMinutes(2));
        check("1.5", Duration.ofMillis(1500));
        check("Fri, 20 Mar 2026 20:01:30 GMT", Duration.ofSeconds(90));
        check("Fri, 20 Mar 2026 19:00:00 GMT", Duration.ZERO);
    }

    @Test
    void whatIsNeitherCountsAsNotSaid() {
        check("", null);
        check("-1", null);
        check("soon", null);
        check("99999999999999999999", null);
        check("2026-03-20T20:01:30Z", null);
    }

    @Test
    void millisecondsComeFirst() {
        var headers = HttpHeaders.of(
                Map.of("Retry-After", List.of("2"), "retry-after-ms", List.of("1234")), (name, value) -> true);

        assertThat(RetryAfter.in(headers, NOW)).isEqualTo(Duration.ofMillis(1234));
    }

    private static void check(String value, @Nullable Duration expected) {
        assertThat(RetryAfter.parse(value, NOW)).isEqualTo(expected);
    }
}
