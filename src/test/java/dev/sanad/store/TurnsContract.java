package dev.sanad.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every kind of {@link Turns} keeps. */
abstract class TurnsContract {
    abstract Turns turns();

    static Turn turn(int i) {
        return new Turn("پرسش «" + i + "»؟", "پاسخ 'it''s' " + i + "; --\n");
    }

    @Test
    void givesTheLastTurnsOldestFirst() {
        Turns turns = turns();
        IntStream.rangeClosed(1, 5).forEach(i -> turns.add("a", turn(i), 10));

        assertThat(turns.last("a", 3)).containsExactly(turn(3), turn(4), turn(5));
        assertThat(turns.last("a", 100)).hasSize(5);
        assertThat(turns.last("a", 0)).isEmpty();
        assertThat(turns.last("nobody", 3)).isEmpty();
    }

    @Test
    void forgetsTheTurnsBeforeThoseThatAreKept() {
        Turns turns = turns();
        IntStream.rangeClosed(1, 5).forEach(i -> turns.add("a", turn(i), 2));

        assertThat(turns.last("a", 100)).containsExactly(turn(4), turn(5));
    }

    @Test
    void keepsTheSameTurnTwice() {
        Turns turns = turns();
        turns.add("a", turn(1), 5);
        turns.add("a", turn(1), 5);

        assertThat(turns.last("a", 5)).containsExactly(turn(1), turn(1));
    }

    @Test
    void knowsConversationsApartAndForgetsOne() {
        Turns turns = turns();
        turns.add("a", turn(1), 3);
        turns.add("b", turn(2), 3);
        turns.forget("a");
        turns.forget("nobody");

        assertThat(turns.last("a", 3)).isEmpty();
        assertThat(turns.last("b", 3)).containsExactly(turn(2));
    }

    @Test
    void losesNoTurnWhenManyConversationsAreAddedToAtOnce() throws Exception {
        Turns turns = turns();
        List<Callable<Object>> work = IntStream.range(0, 40)
                .mapToObj(i -> Executors.callable(() -> turns.add("c" + i % 8, turn(i), 10)))
                .toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var done : threads.invokeAll(work)) {
                done.get();
            }
        }

        for (int c = 0; c < 8; c++) {
            assertThat(turns.last("c" + c, 10)).hasSize(5);
        }
    }

    @Test
    void theLastTurnWithAQuestionIsWithdrawnAndNoOther() {
        Turns turns = turns();
        turns.add("a", new Turn("one?", "1"), 6);
        turns.add("a", new Turn("two?", "2"), 6);
        turns.add("a", new Turn("one?", "again 1"), 6);
        turns.add("b", new Turn("one?", "1"), 6);

        turns.withdraw("a", "one?");
        turns.withdraw("a", "three?");

        assertThat(turns.last("a", 6)).containsExactly(new Turn("one?", "1"), new Turn("two?", "2"));
        assertThat(turns.last("b", 6)).hasSize(1);
    }
}
