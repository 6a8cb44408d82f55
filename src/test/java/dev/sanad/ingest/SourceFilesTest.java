package dev.sanad.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceFilesTest {
    @TempDir
    private Path folder;

    @Test
    void listsAFolderWithAllBelowItInTheOrderOfThePaths() throws Exception {
        write("b/z.jsonl");
        write("b/a/خبر.MD");
        write("c.txt");
        write("a.html");
        SourceFiles files = list(folder);
        assertThat(files.files())
                .extracting(SourceFiles.Entry::path)
                .containsExactly("a.html", "b/a/خبر.MD", "b/z.jsonl", "c.txt");
        assertThat(files.files()).allMatch(SourceFiles.Entry::readable);
        assertThat(files.unlistable()).isEmpty();
        assertThat(files.others()).isZero();
    }

    @Test
    void tellsSizeAndTimeToTheNanosecond() throws Exception {
        Path file = write("a.txt");
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(1_700_000_000L, 123_456_000)));
        SourceFiles.Entry entry = list(folder).files().getFirst();
        assertThat(entry.size()).isEqualTo(Files.size(file));
        assertThat(entry.modified()).isEqualTo(1_700_000_000_123_456_000L);
        assertThat(entry.file()).isEqualTo(file);
        try (var content = entry.content().open()) {
            assertThat(content.readAllBytes()).isEqualTo(Files.readAllBytes(file));
        }
    }

    @Test
    void countsWhatNoReaderTakesAndPassesOverWhatIsHidden() throws Exception {
        write("a.txt");
        write("photo.jpg");
        write("b/README");
        write(".git/a.txt");
        write("b/.hidden.md");
        SourceFiles files = list(folder);
        assertThat(files.files()).extracting(SourceFiles.Entry::path).containsExactly("a.txt");
        assertThat(files.others()).isEqualTo(2);
    }

    @Test
    void aHiddenSourceIsListedWhenItIsNamedItself() throws Exception {
        write(".archive/a.txt");
        assertThat(list(folder.resolve(".archive")).files()).hasSize(1);
    }

    @Test
    void aSourceMayBeOneFile() throws Exception {
        Path file = write("b/a.txt");
        assertThat(list(file).files()).extracting(SourceFiles.Entry::path).containsExactly("a.txt");
        assertThat(list(write("photo.jpg")).others()).isEqualTo(1);
    }

    @Test
    void linksAreFollowedButNotInCircles(@TempDir Path elsewhere) throws Exception {
        write("b/a.txt");
        Files.writeString(elsewhere.resolve("far.md"), "x");
        Files.createSymbolicLink(folder.resolve("b/circle"), folder);
        Files.createSymbolicLink(folder.resolve("linked"), elsewhere);
        Files.createSymbolicLink(folder.resolve("one.md"), elsewhere.resolve("far.md"));
        SourceFiles files = list(folder);
        assertThat(files.files())
                .extracting(SourceFiles.Entry::path)
                .containsExactly("b/a.txt", "linked/far.md", "one.md");
        assertThat(files.unlistable()).isEmpty();
    }

    @Test
    void aLinkToNothingIsAFileThatCannotBeReadNow() throws Exception {
        Files.createSymbolicLink(folder.resolve("gone.md"), folder.resolve("nowhere.md"));
        assertThat(list(folder).files())
                .singleElement()
                .satisfies(entry -> assertThat(entry.readable()).isFalse());
    }

    @Test
    void aFolderThatCannotBeListedIsNamed() throws Exception {
        write("b/closed/a.txt");
        Path closed = folder.resolve("b/closed");
        write("b/open.txt");
        Files.setPosixFilePermissions(closed, Set.of());
        try {
            assumeThat(Files.isReadable(closed))
                    .as("whoever runs this may read everything")
                    .isFalse();
            SourceFiles files = list(folder);
            assertThat(files.unlistable()).containsExactly("b/closed");
            assertThat(files.files()).extracting(SourceFiles.Entry::path).containsExactly("b/open.txt");
            assertThatThrownBy(() -> list(closed))
                    .isInstanceOf(SourceUnavailableException.class)
                    .hasMessageContaining("cannot be listed");
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void aSourceThatIsNotThereIsNoEmptySource() {
        Path nowhere = folder.resolve("nowhere");
        assertThatThrownBy(() -> list(nowhere))
                .isInstanceOfSatisfying(
                        SourceUnavailableException.class,
                        e -> assertThat(e.source()).isEqualTo(nowhere))
                .hasMessage("the source " + nowhere + " does not exist");
        assertThatThrownBy(() -> list(write("a.txt").resolve("below"))).isInstanceOf(SourceUnavailableException.class);
    }

    private static SourceFiles list(Path source) throws SourceUnavailableException {
        return SourceFiles.list(source, Reading.READERS);
    }

    private Path write(String path) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, "text of " + path);
    }
}
