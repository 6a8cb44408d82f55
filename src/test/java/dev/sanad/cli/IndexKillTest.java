package dev.sanad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sanad.cli.Sanad.Run;
import dev.sanad.store.ArticleStore;
import dev.sanad.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that indexes is really killed, and what it had committed answers. */
class IndexKillTest {
    private static final int ARTICLES = 6_000;
    private static final String[] PLACES = {"تبریز", "شیراز", "رشت", "کرمان", "یزد", "اراک", "سمنان", "بوشهر"};

    @TempDir
    private Path folder;

    @Test
    void aKilledRunLeavesItsLastCommitAndTheNextRunDoesTheRest() throws Exception {
        Path source = generate();
        String archive = folder.resolve("archive").toString();
        Path log = folder.resolve("log");
        Process process = new Sanad().start(log, "index", "--archive", archive, "--source", source.toString());
        try {
            await().atMost(Duration.ofSeconds(60)).until(() -> committed(archive) > 0 || !process.isAlive());
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(process.exitValue())
                .as("killed, and not done before: " + Files.readString(log))
                .isEqualTo(137);

        String question = "ask --json --archive " + archive + " --source " + folder.resolve("nothing");
        Files.createDirectories(folder.resolve("nothing"));
        Run answer = new Sanad().run((question + " انبار شماره ۷ در کدام شهر ساخته شد؟").split(" "));
        assertThat(answer.out()).contains("\"status\":\"cited\"").contains("انبار شماره 7 ");

        Run rest = new Sanad().run("index", "--archive", archive, "--source", source.toString());
        assertThat(rest.code()).isZero();
        assertThat(rest.out()).contains("The archive holds " + ARTICLES + " articles");
        Run again = new Sanad().run("index", "--archive", archive, "--source", source.toString());
        assertThat(again.out()).startsWith("Nothing to do");
    }

    private static long committed(String archive) {
        Database database = Files.exists(Path.of(archive, "index")) ? Database.openExisting(Path.of(archive)) : null;
        return database == null ? 0 : new ArticleStore(database).revision();
    }

    private Path generate() throws IOException {
        Path source = Files.createDirectories(folder.resolve("source"));
        for (int i = 0; i < ARTICLES; i++) {
            String place = PLACES[i % PLACES.length];
            String text = "انبار شماره " + i + " در شهر " + place + " ساخته شد.\n"
                    + "گزارش روزانه این انبار هر صبح به مرکز فرستاده می‌شود و بایگانی می‌ماند. ".repeat(8);
            Files.writeString(source.resolve(String.format("%05d.txt", i)), text);
        }
        return source;
    }
}
