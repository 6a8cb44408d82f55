package dev.sanad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sanad.cli.Sanad.Run;
import dev.sanad.index.Analysis;
import dev.sanad.ingest.ArchiveWriter;
import dev.sanad.ingest.ArticleReaders;
import dev.sanad.ingest.Progress;
import dev.sanad.llm.HashEmbedder;
import dev.sanad.store.VectorStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddingTest {
    private final HashEmbedder embedder = new HashEmbedder("test:hash", 16);
    private final Path archive;
    private final Path source;

    EmbeddingTest(@TempDir Path folder) throws IOException {
        this.archive = folder.resolve("archive");
        this.source = Files.createDirectories(folder.resolve("source"));
    }

    private interface Work {
        int with(ArchiveWriter writer) throws Exception;
    }

    private Run writing(int articles, Work work) throws IOException {
        for (int number = 0; number < articles; number++) {
            Files.writeString(source.resolve(number + ".txt"), "انبار شمارهٔ " + number + " ساخته شد.");
        }
        return Sanad.run(() -> {
            try (ArchiveWriter writer = Objects.requireNonNull(
                    ArchiveWriter.tryOpen(archive, new Analysis(), new ArticleReaders(ZoneId.of("Asia/Tehran"))))) {
                writer.synchronise(List.of(source), Progress.SILENT);
                return work.with(writer);
            }
        });
    }

    private Run index(int articles, HashEmbedder with) throws IOException {
        return writing(articles, writer -> Embedding.all(writer, with));
    }

    private String beforeAQuestion(int articles, HashEmbedder with) throws IOException {
        return writing(articles, writer -> {
                    Embedding.beforeAQuestion(writer, with);
                    return 0;
                })
                .err();
    }

    @Test
    void indexingSaysHowManyVectorsItComputed() throws Exception {
        assertThat(index(3, embedder).out()).isEqualTo("Computed 3 vectors; all 3 passages have theirs.\n");

        Run again = index(3, embedder);
        assertThat(again.out()).isEqualTo("All 3 passages have vectors.\n");
        assertThat(again.code()).isZero();
    }

    @Test
    void aModelThatFailsIsNamedOnceAndIndexingEndsWithOne() throws Exception {
        Run run = index(200, embedder.failingAfter(100));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .contains("test:hash cannot be reached", "./sanad index");
    }

    @Test
    void anotherModelIsNamedWithWhatToDo() throws Exception {
        index(3, embedder);

        Run run = index(3, new HashEmbedder("test:other", 16));

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .contains("test:hash", "test:other", "./sanad index --re-embed");
        Run mended = writing(3, writer -> Embedding.anew(writer, new HashEmbedder("test:other", 16)));
        assertThat(mended.code()).isZero();
        assertThat(mended.out()).startsWith("Computed 3 vectors");
    }

    @Test
    void reEmbeddingWithoutAModelIsAWrongUsage() {
        Run run =
                new Sanad().run("index", "--re-embed", "--archive", archive.toString(), "--source", source.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--re-embed", "embedding.provider");
        assertThat(archive).doesNotExist();
    }

    @Test
    void aQuestionWaitsForFewPassagesAndNotForMany() throws Exception {
        assertThat(beforeAQuestion(65, embedder))
                .isEqualTo("note: 65 passages have no vectors yet; ./sanad index computes them\n");
        assertThat(embedder.drain()).isEmpty();

        index(65, embedder);
        embedder.drain();
        assertThat(beforeAQuestion(70, embedder)).isEmpty();
        assertThat(embedder.drain()).hasSize(5);
    }

    @Test
    void aQuestionIsNotedToBeAnsweredByWordsWhenTheModelFails() throws Exception {
        assertThat(beforeAQuestion(3, embedder.failingAfter(0)).lines())
                .singleElement()
                .asString()
                .startsWith("note: ")
                .contains("test:hash cannot be reached");
    }

    @Test
    void theBotComputesVectorsBehindItsReadersAndStopsWhenItDoes() throws Exception {
        writing(300, writer -> {
            var embedding = new BackgroundEmbedding(writer, embedder, new AtomicReference<>(""));
            var store = new VectorStore(writer.database());
            await().atMost(Duration.ofSeconds(20)).until(() -> store.count() > 0);
            embedding.stop();
            return store.count();
        });

        assertThat(index(300, embedder).out()).contains("300 passages have");
        assertThat(embedder.drain()).doesNotHaveDuplicates().hasSize(300);
    }

    @Test
    void theDoctorCountsVectors() throws Exception {
        index(3, embedder);
        Files.writeString(source.resolve("new.txt"), "قطار رفت.");
        writing(3, writer -> 0);

        Run run = new Sanad().run("doctor", "--archive", archive.toString(), "--source", source.toString());

        assertThat(run.out()).contains("4 articles, all of them indexed; 3 of 4 passages have vectors of test:hash");
    }
}
