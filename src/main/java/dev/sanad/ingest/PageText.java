package dev.sanad.ingest;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Finds the article on a page and reads its paragraphs. */
final class PageText {
    private static final String NEVER_TEXT =
            "script, style, noscript, template, nav, header, footer, aside, form, button,"
                    + " select, textarea, iframe, object, svg, canvas, audio, video, menu, dialog, figcaption, [hidden],"
                    + " [aria-hidden=true], [role=navigation], [role=banner], [role=complementary], [role=contentinfo],"
                    + " [role=search]";

    /** Parts of the names that sites give to what stands around an article. */
    private static final Set<String> AROUND = Set.of(
            "comment",
            "comments",
            "disqus",
            "share",
            "sharing",
            "social",
            "related",
            "sidebar",
            "breadcrumb",
            "breadcrumbs",
            "newsletter",
            "advert",
            "advertisement",
            "ad",
            "ads",
            "banner",
            "tags",
            "cookie",
            "cookies",
            "promo",
            "subscribe",
            "pagination",
            "navbar",
            "popup");

    private static final Set<String> PARAGRAPHS =
            Set.of("p", "blockquote", "li", "h1", "h2", "h3", "h4", "h5", "h6", "dd", "dt", "pre");

    /** What part of its paragraphs' text counts for the block above a block: they may stand in blocks of their own. */
    private static final double HANDED_UP = 0.6;

    private PageText() {}

    /**
     * Changes the page: what is no text of an article is taken out of it.
     *
     * @param title left out where the text begins with it
     */
    static String of(Document page, @Nullable String title) {
        for (Element element : page.select(NEVER_TEXT)) {
            if (!holdsTheArticle(element)) {
                element.remove();
            }
        }
        for (Element element : page.body().getAllElements()) {
            if (isAround(element)) {
                element.remove();
            }
        }
        List<String> paragraphs = Paragraphs.of(root(page));
        if (!paragraphs.isEmpty() && title != null && paragraphs.getFirst().equals(title.strip())) {
            paragraphs = paragraphs.subList(1, paragraphs.size());
        }
        return String.join("\n\n", paragraphs);
    }

    static String ofFragment(String html) {
        return String.join("\n\n", Paragraphs.of(Jsoup.parseBodyFragment(html).body()));
    }

    /** All of an element's text in one line. */
    static String line(Element element) {
        return String.join(" ", Paragraphs.of(element));
    }

    private static boolean isAround(Element element) {
        if (element.nameIs("body")
                || (element.className().isEmpty() && element.id().isEmpty())) {
            return false;
        }
        String names = element.className() + " " + element.id();
        return Arrays.stream(names.toLowerCase(Locale.ROOT).split("\\s+"))
                        .filter(name ->
                                !name.startsWith("has-") && !name.startsWith("no-") && !name.startsWith("with-"))
                        .flatMap(name -> Arrays.stream(name.split("[-_]+")))
                        .anyMatch(AROUND::contains)
                && element.selectFirst("article, main, [itemprop=articleBody], h1") == null;
    }

    /** Some frameworks wrap the whole page into one form. */
    private static boolean holdsTheArticle(Element element) {
        String holds = element.nameIs("form")
                ? "article, main, [itemprop=articleBody], h1, p"
                : "article, main, [itemprop=articleBody]";
        return element.selectFirst(holds) != null;
    }

    private static Element root(Document page) {
        for (Element body : page.select("[itemprop=articleBody]")) {
            if (body.hasText()) {
                return body;
            }
        }
        Element densest = densest(page);
        Element article = densest.closest("article");
        Element main = densest.closest("main, [role=main]");
        return article != null ? article : main != null ? main : densest;
    }

    /** The block that holds the most text that is no link, in itself and in its paragraphs. */
    private static Element densest(Document page) {
        var weights = new IdentityHashMap<Element, Double>();
        for (Element block : page.body().getAllElements()) {
            int own = block.isBlock() ? ownText(block) : 0;
            if (own == 0) {
                continue;
            }
            boolean paragraph = PARAGRAPHS.contains(block.normalName());
            Element holder = block.parent() != null && paragraph ? block.parent() : block;
            weights.merge(holder, (double) own, Double::sum);
            if (holder.parent() != null) {
                weights.merge(holder.parent(), own * HANDED_UP, Double::sum);
            }
        }
        Element best = page.body();
        for (Element block : page.body().getAllElements()) {
            if (weights.getOrDefault(block, 0.0) > weights.getOrDefault(best, 0.0)) {
                best = block;
            }
        }
        return best;
    }

    /** UTF-16 units of the text whose nearest block this is, links not counted. */
    private static int ownText(Element block) {
        int length = 0;
        var inline = new ArrayDeque<Node>(block.childNodes());
        while (!inline.isEmpty()) {
            Node node = inline.remove();
            if (node instanceof TextNode text) {
                length += text.text().strip().length();
            } else if (node instanceof Element element && !element.isBlock() && !element.nameIs("a")) {
                inline.addAll(element.childNodes());
            }
        }
        return length;
    }
}
