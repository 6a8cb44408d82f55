package dev.sanad.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sanad.ingest.Fields.Field;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/** What a page tells machines of its article: JSON-LD first, then Open Graph and the like, then the page itself. */
final class PageMetadata {
    private static final int MOST_NODES = 10_000;

    private PageMetadata() {}

    static Fields of(Document page) {
        var fields = new Fields();
        JsonNode article = article(page);
        if (article != null) {
            jsonLd(article, fields);
        }
        fields.put(Field.TITLE, meta(page, "og:title", "twitter:title", "dc.title"));
        fields.put(Field.TITLE, textOf(page.selectFirst("article h1, main h1, h1[itemprop=headline]")));
        fields.put(Field.TITLE, textOf(page.selectFirst("h1")));
        fields.put(Field.TITLE, page.title());
        fields.put(
                Field.DATE,
                meta(
                        page,
                        "article:published_time",
                        "datePublished",
                        "og:published_time",
                        "dc.date",
                        "pubdate",
                        "date"));
        fields.put(Field.DATE, attribute(page, "time[itemprop=datePublished], time[pubdate]", "datetime"));
        fields.put(Field.DATE, attribute(page, "article time[datetime]", "datetime"));
        fields.put(Field.SOURCE, meta(page, "og:site_name", "application-name", "dc.publisher"));
        for (String url : new String[] {
            attribute(page, "link[rel=canonical]", "href"), meta(page, "og:url"),
        }) {
            putAddress(fields, url);
        }
        if (article != null) {
            fields.put(Field.SOURCE, name(article.get("author")));
        }
        fields.put(Field.LANGUAGE, attribute(page, "html[lang]", "lang"));
        fields.put(Field.LANGUAGE, attribute(page, "html", "xml:lang"));
        fields.put(Field.LANGUAGE, meta(page, "og:locale", "language"));
        return fields;
    }

    private static void jsonLd(JsonNode article, Fields fields) {
        fields.put(Field.TITLE, unescaped(name(article.get("headline"))));
        fields.put(Field.TITLE, unescaped(name(article.get("name"))));
        fields.put(Field.DATE, name(article.get("datePublished")));
        fields.put(Field.SOURCE, unescaped(name(article.get("publisher"))));
        JsonNode language = article.get("inLanguage");
        fields.put(
                Field.LANGUAGE,
                language != null && language.isObject() ? name(language.get("alternateName")) : name(language));
        putAddress(fields, address(article.get("url")));
        putAddress(fields, address(article.get("mainEntityOfPage")));
        String body = unescaped(name(article.get("articleBody")));
        if (body != null) {
            // some sites put their markup into it
            fields.put(Field.TEXT, body.contains("</p>") || body.contains("<br") ? PageText.ofFragment(body) : body);
        }
    }

    /** The outermost article of the page's JSON-LD: related ones are told further in. */
    private static @Nullable JsonNode article(Document page) {
        var queue = new ArrayDeque<JsonNode>();
        for (Element script : page.select("script[type=application/ld+json]")) {
            JsonNode root = JsonArticle.lenient(script.data());
            if (root != null) {
                queue.add(root);
            }
        }
        for (int seen = 0; !queue.isEmpty() && seen < MOST_NODES; seen++) {
            JsonNode node = queue.remove();
            if (isArticle(node.get("@type"))) {
                return node;
            }
            if (node.isContainerNode()) {
                node.forEach(queue::add);
            }
        }
        return null;
    }

    private static boolean isArticle(@Nullable JsonNode type) {
        if (type == null) {
            return false;
        }
        List<String> names = new ArrayList<>();
        if (type.isArray()) {
            type.forEach(name -> names.add(name.asText()));
        } else {
            names.add(type.asText());
        }
        return names.stream().anyMatch(name -> name.endsWith("Article") || name.endsWith("BlogPosting"));
    }

    private static @Nullable String name(@Nullable JsonNode value) {
        JsonNode one = value != null && value.isArray() ? value.get(0) : value;
        return JsonArticle.text(one);
    }

    private static @Nullable String address(@Nullable JsonNode value) {
        return value != null && value.isObject() ? name(value.get("@id")) : name(value);
    }

    private static void putAddress(Fields fields, @Nullable String url) {
        if (url != null && ArticleMaker.webAddress(url) != null) {
            fields.put(Field.URL, url);
        }
    }

    private static @Nullable String unescaped(@Nullable String text) {
        return text == null ? null : Parser.unescapeEntities(text, false);
    }

    private static @Nullable String meta(Document page, String... names) {
        for (String name : names) {
            for (String key : new String[] {"property", "name", "itemprop"}) {
                String content = attribute(page, "meta[" + key + "=" + name + "]", "content");
                if (content != null) {
                    return content;
                }
            }
        }
        return null;
    }

    private static @Nullable String attribute(Document page, String selector, String attribute) {
        for (Element element : page.select(selector)) {
            if (!element.attr(attribute).isBlank()) {
                return element.attr(attribute);
            }
        }
        return null;
    }

    private static @Nullable String textOf(@Nullable Element element) {
        return element == null ? null : PageText.line(element);
    }
}
