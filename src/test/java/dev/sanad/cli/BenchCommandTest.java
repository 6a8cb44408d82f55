package dev.sanad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sanad.cli.Sanad.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SEEDS = Sanad.HOME.resolve("seeds").toString();

    @TempDir
    private Path folder;

    private Run bench(String... arguments) {
        var all = new ArrayList<>(List.of("bench", "--corpus", SEEDS, "--questions", "40"));
        all.addAll(List.of(arguments));
        return new Sanad().run(all.toArray(String[]::new));
    }

    private String archive() {
        return folder.resolve("archive").toString();
    }

    @Test
    void measuresBothAndWritesWhatItMeasured() throws Exception {
        Run run = bench("--passages", "300", "--threads", "2", "--archive", archive(), "--out", folder.toString());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("Sanad", "Lucene", "search, ms, p99", "extractive answer");
        JsonNode json = JSON.readTree(folder.resolve("bench.json").toFile());
        assertThat(json.get("passages").asInt()).isBetween(300, 308);
        assertThat(json.get("questions").asInt()).isEqualTo(40);
        assertThat(json.at("/indexing/reused").asBoolean()).isFalse();
        for (String side : List.of("sanad", "lucene")) {
            assertThat(json.at("/indexing/" + side + "/bytes").asLong()).isGreaterThan(100_000);
            assertThat(json.at("/indexing/" + side + "/passages_per_second_median")
                            .asDouble())
                    .isPositive();
            assertThat(json.at("/search/" + side + "/found").asDouble()).isGreaterThan(0.5);
            assertThat(json.at("/search/" + side + "/p99_ms").asDouble())
                    .isGreaterThanOrEqualTo(
                            json.at("/search/" + side + "/p50_ms").asDouble())
                    .isPositive();
        }
        assertThat(json.at("/answer/found").asDouble()).isGreaterThan(0.1);
        assertThat(json.at("/heap/live_bytes").isNumber()).isTrue();
    }

    @Test
    void aKeptArchiveIsSearchedAgainAndNeverMistaken() throws Exception {
        bench("--passages", "50", "--archive", archive());

        Run again = bench("--passages", "50", "--archive", archive(), "--out", folder.toString());
        assertThat(again.out()).contains("built by an earlier run");
        assertThat(JSON.readTree(folder.resolve("bench.json").toFile())
                        .at("/indexing/reused")
                        .asBoolean())
                .isTrue();

        Run larger = bench("--passages", "51", "--archive", archive());
        assertThat(larger.code()).isEqualTo(Main.WRONG);
        assertThat(larger.err()).contains("--passages 50", "--passages 51", "name another folder");
    }

    @Test
    void withVectorsRankingByThemIsMeasuredToo() throws Exception {
        Run run = bench("--passages", "300", "--vectors", "32", "--archive", archive(), "--out", folder.toString());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("ranking by words and vectors, ms: p50");
        JsonNode json = JSON.readTree(folder.resolve("bench.json").toFile());
        assertThat(json.at("/hybrid/found").asDouble()).isEqualTo(1);
        assertThat(json.at("/hybrid/p95_ms").asDouble()).isPositive();

        Run without = bench("--passages", "300", "--archive", archive());
        assertThat(without.code()).isEqualTo(Main.WRONG);
        assertThat(without.err()).contains("with vectors of 32 numbers, not 0");
    }

    @Test
    void anArchiveThatWasLeftUnfinishedIsBuiltAnew() throws Exception {
        bench("--passages", "50", "--archive", archive());
        Path record = Path.of(archive(), "bench-archive.json");
        Files.writeString(
                record, Files.readString(record).replaceAll("(?s)\"built\" : \\{.*\\}", "\"built\" : null }"));

        Run run = bench("--passages", "50", "--archive", archive());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).doesNotContain("built by an earlier run");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        --passages 0                         | at least 1
        --passages 10 --corpus nowhere.jsonl | nowhere.jsonl does not exist
        --passages 10 --queries nothing      | --queries nothing does not exist
        --passages 10 --archive seeds        | no benchmark has built
        --passages 10 --vectors 5000         | 1 to 4096
        --questions 10                       | --passages
        """)
    void wrongUsageSaysWhatIsRight(String line, String reason) {
        Run run = new Sanad().run(("bench " + line).split(" "));

        assertThat(run.code()).isEqualTo(Main.WRONG);
        assertThat(run.err()).contains(reason);
    }

    @Test
    void aRunThatIsStoppedLeavesNothingBehind() throws Exception {
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        Process process = new Sanad()
                .with("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + temporary)
                .start(folder.resolve("log"), "bench", "--corpus", SEEDS, "--passages", "1000000");
        try {
            await().atMost(Duration.ofSeconds(60)).until(() -> indexing(temporary) || !process.isAlive());
            process.destroy();

            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue())
                    .as(Files.readString(folder.resolve("log")))
                    .isEqualTo(143);
            assertThat(benches(temporary)).isEmpty();
        } finally {
            process.destroyForcibly();
        }
    }

    private static boolean indexing(Path temporary) throws IOException {
        for (Path bench : benches(temporary)) {
            if (Files.exists(bench.resolve("warm-up"))) {
                return true;
            }
        }
        return false;
    }

    private static List<Path> benches(Path temporary) throws IOException {
        try (Stream<Path> files = Files.list(temporary)) {
            return files.filter(file -> file.getFileName().toString().startsWith("sanad-bench"))
                    .toList();
        }
    }
}
