package dev.sanad.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.telegram.wire.Rates;
import dev.sanad.telegram.wire.Waits;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RatesTest {
    private final Rates rates = new Rates();

    @Test
    void aLimitedChatWaitsAloneAndThreeMeanTheBotItself() {
        rates.obey(1, Duration.ofMinutes(1));
        rates.obey(2, Duration.ofMinutes(2));

        assertThat(rates.pause(1)).isBetween(Duration.ofSeconds(50), Duration.ofMinutes(1));
        assertThat(rates.pause(3)).isZero();
        rates.obey(3, Duration.ofSeconds(30));
        assertThat(rates.pause(4)).isBetween(Duration.ofSeconds(20), Duration.ofSeconds(30));
        assertThat(rates.pause(2)).isGreaterThan(Duration.ofMinutes(1));
    }

    @Test
    void whatIsNotUrgentTakesNoTurnFromAMessageNorInAPause() {
        assertThat(rates.takeSpare(1)).isTrue();
        assertThat(rates.takeSpare(1)).isTrue();
        assertThat(rates.takeSpare(1)).as("the third within a moment").isFalse();
        rates.obey(2, Duration.ofMinutes(1));
        assertThat(rates.takeSpare(2)).isFalse();
    }

    @Test
    void waitsDoubleUpToHalfAMinute() {
        assertThat(Waits.after(1)).isEqualTo(Duration.ofMillis(500));
        assertThat(Waits.after(3)).isEqualTo(Duration.ofSeconds(2));
        assertThat(Waits.after(100)).isEqualTo(Duration.ofSeconds(30));
    }
}
