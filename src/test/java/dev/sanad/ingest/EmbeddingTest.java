package dev.sanad.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.index.Analysis;
import dev.sanad.index.Fields;
import dev.sanad.index.IndexFolders;
import dev.sanad.index.VectorCoverage;
import dev.sanad.llm.Deadline;
import dev.sanad.llm.Embedder;
import dev.sanad.llm.HashEmbedder;
import dev.sanad.llm.LlmException;
import dev.sanad.retrieve.ArchiveSearcher;
import dev.sanad.retrieve.QueryPlanner;
import dev.sanad.retrieve.Ranking;
import dev.sanad.store.ArticleStore;
import dev.sanad.store.Database;
import dev.sanad.store.VectorModel;
import dev.sanad.store.VectorStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Tehran");
    private final Analysis analysis = new Analysis();
    private final HashEmbedder embedder = new HashEmbedder("test:hash", 16);

    @TempDir
    private Path folder;

    private Path archive;
    private Path source;

    @BeforeEach
    void makeFolders() throws IOException {
        archive = folder.resolve("archive");
        source = Files.createDirectories(folder.resolve("source"));
    }

    private interface Work {
        EmbeddingOutcome with(ArchiveWriter writer) throws Exception;
    }

    private EmbeddingOutcome writing(Work work) throws Exception {
        try (ArchiveWriter writer =
                Objects.requireNonNull(ArchiveWriter.tryOpen(archive, analysis, new ArticleReaders(ZONE)))) {
            writer.synchronise(List.of(source), Progress.SILENT);
            return work.with(writer);
        }
    }

    private EmbeddingOutcome embed(Embedder with) throws Exception {
        return writing(writer -> writer.embed(with, EmbeddingBudget.unlimited(), Progress.SILENT));
    }

    private EmbeddingOutcome reEmbed(Embedder with) throws Exception {
        return writing(writer -> writer.reEmbed(with, EmbeddingBudget.unlimited(), Progress.SILENT));
    }

    private void write(String name, String text) throws IOException {
        Files.writeString(source.resolve(name), text);
    }

    private void writeMany(int articles) throws IOException {
        for (int number = 0; number < articles; number++) {
            write(number + ".txt", "انبار شمارهٔ " + number + " ساخته شد.");
        }
    }

    private VectorStore store() {
        return new VectorStore(Objects.requireNonNull(Database.openExisting(archive)));
    }

    /** Passages of the index without a vector of that model. */
    private int without(String model, int dimension) throws IOException {
        try (var coverage = VectorCoverage.open(new IndexFolders(archive).current(), Fields.vector(model, dimension))) {
            return coverage.without();
        }
    }

    private int found(ArchiveSearcher searcher, String question) throws Exception {
        return searcher.retriever(analysis, ZONE, Ranking.fitted(), null, null)
                .retrieve(new QueryPlanner(analysis).plan(question, LocalDate.EPOCH), 20)
                .hits()
                .size();
    }

    @Test
    void givesEveryPassageItsVectorAndThenHasNothingToDo() throws Exception {
        writeMany(150);

        assertThat(embed(embedder)).isEqualTo(new EmbeddingOutcome.Complete(150, 150));
        assertThat(embedder.drain()).doesNotHaveDuplicates().hasSize(150);
        assertThat(store().model()).isEqualTo(new VectorModel("test:hash", 16));
        assertThat(without("test:hash", 16)).isZero();

        assertThat(embed(embedder)).isEqualTo(new EmbeddingOutcome.Complete(150, 0));
        assertThat(embedder.drain()).isEmpty();
    }

    @Test
    void anArchiveThatHoldsNothingNeedsNoModel() throws Exception {
        assertThat(embed(embedder.failingAfter(0))).isEqualTo(new EmbeddingOutcome.Complete(0, 0));
    }

    @Test
    void equalTextsAreEmbeddedOnce() throws Exception {
        write("a.jsonl", """
                {"id":"one","title":"t","text":"باران بارید."}
                {"id":"two","title":"t","text":"باران بارید."}
                """);

        assertThat(embed(embedder)).isEqualTo(new EmbeddingOutcome.Complete(2, 1));
        assertThat(without("test:hash", 16)).isZero();
    }

    @Test
    void aChangedArticleEmbedsOnlyItsChangedPassages() throws Exception {
        String head = "جملهٔ یکم دربارهٔ شهر است. ".repeat(30).strip();
        String tail = "جملهٔ دیگر دربارهٔ کوه است. ".repeat(30).strip();
        write("a.txt", head + "\n\n" + tail);
        embed(embedder);
        List<String> first = embedder.drain();
        write("a.txt", head + "\n\n" + tail + " و پایان تازه‌ای دارد.");

        EmbeddingOutcome outcome = embed(embedder);

        assertThat(first).hasSizeGreaterThan(1);
        assertThat(embedder.drain()).singleElement().asString().contains("پایان تازه");
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        EmbeddingOutcome.Complete.class,
                        complete -> assertThat(complete.computed()).isEqualTo(1));
    }

    @Test
    void anArticleThatCameBackOrMovedCostsNothing() throws Exception {
        write("a.jsonl", "{\"id\":\"x\",\"title\":\"t\",\"text\":\"باران بارید.\"}\n");
        embed(embedder);
        embedder.drain();
        Files.delete(source.resolve("a.jsonl"));
        assertThat(embed(embedder)).isEqualTo(new EmbeddingOutcome.Complete(0, 0));
        write("b.jsonl", "{\"id\":\"y\",\"title\":\"t\",\"text\":\"باران بارید.\"}\n");

        assertThat(embed(embedder)).isEqualTo(new EmbeddingOutcome.Complete(1, 0));
        assertThat(embedder.drain()).isEmpty();
        assertThat(without("test:hash", 16)).isZero();
    }

    @Test
    void anotherModelIsNamedAndNothingOfItIsMixedIn() throws Exception {
        writeMany(5);
        embed(embedder);
        write("new.txt", "قطار رفت.");
        var other = new HashEmbedder("test:other", 16);

        assertThat(embed(other)).isEqualTo(new EmbeddingOutcome.OtherModel("test:hash", "test:other"));

        assertThat(other.drain()).isEmpty();
        assertThat(store().model()).isEqualTo(new VectorModel("test:hash", 16));
        assertThat(without("test:other", 16)).isEqualTo(6);
        assertThat(without("test:hash", 16)).isEqualTo(1);
    }

    @Test
    void reEmbeddingMakesAnotherModelTheArchives() throws Exception {
        writeMany(5);
        embed(embedder);
        var other = new HashEmbedder("test:other", 8);

        assertThat(reEmbed(other)).isEqualTo(new EmbeddingOutcome.Complete(5, 5));

        assertThat(store().model()).isEqualTo(new VectorModel("test:other", 8));
        assertThat(without("test:other", 8)).isZero();
        assertThat(without("test:hash", 16)).isEqualTo(5);
        store().adopt(new VectorModel("test:hash", 16));
        assertThat(store().count()).as("vectors that are kept of the old model").isZero();
    }

    @Test
    void reEmbeddingWithAModelThatFailsAtOnceChangesNothing() throws Exception {
        writeMany(5);
        embed(embedder);

        assertThat(reEmbed(new HashEmbedder("test:other", 8).failingAfter(0)))
                .isEqualTo(new EmbeddingOutcome.NotBegun("test:other cannot be reached"));

        assertThat(store().model()).isEqualTo(new VectorModel("test:hash", 16));
        assertThat(store().count()).isEqualTo(5);
        assertThat(without("test:hash", 16)).isZero();
    }

    @Test
    void switchingBackIsFreeAsLongAsTheOtherModelIsNotComplete() throws Exception {
        writeMany(200);
        embed(embedder);
        embedder.drain();
        var other = new HashEmbedder("test:other", 8);
        assertThat(reEmbed(other.failingAfter(100))).isInstanceOf(EmbeddingOutcome.Failed.class);

        assertThat(reEmbed(embedder)).isEqualTo(new EmbeddingOutcome.Complete(200, 0));

        assertThat(embedder.drain()).isEmpty();
    }

    @Test
    void reEmbeddingWithTheSameModelComputesEveryVectorAnew() throws Exception {
        writeMany(5);
        embed(embedder);
        embedder.drain();

        assertThat(reEmbed(embedder)).isEqualTo(new EmbeddingOutcome.Complete(5, 5));

        assertThat(embedder.drain()).hasSize(5);
        assertThat(without("test:hash", 16)).isZero();
    }

    @Test
    void aModelThatChangesItsDimensionIsRefusedUntilItIsAdopted() throws Exception {
        writeMany(5);
        embed(embedder);
        write("new.txt", "قطار رفت.");
        var changed = new HashEmbedder("test:hash", 24);

        assertThat(embed(changed)).isInstanceOfSatisfying(EmbeddingOutcome.Failed.class, failed -> {
            assertThat(failed.reason()).contains("24", "16", "--re-embed");
            assertThat(failed.left()).isEqualTo(1);
        });
        assertThat(store().count()).isEqualTo(5);

        assertThat(reEmbed(changed)).isEqualTo(new EmbeddingOutcome.Complete(6, 6));
        assertThat(without("test:hash", 24)).isZero();
    }

    @Test
    void aDimensionThatNoIndexTakesIsNamed() throws Exception {
        writeMany(1);

        assertThat(embed(new HashEmbedder("test:huge", 5000)))
                .isInstanceOfSatisfying(
                        EmbeddingOutcome.Failed.class,
                        failed -> assertThat(failed.reason()).contains("5000", "4096"));
        assertThat(store().model()).isNull();
    }

    @Test
    void whatWasMadeBeforeAFailureIsKeptAndTheNextRunGoesOn() throws Exception {
        writeMany(300);

        EmbeddingOutcome failed = embed(embedder.failingAfter(150));

        int made = store().count();
        assertThat(made).isBetween(64, 150);
        assertThat(failed).isInstanceOfSatisfying(EmbeddingOutcome.Failed.class, outcome -> {
            assertThat(outcome.reason()).isEqualTo("test:hash cannot be reached");
            assertThat(outcome.left()).isLessThan(300 - 64 + 1);
        });
        embedder.drain();
        assertThat(embed(embedder.failingAfter(1_000))).isEqualTo(new EmbeddingOutcome.Complete(300, 300 - made));
        assertThat(embedder.drain()).hasSize(300 - made);
        assertThat(without("test:hash", 16)).isZero();
    }

    @Test
    void aRebuiltIndexTakesItsVectorsFromTheDatabase() throws Exception {
        writeMany(50);
        embed(embedder);
        embedder.drain();
        deleteFolder(archive.resolve("index"));

        assertThat(embed(embedder.failingAfter(0))).isEqualTo(new EmbeddingOutcome.Complete(50, 0));

        assertThat(without("test:hash", 16)).isZero();
    }

    @Test
    void aSmallBudgetIsSpentOnNothingThatItCannotFinish() throws Exception {
        writeMany(65);
        var forAQuestion = new EmbeddingBudget(64, Duration.ofMinutes(1));

        assertThat(writing(writer -> writer.embed(embedder, forAQuestion, Progress.SILENT)))
                .isEqualTo(new EmbeddingOutcome.Unfinished(0, 65));
        assertThat(embedder.drain()).isEmpty();

        Files.delete(source.resolve("0.txt"));
        assertThat(writing(writer -> writer.embed(embedder, forAQuestion, Progress.SILENT)))
                .isEqualTo(new EmbeddingOutcome.Complete(64, 64));
    }

    @Test
    void aModelThatDoesNotAnswerIsLeftWhenTheTimeIsUp() throws Exception {
        writeMany(10);
        embed(embedder);
        write("new.txt", "قطار رفت.");
        var silent = new Waiting(embedder);

        assertThat(writing(writer ->
                        writer.embed(silent, new EmbeddingBudget(64, Duration.ofMillis(300)), Progress.SILENT)))
                .isEqualTo(new EmbeddingOutcome.Unfinished(0, 1));
    }

    @Test
    void isStoppedFromOutsideAndAnswersByWordsMeanwhile() throws Exception {
        writeMany(100);
        var waiting = new Waiting(embedder);
        var budget = EmbeddingBudget.unlimited();

        EmbeddingOutcome outcome = writing(writer -> {
            try (var searcher = ArchiveSearcher.open(new IndexFolders(archive).searchable());
                    ExecutorService thread = Executors.newSingleThreadExecutor()) {
                Future<EmbeddingOutcome> embedding =
                        thread.submit(() -> writer.embed(waiting, budget, Progress.SILENT));
                waiting.asked().await();
                assertThat(found(searcher, "انبار شمارهٔ 7 کجا ساخته شد؟")).isPositive();
                budget.stop();
                return embedding.get();
            }
        });

        assertThat(outcome).isEqualTo(new EmbeddingOutcome.Unfinished(0, 100));
    }

    @Test
    void idleVectorsAreSweptAway() throws Exception {
        writeMany(5);
        embed(embedder);
        for (int number = 1; number < 5; number++) {
            Files.delete(source.resolve(number + ".txt"));
        }
        assertThat(embed(embedder)).isEqualTo(new EmbeddingOutcome.Complete(1, 0));
        assertThat(store().count()).isEqualTo(5);

        var articles = new ArticleStore(Objects.requireNonNull(Database.openExisting(archive)));
        assertThat(new VectorSweep(articles, store()).run()).isEqualTo(4);

        embedder.drain();
        deleteFolder(archive.resolve("index"));
        assertThat(embed(embedder)).isEqualTo(new EmbeddingOutcome.Complete(1, 0));
    }

    /** An embedder that is never done with a passage. */
    private record Waiting(HashEmbedder like, CountDownLatch asked) implements Embedder {
        Waiting(HashEmbedder like) {
            this(like, new CountDownLatch(1));
        }

        @Override
        public String name() {
            return like.name();
        }

        @Override
        public List<float[]> passages(List<String> texts, Deadline deadline) throws LlmException, InterruptedException {
            if (texts.equals(List.of("Sanad"))) {
                return like.passages(texts, deadline);
            }
            asked.countDown();
            new CountDownLatch(1).await();
            return List.of();
        }

        @Override
        public float[] query(String text, Deadline deadline) {
            return like.query(text, deadline);
        }

        @Override
        public int parallelism() {
            return 1;
        }

        @Override
        public void close() {}
    }

    private static void deleteFolder(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
