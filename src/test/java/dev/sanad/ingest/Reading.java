package dev.sanad.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.article.Article;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Objects;

/** Reads bytes as the file of a given name would be read. */
final class Reading {
    static final ArticleReaders READERS = new ArticleReaders(ZoneId.of("Asia/Tehran"));

    private Reading() {}

    static ReadResult read(String path, byte[] bytes) throws IOException {
        ArticleReader reader = Objects.requireNonNull(READERS.forPath(path), path);
        return reader.read(SourceFile.of(path, bytes));
    }

    static ReadResult read(String path, String text) throws IOException {
        return read(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The one article of a file that has nothing else to say. */
    static Article article(String path, String text) throws IOException {
        ReadResult result = read(path, text);
        assertThat(result.refusals()).isEmpty();
        assertThat(result.warnings()).isEmpty();
        assertThat(result.articles()).hasSize(1);
        return result.articles().getFirst();
    }

    /** The reason of a file that is refused as a whole. */
    static String refusal(String path, byte[] bytes) throws IOException {
        ReadResult result = read(path, bytes);
        assertThat(result.articles()).isEmpty();
        assertThat(result.refusals()).hasSize(1);
        assertThat(result.refusals().getFirst().name()).isEqualTo(path);
        return result.refusals().getFirst().reason();
    }

    static String refusal(String path, String text) throws IOException {
        return refusal(path, text.getBytes(StandardCharsets.UTF_8));
    }
}
