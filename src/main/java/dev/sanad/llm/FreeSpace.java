package dev.sanad.llm;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The room that is left on a disk. */
final class FreeSpace {
    private FreeSpace() {}

    /** @throws FetchException when the disk that {@code file} is to lie on has no room for so many bytes more */
    static void check(Path file, long bytes) throws FetchException, IOException {
        long free = Files.getFileStore(file.toAbsolutePath().getParent()).getUsableSpace();
        if (bytes > free) {
            throw new FetchException(
                    FetchException.Kind.DISK,
                    file.getFileName() + " needs " + Megabytes.of(bytes) + " more, and the disk of " + file.getParent()
                            + " has " + Megabytes.of(free)
                            + " left; make room, or name another archive with --archive.");
        }
    }
}
