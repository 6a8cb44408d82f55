package dev.sanad.index;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where an archive's indexes lie: {@code index/v<schema>} for a finished one, {@code index/v<schema>.building} for one in the
 * making. An old one answers until the new one is whole.
 */
public final class IndexFolders {
    private final Path root;

    /** @param archive the archive's folder */
    public IndexFolders(Path archive) {
        this.root = archive.resolve("index");
    }

    public Path current() {
        return root.resolve("v" + IndexSchema.VERSION);
    }

    public Path building() {
        return root.resolve("v" + IndexSchema.VERSION + ".building");
    }

    /** The current index if there is one, else the newest older one; null when there is none. */
    public @Nullable Path searchable() throws IOException {
        if (Files.isDirectory(current())) {
            return current();
        }
        return older().stream()
                .max(Comparator.comparingInt(IndexFolders::version))
                .orElse(null);
    }

    /** The index in the making takes the current one's place, and older ones go. */
    public void finishBuilding() throws IOException {
        Files.move(building(), current(), StandardCopyOption.ATOMIC_MOVE);
        for (Path old : older()) {
            delete(old);
        }
    }

    private List<Path> older() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(folder -> folder.getFileName().toString().matches("v\\d{1,9}"))
                    .filter(folder -> version(folder) < IndexSchema.VERSION)
                    .toList();
        }
    }

    private static int version(Path folder) {
        return Integer.parseInt(folder.getFileName().toString().substring(1));
    }

    /** Removes the current index, which cannot be read, so that it is made again. */
    public void discardCurrent() throws IOException {
        delete(current());
    }

    /** The current index becomes an older one, which answers until a new one is whole. */
    public void retireCurrent() throws IOException {
        Path older = root.resolve("v" + (IndexSchema.VERSION - 1));
        delete(older);
        if (Files.isDirectory(current())) {
            Files.move(current(), older, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    /** Removes an index in the making that cannot be gone on with. */
    public void discardBuilding() throws IOException {
        delete(building());
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
