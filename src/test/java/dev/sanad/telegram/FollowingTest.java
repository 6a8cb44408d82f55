package dev.sanad.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.render.TelegramRenderer;
import dev.sanad.store.Database;
import dev.sanad.store.Outbox;
import dev.sanad.store.ReaderKey;
import dev.sanad.store.Readers;
import dev.sanad.telegram.reply.Following;
import dev.sanad.telegram.reply.Health;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FollowingTest {
    private static final long ADMIN = 77;
    private final Outbox outbox;
    private final Health health;

    FollowingTest(@TempDir Path folder) {
        Database database = Database.open(folder);
        this.outbox = new Outbox(database);
        var readers = new Readers(database, ReaderKey.open(folder));
        var renderer = new TelegramRenderer((published, language) -> published.toString());
        this.health = new Health(readers, outbox, renderer, List.of(Long.toString(ADMIN)), chat -> {});
    }

    @Test
    void readsTheSourcesAgainAndAgainAndTellsOfATroubleOnceAndOnceWhenItIsOver() {
        var rounds = new AtomicInteger();
        try (var following = Following.begin(
                progress -> {
                    int round = rounds.incrementAndGet();
                    if (round == 2 || round == 3) {
                        throw new IOException("the disk is full");
                    }
                    return Bots.UNCHANGED.run(progress);
                },
                Duration.ofMillis(1),
                health)) {
            assertThat(following).isNotNull();
            Talk.until(() -> rounds.get() >= 6);
        }

        assertThat(outbox.waiting()).isEqualTo(2);
        assertThat(outbox.chats()).containsExactly(ADMIN);
    }
}
