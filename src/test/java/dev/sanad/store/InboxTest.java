package dev.sanad.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private final Path folder;
    private final Inbox inbox;
    private final Outbox outbox;

    InboxTest(@TempDir Path folder) {
        this.folder = folder;
        Database database = Database.open(folder);
        this.inbox = new Inbox(database, InstantSource.fixed(NOW));
        this.outbox = new Outbox(database);
    }

    @Test
    void givesAChatsUpdatesInOrderAndEachOnce() {
        inbox.store(List.of(update(7, 1), update(8, 2), update(9, 1)), List.of());
        inbox.store(List.of(update(7, 1)), List.of());

        assertThat(inbox.queues()).containsExactly(messages(1), messages(2));
        assertThat(inbox.next(messages(1))).isEqualTo(update(7, 1));
        inbox.finish(update(7, 1), Inbox.Outcome.of(List.of()));
        assertThat(inbox.next(messages(1))).isEqualTo(update(9, 1));
        inbox.finish(update(9, 1), Inbox.Outcome.of(List.of()));
        assertThat(inbox.next(messages(1))).isNull();
        inbox.store(List.of(update(7, 1)), List.of());
        assertThat(inbox.next(messages(1)))
                .as("an update that was done does not come back")
                .isNull();
    }

    @Test
    void anUpdateIsDoneTogetherWithItsAnswersAndOnce() {
        inbox.store(List.of(update(7, 1)), List.of());
        var answer = new Outbox.Draft(1, null, 33, "<b>x</b>");
        inbox.finish(update(7, 1), Inbox.Outcome.of(List.of(answer, answer)));
        inbox.finish(update(7, 1), Inbox.Outcome.of(List.of(answer)));

        var later = new Outbox(Database.open(folder));
        Outbox.Waiting first = Objects.requireNonNull(later.next(1));
        assertThat(first.draft()).isEqualTo(answer);
        later.remove(first.id());
        later.remove(Objects.requireNonNull(later.next(1)).id());
        assertThat(later.next(1)).isNull();
    }

    @Test
    void whatWasNotFinishedWaitsInTheNextProcess() {
        inbox.store(List.of(update(7, 1)), List.of());

        assertThat(new Inbox(Database.open(folder), InstantSource.fixed(NOW)).next(messages(1)))
                .isEqualTo(update(7, 1));
    }

    @Test
    void keepsTheMalformedApart() {
        inbox.store(List.of(update(9, 1)), List.of(new Inbox.Malformed(8, "{}", "no chat")));
        inbox.setAside(update(9, 1), "nonsense");

        assertThat(inbox.queues()).isEmpty();
        assertThat(inbox.malformed())
                .containsExactly(
                        new Inbox.Malformed(8, "{}", "no chat"),
                        new Inbox.Malformed(9, update(9, 1).json(), "nonsense"));
    }

    @Test
    void forgetsOnlyWhatIsDone() {
        inbox.store(List.of(update(7, 1), update(8, 1)), List.of());
        inbox.finish(update(7, 1), Inbox.Outcome.of(List.of()));
        inbox.forget(NOW.plusMillis(1));
        inbox.store(List.of(update(7, 1)), List.of());

        assertThat(inbox.next(messages(1))).isEqualTo(update(8, 1));
        inbox.finish(update(8, 1), Inbox.Outcome.of(List.of()));
        assertThat(inbox.next(messages(1))).as("what is forgotten is new").isEqualTo(update(7, 1));
    }

    @Test
    void aGroupThatMovedTakesItsMessagesAlong() {
        outbox.add(List.of(new Outbox.Draft(-5, 3, 4, "one"), new Outbox.Draft(-5, null, null, "two")));
        outbox.readdress(-5, -6);

        assertThat(outbox.chats()).containsExactly(-6L);
        assertThat(Objects.requireNonNull(outbox.next(-6)).draft()).isEqualTo(new Outbox.Draft(-6, null, null, "one"));
        assertThat(outbox.removeAll(-6)).isEqualTo(2);
    }

    @Test
    void aButtonWaitsForNoMessage() {
        var button = new Inbox.Queue(1, Inbox.Lane.BUTTONS);
        var press = new Inbox.Received(8, button, 1, "{}");
        inbox.store(List.of(update(7, 1), press), List.of());

        assertThat(inbox.queues()).containsExactly(messages(1), button);
        assertThat(inbox.next(button)).isEqualTo(press);
        assertThat(inbox.isOvertaken(press)).isFalse();
        assertThat(inbox.waiting()).isEqualTo(2);
        inbox.drop(1, 7);
        assertThat(inbox.queues()).hasSize(2);
        inbox.drop(1, 8);
        assertThat(inbox.queues()).containsExactly(button);
    }

    @Test
    void readersOfAGroupTakeTurns() {
        inbox.store(List.of(of(5, 10), of(5, 11), of(5, 12)), List.of());
        inbox.finish(of(5, 10), Inbox.Outcome.of(List.of()));
        inbox.store(List.of(of(6, 13), of(6, 14), of(7, 15)), List.of());
        List<Long> order = new ArrayList<>();
        for (Inbox.Received next = inbox.next(messages(-1)); next != null; next = inbox.next(messages(-1))) {
            order.add(next.id());
            inbox.finish(next, Inbox.Outcome.of(List.of()));
        }

        assertThat(order).containsExactly(11L, 13L, 15L, 12L, 14L);
    }

    @Test
    void whatAReaderHasWaitingBeyondTheMostIsInExcess() {
        var bounded = new Inbox(Database.open(folder), InstantSource.fixed(NOW), 2);
        var excess = new Inbox.Queue(-1, Inbox.Lane.EXCESS);

        assertThat(bounded.store(List.of(of(5, 10), of(5, 11), of(5, 12), of(6, 13)), List.of()))
                .containsExactly(messages(-1), excess);
        assertThat(bounded.next(excess)).extracting(Inbox.Received::id).isEqualTo(12L);
        bounded.finish(of(5, 10), Inbox.Outcome.of(List.of()));
        assertThat(bounded.store(List.of(of(5, 14)), List.of())).containsExactly(messages(-1));
    }

    private static Inbox.Received of(long reader, long id) {
        return new Inbox.Received(id, messages(-1), reader, "{}");
    }

    private static Inbox.Queue messages(long chat) {
        return new Inbox.Queue(chat, Inbox.Lane.MESSAGES);
    }

    private static Inbox.Received update(long id, long chat) {
        return new Inbox.Received(id, chat, "{\"update_id\":" + id + "}");
    }
}
