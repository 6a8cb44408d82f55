package dev.sanad.ingest;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The readers, by the extensions of the files that they read. */
public final class ArticleReaders {
    private final Map<String, ArticleReader> byExtension;

    /** @param zone of the times that name no offset */
    public ArticleReaders(ZoneId zone) {
        var maker = new ArticleMaker(new DateReader(zone));
        var markdown = new MarkdownReader(maker);
        var html = new HtmlReader(maker);
        var jsonLines = new JsonLinesReader(maker);
        this.byExtension = Map.of(
                "md", markdown,
                "markdown", markdown,
                "txt", new TextReader(maker),
                "html", html,
                "htm", html,
                "xhtml", html,
                "json", new JsonReader(maker),
                "jsonl", jsonLines,
                "ndjson", jsonLines);
    }

    /** Null for a file that is no article, as far as its name tells. */
    public @Nullable ArticleReader forPath(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        int dot = name.lastIndexOf('.');
        return dot < 0 ? null : byExtension.get(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }
}
