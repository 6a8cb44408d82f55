package dev.sanad.ingest;

import java.io.BufferedInputStream;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * An article a line. The file is never in memory as a whole, so it may be of any size; a line may not. A line that
 * cannot be read is refused by itself.
 */
final class JsonLinesReader implements ArticleReader {
    private static final int HEAD = 4096;
    private final ArticleMaker maker;

    JsonLinesReader(ArticleMaker maker) {
        this.maker = maker;
    }

    @Override
    public void read(SourceFile file, ArticleSink sink) throws IOException {
        try (InputStream in = lines(file)) {
            var lines = new ByteLines(in, Bytes.LIMIT);
            while (lines.next()) {
                article(file, lines, sink);
            }
            if (lines.number() == 0) {
                sink.refused(new Refusal(file.path(), "is empty"));
            }
        } catch (RefusedException e) {
            sink.refused(new Refusal(file.path(), e.reason()));
        }
    }

    private void article(SourceFile file, ByteLines lines, ArticleSink sink) {
        String name = file.path() + ":" + lines.number();
        try {
            String json = Decoder.decode(lines.bytes());
            if (!json.isBlank()) {
                String path = file.path() + "#" + lines.number();
                maker.make(JsonArticle.fields(JsonArticle.parse(json)), name, path, file.name(), sink);
            }
        } catch (RefusedException e) {
            sink.refused(new Refusal(name, e.reason()));
        }
    }

    /** Bytes whose lines can be decoded one by one; where a NUL shows that they cannot, the whole is decoded first. */
    private static InputStream lines(SourceFile file) throws IOException, RefusedException {
        var in = new BufferedInputStream(file.open(), 1 << 16);
        try {
            in.mark(HEAD);
            byte[] head = in.readNBytes(HEAD);
            in.reset();
            if (!hasNul(head)) {
                return in;
            }
        } catch (IOException e) {
            in.close();
            throw e;
        }
        in.close();
        return new ByteArrayInputStream(Decoder.decode(Bytes.of(file)).getBytes(StandardCharsets.UTF_8));
    }

    private static boolean hasNul(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return true;
            }
        }
        return false;
    }
}
