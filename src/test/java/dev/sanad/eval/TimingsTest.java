package dev.sanad.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimingsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
        7               | 7 | 7  | 7  | 7
        1 2             | 1 | 2  | 2  | 1.5
        3 1 2           | 2 | 3  | 3  | 2
        4 3 2 1         | 2 | 4  | 4  | 2.5
        1 1 1 1 1 1 1 8 | 1 | 8  | 8  | 1.875
        """)
    void areTimesThatWereMeasured(String millis, double p50, double p95, double p99, double mean) {
        long[] nanos = Arrays.stream(millis.split(" "))
                .mapToLong(Long::parseLong)
                .map(milli -> milli * 1_000_000)
                .toArray();

        assertThat(Timings.of(nanos)).isEqualTo(new Timings(p50, p95, p99, mean));
    }

    @Test
    void ofTheFirstThousandAreTheirRanks() {
        long[] nanos =
                LongStream.rangeClosed(1, 1000).map(i -> (1001 - i) * 1_000_000).toArray();

        assertThat(Timings.of(nanos)).isEqualTo(new Timings(500, 950, 990, 500.5));
    }

    @Test
    void ofNothingAreRefused() {
        assertThatThrownBy(() -> Timings.of(new long[0])).hasMessageContaining("one time at least");
    }
}
