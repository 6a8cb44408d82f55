package dev.sanad.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.telegram.wire.Rates;
import dev.sanad.telegram.wire.Waits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
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
        assertThat(rates.takeSpare(1)).isNotNull();
        assertThat(rates.takeSpare(1)).isNotNull();
        assertThat(rates.takeSpare(1)).as("the third within a moment").isNull();
        rates.obey(2, Duration.ofMinutes(1));
        assertThat(rates.takeSpare(2)).isNull();
    }

    @Test
    void chatsThatWereLimitedLongBeforeDoNotPauseTheOthers() {
        for (int chat = 1; chat <= 3; chat++) {
            rates.obey(chat, Duration.ZERO);
        }
        assertThat(rates.pause(4)).isZero();
    }

    @Test
    void aTurnThatIsNotEndedIsGivenToNobodyElse() throws InterruptedException {
        List<Rates.Turn> turns = new ArrayList<>();
        for (long chat = 0; chat < 30; chat++) {
            turns.add(rates.take(chat));
        }
        var other = new CountDownLatch(1);
        Thread waiting = Thread.ofVirtual().start(() -> {
            try {
                rates.take(30).close();
                other.countDown();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        assertThat(other.await(1_500, TimeUnit.MILLISECONDS))
                .as("thirty calls are under way")
                .isFalse();
        assertThat(rates.tryTake(31)).isNull();

        long ended = System.nanoTime();
        turns.getFirst().close();
        waiting.join();
        assertThat(System.nanoTime() - ended).isGreaterThanOrEqualTo(TimeUnit.MILLISECONDS.toNanos(990));
    }

    @Test
    void howeverManyWaitNoMoreThanThirtyArriveInASecond() throws InterruptedException {
        List<Long> arrivals = Collections.synchronizedList(new ArrayList<>());
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            long chat = i;
            threads.add(Thread.ofVirtual().start(() -> {
                try {
                    Rates.Turn turn = rates.take(chat);
                    // the network holds some of them up
                    new CountDownLatch(1).await(chat % 7 * 30, TimeUnit.MILLISECONDS);
                    arrivals.add(System.nanoTime());
                    turn.close();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }

        assertThat(arrivals).hasSize(100);
        List<Long> times = arrivals.stream().sorted().toList();
        for (int i = 30; i < times.size(); i++) {
            assertThat(times.get(i) - times.get(i - 30)).isGreaterThanOrEqualTo(TimeUnit.SECONDS.toNanos(1));
        }
    }

    @Test
    void waitsDoubleUpToHalfAMinute() {
        assertThat(Waits.after(1)).isEqualTo(Duration.ofMillis(500));
        assertThat(Waits.after(3)).isEqualTo(Duration.ofSeconds(2));
        assertThat(Waits.after(100)).isEqualTo(Duration.ofSeconds(30));
    }
}
