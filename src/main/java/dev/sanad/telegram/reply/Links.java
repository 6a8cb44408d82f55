package dev.sanad.telegram.reply;

import dev.sanad.store.Readers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * Short names for articles and questions, for what carries 64 bytes at most: buttons and deep links
 * ({@code t.me/bot?start=…}). An article's name is always the same; a question's nobody can guess who does not know it.
 */
final class Links {
    static final String ARTICLE = "a";
    static final String QUESTION = "q";
    private static final int CHARACTERS = 22;
    private final Readers readers;
    private final InstantSource clock;

    Links(Readers readers, InstantSource clock) {
        this.readers = readers;
        this.clock = clock;
    }

    String toArticle(String article) {
        return token(ARTICLE, article, 0);
    }

    /** @param reader who asks; 0: a question of ours */
    String toQuestion(String question, long reader) {
        return token(QUESTION, question, reader);
    }

    /** The article or the question; null where the token is no name of that kind. */
    @Nullable String find(String kind, String token) {
        return token.startsWith(kind) ? readers.link(token) : null;
    }

    private String token(String kind, String value, long reader) {
        String token = kind + hash(kind + reader + ":" + value);
        readers.link(token, value, reader, clock.instant());
        return token;
    }

    private static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash).substring(0, CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
