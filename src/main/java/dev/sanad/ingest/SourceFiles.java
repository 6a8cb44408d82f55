package dev.sanad.ingest;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The files of a source that a reader takes.
 *
 * @param files sorted by path
 * @param unlistable folders within the source that cannot be listed now, by their paths; what they hold is not known
 * @param others how many files no reader takes; hidden ones are not counted
 */
public record SourceFiles(List<Entry> files, List<String> unlistable, int others) {
    /**
     * A file as its folder shows it.
     *
     * @param path within the source, with {@code /} between folders; a source that is a file has its name as path
     * @param size bytes
     * @param modified nanoseconds since 1970
     * @param readable false where the file cannot be opened, or is a link to nothing: size and modified tell nothing then
     */
    public record Entry(String path, Path file, long size, long modified, boolean readable) {
        /** The same for a reader. */
        public SourceFile content() {
            return SourceFile.of(path, file);
        }
    }

    public SourceFiles {
        files = List.copyOf(files);
        unlistable = List.copyOf(unlistable);
    }

    /**
     * Lists a file, or a folder with all that is below it. Links are followed, but never in circles; hidden files and
     * folders are passed over, unless the source itself is one.
     */
    public static SourceFiles list(Path source, ArticleReaders readers) throws SourceUnavailableException {
        try {
            var attributes = Files.readAttributes(source, BasicFileAttributes.class);
            var walk = new Walk(source, readers);
            if (attributes.isDirectory()) {
                Files.walkFileTree(source, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
            } else {
                walk.take(source, String.valueOf(source.getFileName()), attributes);
            }
            walk.files.sort(Comparator.comparing(Entry::path));
            walk.unlistable.sort(Comparator.naturalOrder());
            return new SourceFiles(walk.files, walk.unlistable, walk.others);
        } catch (java.nio.file.NoSuchFileException e) {
            throw new SourceUnavailableException(source, "does not exist", e);
        } catch (IOException e) {
            throw new SourceUnavailableException(source, "cannot be listed: " + e, e);
        }
    }

    private static final class Walk extends SimpleFileVisitor<Path> {
        private final Path source;
        private final ArticleReaders readers;
        private final List<Entry> files = new ArrayList<>();
        private final List<String> unlistable = new ArrayList<>();
        private int others;

        Walk(Path source, ArticleReaders readers) {
            this.source = source;
            this.readers = readers;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) throws IOException {
            return isHidden(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            if (!isHidden(file)) {
                take(file, path(file), attributes);
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (file.equals(source)) {
                throw e;
            }
            if (!(e instanceof FileSystemLoopException) && !isHidden(file)) {
                unlistable.add(path(file));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
            if (e != null && folder.equals(source)) {
                throw e;
            }
            if (e != null) {
                unlistable.add(path(folder));
            }
            return FileVisitResult.CONTINUE;
        }

        void take(Path file, String path, BasicFileAttributes attributes) {
            if (readers.forPath(path) == null) {
                others++;
            } else if (attributes.isRegularFile() || attributes.isSymbolicLink()) {
                long modified = attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
                boolean readable = attributes.isRegularFile() && Files.isReadable(file);
                files.add(new Entry(path, file, attributes.size(), modified, readable));
            }
        }

        private boolean isHidden(Path file) throws IOException {
            return !file.equals(source) && Files.isHidden(file);
        }

        private String path(Path file) {
            return StreamSupport.stream(source.relativize(file).spliterator(), false)
                    .map(Path::toString)
                    .collect(Collectors.joining("/"));
        }
    }
}
