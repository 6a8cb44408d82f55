package dev.sanad.article;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What is known of an article besides its text.
 *
 * @param title one line, may be empty
 * @param language BCP 47, {@code und} when unknown
 * @param source the publisher's name, may be empty
 * @param url absolute, http or https
 */
public record ArticleHead(
        ArticleId id,
        String title,
        String language,
        String source,
        @Nullable URI url,
        @Nullable Published published) {
    public ArticleHead {
        if (url != null && !"http".equalsIgnoreCase(url.getScheme()) && !"https".equalsIgnoreCase(url.getScheme())) {
            throw new IllegalArgumentException("an article's url starts with http:// or https://, not " + url);
        }
    }
}
