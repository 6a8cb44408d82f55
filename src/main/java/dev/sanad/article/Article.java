package dev.sanad.article;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Objects;

/**
 * An article as it is stored.
 *
 * @param text as its source wrote it, decoded, with every line end made {@code \n} and nothing else changed
 * @param sha256 64 hexadecimal digits over head and text: equal hashes, equal articles
 */
public record Article(ArticleHead head, String text, String sha256) {
    public Article {
        if (text.indexOf('\r') >= 0) {
            throw new IllegalArgumentException("a stored text ends its lines with \\n alone");
        }
    }

    /** An article whose hash is computed here; line ends may still be {@code \r\n} or {@code \r}. */
    public static Article of(ArticleHead head, String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n');
        return new Article(head, lines, hash(head, lines));
    }

    public ArticleId id() {
        return head.id();
    }

    private static String hash(ArticleHead head, String text) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            for (String part : new String[] {
                head.id().value(),
                head.title(),
                head.language(),
                head.source(),
                Objects.toString(head.url(), ""),
                Objects.toString(head.published(), ""),
                text
            }) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                sha.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
                sha.update(bytes);
            }
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
