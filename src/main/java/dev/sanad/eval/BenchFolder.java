package dev.sanad.eval;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a benchmark works: a folder that is kept, or a temporary one that goes when the program ends, Ctrl-C included. */
public final class BenchFolder implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(BenchFolder.class);
    private static final int SECONDS_TO_STOP = 5;
    private final Path path;
    private final boolean temporary;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile boolean stopping;

    private BenchFolder(Path path, boolean temporary) {
        this.path = path;
        this.temporary = temporary;
    }

    public static BenchFolder kept(Path path) throws IOException {
        return new BenchFolder(Files.createDirectories(path), false);
    }

    public static BenchFolder temporary() throws IOException {
        var folder = new BenchFolder(Files.createTempDirectory("sanad-bench"), true);
        Runtime.getRuntime().addShutdownHook(new Thread(folder::stop, "stop"));
        return folder;
    }

    Path path() {
        return path;
    }

    /** @throws InterruptedException once the program is about to end */
    void check() throws InterruptedException {
        if (stopping) {
            throw new InterruptedException("the program ends");
        }
    }

    /** Gives the indexes a moment to be closed; what they still write after it goes with the folder. */
    private void stop() {
        stopping = true;
        try {
            if (!closed.await(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                delete(path);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException | UncheckedIOException e) {
            log.warn("{} could not be removed; remove it by hand: {}", path, e.toString());
        }
    }

    static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }

    static long bytes(Path folder) throws IOException {
        long bytes = 0;
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                bytes += Files.size(file);
            }
        }
        return bytes;
    }

    @Override
    public void close() throws IOException {
        if (temporary) {
            delete(path);
        }
        closed.countDown();
    }
}
