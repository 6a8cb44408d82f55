package dev.sanad.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.answer.Answer;
import dev.sanad.answer.Answerer;
import dev.sanad.answer.Citation;
import dev.sanad.answer.DefaultAnswerer;
import dev.sanad.answer.ExtractiveComposer;
import dev.sanad.answer.Question;
import dev.sanad.article.Article;
import dev.sanad.article.ArticleId;
import dev.sanad.index.Analysis;
import dev.sanad.index.IndexFolders;
import dev.sanad.index.LucenePassageIndex;
import dev.sanad.retrieve.ArchiveSearcher;
import dev.sanad.retrieve.QueryPlanner;
import dev.sanad.retrieve.Ranking;
import dev.sanad.store.ArticleStore;
import dev.sanad.store.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveWriterTest {
    private static final ZoneId ZONE = ZoneId.of("Asia/Tehran");
    private static final Instant LONG_AGO = Instant.parse("2020-01-01T00:00:00Z");
    private final Analysis analysis = new Analysis();

    @TempDir
    private Path folder;

    private Path archive;
    private Path source;

    @BeforeEach
    void makeFolders() throws IOException {
        archive = folder.resolve("archive");
        source = Files.createDirectories(folder.resolve("source"));
    }

    private SyncReport synchronise(Path... sources) throws IOException {
        try (ArchiveWriter writer =
                Objects.requireNonNull(ArchiveWriter.tryOpen(archive, analysis, new ArticleReaders(ZONE)))) {
            return writer.synchronise(List.of(sources), Progress.SILENT);
        }
    }

    private Path write(String name, String text) throws IOException {
        Path file = source.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(LONG_AGO));
        return file;
    }

    private @Nullable Article stored(String id) {
        return new ArticleStore(Objects.requireNonNull(Database.openExisting(archive))).find(new ArticleId(id));
    }

    /** The first quotation that answers, or an empty text. */
    private String ask(String question) throws Exception {
        try (var searcher = ArchiveSearcher.open(new IndexFolders(archive).searchable())) {
            var answerer = new DefaultAnswerer(
                    new QueryPlanner(analysis),
                    searcher.retriever(analysis, ZoneId.of("Asia/Tehran"), Ranking.fitted(), null, null),
                    new ExtractiveComposer(analysis, 1),
                    null,
                    0.5);
            var response = answerer.answer(new Question(question, LONG_AGO, ZONE), Answerer.Listener.SILENT);
            return response.answer() instanceof Answer.Cited cited
                    ? cited.citations().stream()
                            .map(Citation::quote)
                            .findFirst()
                            .orElseThrow()
                    : "";
        }
    }

    @Test
    void findsWhatItStoredAndStoresItAsItCame() throws Exception {
        write("a/کتاب.txt", "شهردار سنگ‌دشت پل تازه را گشود.\r\nپل ۱۲۰ متر طول دارد.\r\n");

        assertThat(synchronise(source).added()).isEqualTo(1);

        assertThat(stored("a/کتاب.txt"))
                .extracting(Article::text)
                .isEqualTo("شهردار سنگ‌دشت پل تازه را گشود.\nپل ۱۲۰ متر طول دارد.\n");
        assertThat(ask("شهردار سنگ دشت چه چيزي را گشود؟")).isEqualTo("شهردار سنگ‌دشت پل تازه را گشود.");
    }

    @Test
    void doesNothingWhenNothingChanged() throws Exception {
        write("a.txt", "باران بارید.");
        synchronise(source);
        long revision = LucenePassageIndex.committedRevision(new IndexFolders(archive).current());

        SyncReport again = synchronise(source);

        assertThat(again.didNothing()).isTrue();
        assertThat(again.unchangedFiles()).isEqualTo(1);
        assertThat(LucenePassageIndex.committedRevision(new IndexFolders(archive).current()))
                .isEqualTo(revision);
    }

    @Test
    void readsAFileAgainThatChangedWithinTheClocksTick() throws Exception {
        Path file = write("a.txt", "باران بارید.");
        Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
        FileTime fresh = Files.getLastModifiedTime(file);
        synchronise(source);
        Files.writeString(file, "برفان بارید.");
        Files.setLastModifiedTime(file, fresh);

        assertThat(synchronise(source).changed()).isEqualTo(1);
    }

    @Test
    void aTouchedFileWithTheSameBytesIsNoChange() throws Exception {
        Path file = write("a.txt", "باران بارید.");
        synchronise(source);
        Files.setLastModifiedTime(file, FileTime.from(LONG_AGO.plusSeconds(60)));

        assertThat(synchronise(source).didNothing()).isTrue();
    }

    @Test
    void replacesAllPassagesOfAChangedArticleAndForgetsARemovedOne() throws Exception {
        write("a.txt", "گربهٔ همسایه روی دیوار خوابید.");
        Path gone = write("b.txt", "قطار ساعت نه از ایستگاه تبریز رفت.");
        synchronise(source);
        write("a.txt", "گربهٔ همسایه به حیاط مدرسه پرید.");
        Files.delete(gone);

        SyncReport report = synchronise(source);

        assertThat(report)
                .extracting(SyncReport::added, SyncReport::changed, SyncReport::removed)
                .containsExactly(0, 1, 1);
        assertThat(ask("گربهٔ همسایه کجا پرید؟")).isEqualTo("گربهٔ همسایه به حیاط مدرسه پرید.");
        assertThat(ask("قطار تبریز ساعت چند رفت؟")).isEmpty();
        assertThat(stored("b.txt")).isNull();
    }

    @Test
    void aLineThatLeavesAJsonlFileTakesItsArticleWithIt() throws Exception {
        write("a.jsonl", """
                {"id":"one","title":"t","text":"یک سیب افتاد."}
                {"id":"two","title":"t","text":"دو گلابی رسید."}
                """);
        synchronise(source);
        write("a.jsonl", "{\"id\":\"two\",\"title\":\"t\",\"text\":\"دو گلابی رسید.\"}\n");

        assertThat(synchronise(source))
                .extracting(SyncReport::changed, SyncReport::removed)
                .containsExactly(0, 1);
        assertThat(stored("one")).isNull();
        assertThat(stored("two")).isNotNull();
    }

    @Test
    void keepsWhatItHadOfAFileThatIsBadNowAndNamesItEveryTime() throws Exception {
        Path file = write("a.txt", "باران در بندر بارید.");
        synchronise(source);
        Files.write(file, new byte[] {0, 1, 2, 3, 0, (byte) 0xFF, (byte) 0xFE, 0});

        for (int time = 0; time < 2; time++) {
            SyncReport report = synchronise(source);
            assertThat(report.failures())
                    .singleElement()
                    .extracting(Refusal::name)
                    .asString()
                    .endsWith("a.txt");
            assertThat(ask("باران کجا بارید؟")).isEqualTo("باران در بندر بارید.");
        }
    }

    @Test
    void keepsWhatItHadOfASourceThatIsNotThere() throws Exception {
        write("a.txt", "باران در بندر بارید.");
        synchronise(source);
        Files.move(source, folder.resolve("moved"));

        SyncReport report = synchronise(source);

        assertThat(report.failures()).singleElement().extracting(Refusal::name).isEqualTo(source.toString());
        assertThat(ask("باران کجا بارید؟")).isEqualTo("باران در بندر بارید.");
    }

    @Test
    void keepsWhatTheArchiveHasFromOtherSources() throws Exception {
        write("a.txt", "باران در بندر بارید.");
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("b.txt"), "برف در کوهستان نشست.");
        synchronise(source);

        assertThat(synchronise(other))
                .extracting(SyncReport::added, SyncReport::removed)
                .containsExactly(1, 0);
        assertThat(ask("باران کجا بارید؟")).isEqualTo("باران در بندر بارید.");
    }

    @Test
    void namesArticlesOfTwoSourcesApartWhenTheirPathsAreTheSame() throws Exception {
        write("a.txt", "باران در بندر بارید.");
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("a.txt"), "برف در کوهستان نشست.");

        assertThat(synchronise(source, other).added()).isEqualTo(2);

        assertThat(stored("a.txt")).extracting(Article::text).isEqualTo("باران در بندر بارید.");
        assertThat(stored("other/a.txt")).extracting(Article::text).isEqualTo("برف در کوهستان نشست.");
        assertThat(synchronise(source, other).didNothing()).isTrue();
    }

    @Test
    void refusesASecondArticleOfTheSameIdAndKeepsTheFirst() throws Exception {
        write("a.jsonl", "{\"id\":\"x\",\"title\":\"t\",\"text\":\"باران بارید.\"}\n");
        write("b.jsonl", "{\"id\":\"x\",\"title\":\"t\",\"text\":\"برف نشست.\"}\n");

        SyncReport report = synchronise(source);

        assertThat(report.added()).isEqualTo(1);
        assertThat(report.failures())
                .singleElement()
                .extracting(Refusal::reason)
                .asString()
                .contains("the id x");
        assertThat(stored("x")).extracting(Article::text).isEqualTo("باران بارید.");
    }

    @Test
    void aBadLineCostsOnlyItselfAndIsNamedUntilItIsMended() throws Exception {
        write("a.jsonl", "{\"id\":\"one\",\"text\":\"یک سیب افتاد.\"}\n{\"id\":\"two\",\"text\":\"دو گلابی رسید.\"}\n");
        synchronise(source);
        Path file = write("a.jsonl", "{\"id\":\"one\",\"text\":\"یک سیب افتاد.\"}\nBAD\n");

        for (int time = 0; time < 2; time++) {
            SyncReport report = synchronise(source);
            assertThat(report.removed()).isEqualTo(time == 0 ? 1 : 0);
            assertThat(report.unchangedFiles()).isEqualTo(time);
            assertThat(report.failures())
                    .singleElement()
                    .extracting(Refusal::name)
                    .isEqualTo(file + ":2");
        }
        assertThat(stored("two")).isNull();
    }

    @Test
    void followsAnArticleThatMovesFromOneSourceToAnother() throws Exception {
        Path file = write("m.jsonl", "{\"id\":\"x\",\"text\":\"باران بارید.\"}\n");
        Path other = Files.createDirectories(folder.resolve("other"));
        synchronise(other, source);
        Files.move(file, other.resolve("n.jsonl"));

        assertThat(synchronise(other, source).failures()).isEmpty();
        assertThat(stored("x")).isNotNull();
    }

    @Test
    void aSourceThatWasRenamedTakesItsIdsAlong() throws Exception {
        write("m.jsonl", "{\"id\":\"x\",\"text\":\"باران بارید.\"}\n");
        synchronise(source);
        Path renamed = Files.move(source, folder.resolve("renamed"));

        assertThat(synchronise(renamed).failures()).isEmpty();
        assertThat(stored("x")).isNotNull();
    }

    @Test
    void saysThatAFileIsOfNoKindThatItReads() throws Exception {
        Path file = write("a.pdf", "%PDF");

        assertThat(synchronise(file).failures())
                .singleElement()
                .extracting(Refusal::name)
                .isEqualTo(file.toString());
    }

    @Test
    void forgetsASource() throws Exception {
        write("a.txt", "باران در بندر بارید.");
        synchronise(source);

        try (ArchiveWriter writer =
                Objects.requireNonNull(ArchiveWriter.tryOpen(archive, analysis, new ArticleReaders(ZONE)))) {
            assertThat(writer.forget(source, Progress.SILENT)).isEqualTo(1);
        }

        assertThat(ask("باران کجا بارید؟")).isEmpty();
        assertThat(synchronise(source).added()).isEqualTo(1);
    }

    @Test
    void makesAnIndexAnewThatLacksAFile() throws Exception {
        write("a.txt", "باران در بندر بارید.");
        synchronise(source);
        try (Stream<Path> files = Files.list(new IndexFolders(archive).current())) {
            Path data = files.filter(name -> name.getFileName().toString().startsWith("_"))
                    .findFirst()
                    .orElseThrow();
            Files.delete(data);
        }

        synchronise(source);

        assertThat(ask("باران کجا بارید؟")).isEqualTo("باران در بندر بارید.");
    }

    @Test
    void beginsAnUnfinishedIndexAnewThatCannotBeRead() throws Exception {
        write("a.txt", "باران در بندر بارید.");
        Path building = Files.createDirectories(new IndexFolders(archive).building());
        Files.writeString(building.resolve("segments_1"), "noise");

        synchronise(source);

        assertThat(ask("باران کجا بارید؟")).isEqualTo("باران در بندر بارید.");
    }

    @Test
    void makesALostIndexAnewFromTheDatabaseAlone() throws Exception {
        write("a.txt", "باران در بندر بارید.");
        synchronise(source);
        deleteFolder(archive.resolve("index"));

        synchronise(Files.createDirectories(folder.resolve("nothing")));

        assertThat(ask("باران کجا بارید؟")).isEqualTo("باران در بندر بارید.");
    }

    @Test
    void makesABrokenIndexAnew() throws Exception {
        write("a.txt", "باران در بندر بارید.");
        synchronise(source);
        try (Stream<Path> files = Files.list(new IndexFolders(archive).current())) {
            for (Path file : files.filter(name -> name.getFileName().toString().startsWith("segments"))
                    .toList()) {
                Files.write(file, "noise".getBytes(StandardCharsets.UTF_8));
            }
        }

        synchronise(source);

        assertThat(ask("باران کجا بارید؟")).isEqualTo("باران در بندر بارید.");
    }

    @Test
    void anIndexThatMissedTheLastCommitCatchesUp() throws Exception {
        write("a.txt", "باران در بندر بارید.");
        synchronise(source);
        try (var batch = new ArticleStore(Objects.requireNonNull(Database.openExisting(archive))).begin()) {
            batch.removeFile(source.toString(), "a.txt");
            batch.commit();
        }

        synchronise(Files.createDirectories(folder.resolve("nothing")));

        assertThat(ask("باران کجا بارید؟")).isEmpty();
    }

    @Test
    void oneProcessWritesAtATime() throws IOException {
        try (ArchiveWriter first = ArchiveWriter.tryOpen(archive, analysis, new ArticleReaders(ZONE))) {
            assertThat(first).isNotNull();
            assertThat(ArchiveWriter.tryOpen(archive, analysis, new ArticleReaders(ZONE)))
                    .isNull();
        }
        try (ArchiveWriter second = ArchiveWriter.tryOpen(archive, analysis, new ArticleReaders(ZONE))) {
            assertThat(second).isNotNull();
        }
    }

    private static void deleteFolder(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
