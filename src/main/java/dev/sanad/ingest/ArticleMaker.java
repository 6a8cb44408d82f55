package dev.sanad.ingest;

import com.ibm.icu.util.ULocale;
import dev.sanad.article.Article;
import dev.sanad.article.ArticleHead;
import dev.sanad.article.ArticleId;
import dev.sanad.article.Published;
import dev.sanad.ingest.Fields.Field;
import dev.sanad.text.Language;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Makes an article of what a reader found, the same way for every format. */
final class ArticleMaker {
    private final DateReader dates;

    ArticleMaker(DateReader dates) {
        this.dates = dates;
    }

    /**
     * Hands the sink an article, and a warning for each field that could not be used; or a refusal.
     *
     * @param name for refusals and warnings
     * @param path the id of an article that names none
     * @param title of an article that names none
     */
    void make(Fields fields, String name, String path, String title, ArticleSink sink) {
        String text = fields.get(Field.TEXT);
        if (text == null || text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            sink.refused(new Refusal(name, "has no text"));
            return;
        }
        String heading = line(Objects.requireNonNullElse(fields.get(Field.TITLE), title));
        String source = line(Objects.requireNonNullElse(fields.get(Field.SOURCE), ""));
        if (isBroken(text) || isBroken(heading) || isBroken(source)) {
            sink.refused(new Refusal(name, "holds characters that no text has (NUL, or half of a surrogate pair)"));
            return;
        }
        try {
            String id = fields.get(Field.ID);
            var head = new ArticleHead(
                    new ArticleId(id == null ? path : id.strip()),
                    heading,
                    language(fields.get(Field.LANGUAGE), text),
                    source,
                    url(fields.get(Field.URL), name, sink),
                    published(fields.get(Field.DATE), name, sink));
            sink.article(Article.of(head, text));
        } catch (IllegalArgumentException e) {
            sink.refused(new Refusal(name, "is refused: " + e.getMessage()));
        }
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static boolean isBroken(String text) {
        return text.codePoints().anyMatch(c -> c == 0 || Character.getType(c) == Character.SURROGATE);
    }

    /** The two or three letters of a declared language; what the text looks like, if none was declared rightly. */
    private static String language(@Nullable String declared, String text) {
        if (declared != null && declared.strip().matches("[A-Za-z]{2,3}([-_].*)?")) {
            String tag = ULocale.createCanonical(declared.strip().replace('-', '_'))
                    .getLanguage()
                    .toLowerCase(Locale.ROOT);
            if (!tag.isEmpty() && !tag.equals("und")) {
                return tag;
            }
        }
        return Language.of(text).tag();
    }

    private @Nullable Published published(@Nullable String date, String name, ArticleSink sink) {
        if (date == null) {
            return null;
        }
        Published published = dates.read(date);
        if (published == null) {
            sink.warned(new Warning(
                    name,
                    "has a date that cannot be read, and stays undated: " + shown(date)
                            + "; write it as 2015-04-22, 2015-04-22T10:30:00+04:30 or 1394/02/02"));
        }
        return published;
    }

    private static @Nullable URI url(@Nullable String url, String name, ArticleSink sink) {
        if (url == null) {
            return null;
        }
        URI uri = webAddress(url);
        if (uri == null) {
            sink.warned(new Warning(name, "has a url that is no web address, and goes without: " + shown(url)));
        }
        return uri;
    }

    /** Null for what is not absolute, not http or https, or names no host. */
    static @Nullable URI webAddress(String url) {
        try {
            // addresses are written with the letters and spaces that a browser would escape
            URI uri = new URI(url.strip().replace(" ", "%20"));
            String scheme = Objects.requireNonNullElse(uri.getScheme(), "").toLowerCase(Locale.ROOT);
            boolean web = scheme.equals("http") || scheme.equals("https");
            return web && uri.getRawAuthority() != null ? uri : null;
        } catch (URISyntaxException e) {
            return null;
        }
    }

    private static String shown(String value) {
        String line = line(value);
        return line.length() <= 80 ? line : line.substring(0, 80) + "…";
    }
}
