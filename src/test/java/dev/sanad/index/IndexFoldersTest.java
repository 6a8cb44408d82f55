package dev.sanad.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexFoldersTest {
    @TempDir
    Path archive;

    private IndexFolders folders = new IndexFolders(Path.of(""));

    @BeforeEach
    void openTheArchive() {
        folders = new IndexFolders(archive);
    }

    private Path make(String name) throws IOException {
        Path folder = Files.createDirectories(archive.resolve("index").resolve(name));
        Files.writeString(folder.resolve("segments"), name);
        return folder;
    }

    @Test
    void anArchiveWithoutAnIndexHasNothingToSearch() throws IOException {
        assertThat(folders.searchable()).isNull();
        Files.createDirectories(folders.building());
        assertThat(folders.searchable()).isNull();
    }

    @Test
    void theNewestOlderIndexAnswersWhileTheNewOneIsMade() throws IOException {
        make("v0");
        Path newest = make("v" + (IndexSchema.VERSION - 1));
        make("v" + IndexSchema.VERSION + ".building");
        make("v" + (IndexSchema.VERSION + 1));
        make("notes");
        assertThat(folders.searchable()).isEqualTo(newest);
    }

    @Test
    void aFinishedIndexTakesThePlaceOfTheOlderOnes() throws IOException {
        Path old = make("v" + (IndexSchema.VERSION - 1));
        Path notes = make("notes");
        make("v" + IndexSchema.VERSION + ".building");
        folders.finishBuilding();
        assertThat(folders.searchable()).isEqualTo(folders.current());
        assertThat(folders.current().resolve("segments")).hasContent("v" + IndexSchema.VERSION + ".building");
        assertThat(folders.building()).doesNotExist();
        assertThat(old).doesNotExist();
        assertThat(notes).exists();
    }

    @Test
    void aDiscardedIndexIsGone() throws IOException {
        make("v" + IndexSchema.VERSION);
        folders.discardCurrent();
        assertThat(folders.current()).doesNotExist();
        assertThat(folders.searchable()).isNull();
    }

    @Test
    void aRetiredIndexAnswersUntilANewOneIsWhole() throws IOException {
        make("v" + (IndexSchema.VERSION - 1));
        make("v" + IndexSchema.VERSION);
        folders.retireCurrent();
        assertThat(folders.current()).doesNotExist();
        Path older = Objects.requireNonNull(folders.searchable());
        assertThat(older.resolve("segments")).hasContent("v" + IndexSchema.VERSION);

        make("v" + IndexSchema.VERSION + ".building");
        folders.finishBuilding();
        assertThat(folders.searchable()).isEqualTo(folders.current());
        folders.discardCurrent();
        assertThat(folders.searchable()).isNull();
    }
}
