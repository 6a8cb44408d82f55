package dev.sanad.ingest;

import dev.sanad.index.Analysis;
import dev.sanad.llm.Deadline;
import dev.sanad.llm.Embedder;
import dev.sanad.llm.HashEmbedder;
import dev.sanad.llm.LlmException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;

/** Embeds an archive until it has embedded enough, and then waits to be killed: {@code ARCHIVE SOURCE LOG ENOUGH}. */
final class EmbeddingProcess {
    private EmbeddingProcess() {}

    public static void main(String[] args) throws Exception {
        var embedder = new Stopping(Path.of(args[2]), Integer.parseInt(args[3]));
        try (ArchiveWriter writer = Objects.requireNonNull(ArchiveWriter.tryOpen(
                Path.of(args[0]), new Analysis(), new ArticleReaders(ZoneId.of("Asia/Tehran"))))) {
            writer.synchronise(List.of(Path.of(args[1])), Progress.SILENT);
            writer.embed(embedder, EmbeddingBudget.unlimited(), Progress.SILENT);
        }
    }

    /** Writes every text that it embedded into a file, a line each. */
    private static final class Stopping implements Embedder {
        private final HashEmbedder like = new HashEmbedder("test:hash", 16);
        private final Path log;
        private int left;

        Stopping(Path log, int enough) {
            this.log = log;
            this.left = enough;
        }

        @Override
        public String name() {
            return like.name();
        }

        @Override
        public List<float[]> passages(List<String> texts, Deadline deadline) throws LlmException, InterruptedException {
            if (!take(texts.size())) {
                new CountDownLatch(1).await();
            }
            return like.passages(texts, deadline);
        }

        private synchronized boolean take(int texts) {
            try {
                left -= texts;
                Files.writeString(
                        log,
                        left < 0 ? "enough\n" : texts + "\n",
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
                return left >= 0;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public float[] query(String text, Deadline deadline) {
            return like.query(text, deadline);
        }

        @Override
        public int parallelism() {
            return like.parallelism();
        }

        @Override
        public void close() {}
    }
}
