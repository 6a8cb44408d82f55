package dev.sanad.index;

import dev.sanad.article.Passage;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What an embedding model is given of a passage. The one place that says so: whatever changes this makes every vector anew.
 *
 * @param text the article's title, a line end, the passage; without a title the passage alone
 * @param content SHA-256 of {@code text}, 64 hexadecimal digits: equal contents have equal vectors
 */
public record EmbeddedText(String text, String content) {
    public static EmbeddedText of(Passage passage) {
        String title = passage.head().title();
        String text = title.isEmpty() ? passage.text() : title + "\n" + passage.text();
        return new EmbeddedText(text, HexFormat.of().formatHex(sha256(text)));
    }

    static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
