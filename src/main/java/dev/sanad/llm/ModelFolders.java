package dev.sanad.llm;

import dev.sanad.llm.FetchException.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/** The models of an archive: a folder each in {@code models}. */
public final class ModelFolders {
    private final Path root;

    /** What is done by one process at a time. */
    interface Work<T> {
        T run() throws FetchException, IOException, InterruptedException;
    }

    public ModelFolders(Path archive) {
        this.root = archive.resolve("models");
    }

    public ModelFolder of(CatalogueModel model) {
        return new ModelFolder(root.resolve(model.id()));
    }

    /** Of the models that are there, whole or in part. */
    public List<String> ids() throws IOException {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> folders = Files.list(root)) {
            return folders.filter(Files::isDirectory)
                    .map(folder -> folder.getFileName().toString())
                    .sorted()
                    .toList();
        }
    }

    /**
     * @param id one of {@link #ids}
     * @return the bytes that are free again
     * @throws FetchException while another process fetches or removes a model
     */
    public long remove(String id) throws FetchException, IOException, InterruptedException {
        if (!ids().contains(id)) {
            throw new IllegalArgumentException("there is no model " + id);
        }
        return alone(() -> {
            var folder = new ModelFolder(root.resolve(id));
            long bytes = folder.bytes();
            folder.delete();
            return bytes;
        });
    }

    /** @throws FetchException while another process is at it */
    <T> T alone(Work<T> work) throws FetchException, IOException, InterruptedException {
        Files.createDirectories(root);
        try (FileChannel channel =
                FileChannel.open(root.resolve("fetch.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (!isLocked(channel)) {
                throw new FetchException(
                        Kind.BUSY,
                        "Another process is fetching or removing a model in " + root + "; wait until it is done.");
            }
            return work.run();
        }
    }

    /** Closing the channel gives the lock back; the system does so when the process dies. */
    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }
}
