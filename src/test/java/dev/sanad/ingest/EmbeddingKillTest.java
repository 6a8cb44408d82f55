package dev.sanad.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sanad.index.Analysis;
import dev.sanad.index.Fields;
import dev.sanad.index.IndexFolders;
import dev.sanad.index.VectorCoverage;
import dev.sanad.llm.HashEmbedder;
import dev.sanad.store.Database;
import dev.sanad.store.VectorStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A process that embeds is really killed, and no vector that it stored is computed again. */
class EmbeddingKillTest {
    private static final int ARTICLES = 1_000;

    @TempDir
    private Path folder;

    @Test
    void theNextRunEmbedsOnlyWhatTheKilledOneDidNot() throws Exception {
        Path source = generate();
        Path archive = folder.resolve("archive");
        Path log = folder.resolve("embedded");
        Process process = start(archive, source, log);
        try {
            // both threads hold a batch that will never be done, so all before them are stored
            await().atMost(Duration.ofSeconds(60)).until(() -> ended(log) == 2 || !process.isAlive());
        } finally {
            process.destroyForcibly().waitFor();
        }
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("log")))
                .isEqualTo(137);
        int kept = new VectorStore(Objects.requireNonNull(Database.openExisting(archive))).count();
        assertThat(kept).isBetween(ARTICLES / 2 - 2 * EmbeddingBatches.LARGEST, ARTICLES / 2);

        var embedder = new HashEmbedder("test:hash", 16);
        EmbeddingOutcome outcome;
        try (ArchiveWriter writer = Objects.requireNonNull(
                ArchiveWriter.tryOpen(archive, new Analysis(), new ArticleReaders(ZoneId.of("Asia/Tehran"))))) {
            assertThat(writer.synchronise(List.of(source), Progress.SILENT).didNothing())
                    .isTrue();
            outcome = writer.embed(embedder, EmbeddingBudget.unlimited(), Progress.SILENT);
        }

        assertThat(outcome).isEqualTo(new EmbeddingOutcome.Complete(ARTICLES, ARTICLES - kept));
        assertThat(embedder.drain()).doesNotHaveDuplicates().hasSize(ARTICLES - kept);
        try (var coverage =
                VectorCoverage.open(new IndexFolders(archive).current(), Fields.vector(embedder.name(), 16))) {
            assertThat(coverage.without()).isZero();
        }
    }

    private static long ended(Path log) throws IOException {
        return Files.exists(log)
                ? Files.readAllLines(log).stream().filter("enough"::equals).count()
                : 0;
    }

    private Process start(Path archive, Path source, Path log) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EmbeddingProcess.class.getName(),
                        archive.toString(),
                        source.toString(),
                        log.toString(),
                        Integer.toString(ARTICLES / 2))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("log").toFile())
                .start();
    }

    private Path generate() throws IOException {
        Path source = Files.createDirectories(folder.resolve("source"));
        for (int number = 0; number < ARTICLES; number++) {
            Files.writeString(source.resolve(number + ".txt"), "انبار شمارهٔ " + number + " در شهر ساخته شد.");
        }
        return source;
    }
}
