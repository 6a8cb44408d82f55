package dev.sanad.render;

import dev.sanad.answer.Span;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A piece of a Telegram message under construction: its HTML, always balanced, and what it counts for. Whatever text it
 * is given is escaped, and what Telegram would make a link of by itself is set as code, which it leaves alone.
 */
final class TelegramHtml {
    /** What a Telegram client or server would turn into a link: addresses, mail, user names. */
    private static final Pattern LINKED = Pattern.compile(
            "(?i)[a-z][a-z0-9+.-]{1,20}://\\S+"
                    + "|(?<![\\w.+-])[\\w.+-]+@[\\w-]+\\.[\\w.-]+"
                    + "|@\\w{3,}"
                    + "|(?<![\\p{L}\\p{N}_.-])(?:[\\p{L}\\p{N}_-]+\\.)+(?:[a-z]{2,24}|ایران)(?![\\p{L}\\p{N}])(?::\\d+)?(?:/\\S*)?");

    /** Marks, embeddings, overrides and isolates of direction (UAX #9). */
    private static final Pattern STEERING = Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");

    /** More of them than this in one text, and all of it is set as code: Telegram reads 100 entities a message. */
    private static final int MANY_LINKED = 20;

    private final StringBuilder html = new StringBuilder();
    private int units;
    private int entities;

    /** Text of ours, or text that has been through this class's {@link #clean}. */
    TelegramHtml text(String text) {
        Matcher linked = LINKED.matcher(text);
        if (linked.results().limit(MANY_LINKED).count() == MANY_LINKED) {
            return tag("code", text);
        }
        linked.reset();
        int from = 0;
        while (linked.find()) {
            plain(text.substring(from, linked.start()));
            tag("code", linked.group());
            from = linked.end();
        }
        return plain(text.substring(from));
    }

    /** Text that Telegram may read commands and names in. */
    TelegramHtml plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> html.append("&amp;");
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '"' -> html.append("&quot;");
                default -> html.append(c);
            }
        }
        units += text.length();
        return this;
    }

    TelegramHtml bold(String text) {
        return LINKED.matcher(text).find() ? text(text) : tag("b", text);
    }

    /** All of it bold, save what would become a link. */
    TelegramHtml strong(String text) {
        Matcher linked = LINKED.matcher(text);
        int from = 0;
        while (linked.find()) {
            boldIfAny(text.substring(from, linked.start()));
            tag("code", linked.group());
            from = linked.end();
        }
        return boldIfAny(text.substring(from));
    }

    private TelegramHtml boldIfAny(String text) {
        return text.isEmpty() ? this : tag("b", text);
    }

    TelegramHtml link(String address, String text) {
        html.append("<a href=\"")
                .append(address.replace("&", "&amp;").replace("\"", "%22"))
                .append("\"><b>");
        plain(text);
        html.append("</b></a>");
        entities += 2;
        return this;
    }

    TelegramHtml quotation(String text) {
        return quotation(text, null);
    }

    /** @param highlight the part of it that is bold */
    TelegramHtml quotation(String text, @Nullable Span highlight) {
        html.append("<blockquote expandable>");
        highlighted(text, highlight);
        html.append("</blockquote>");
        entities++;
        return this;
    }

    /** Text with a part of it in bold. */
    TelegramHtml highlighted(String text, @Nullable Span highlight) {
        if (highlight == null || highlight.end() > text.length()) {
            return text(text);
        }
        return text(text.substring(0, highlight.start()))
                .strong(text.substring(highlight.start(), highlight.end()))
                .text(text.substring(highlight.end()));
    }

    TelegramHtml add(TelegramHtml other) {
        html.append(other.html);
        units += other.units;
        entities += other.entities;
        return this;
    }

    /** UTF-16 units that are left when Telegram has parsed the HTML. */
    int units() {
        return units;
    }

    int entities() {
        return entities;
    }

    String html() {
        return html.toString();
    }

    private TelegramHtml tag(String tag, String text) {
        html.append('<').append(tag).append('>');
        plain(text);
        html.append("</").append(tag).append('>');
        entities++;
        return this;
    }

    /** The text with what Telegram refuses replaced, unit for unit: lone surrogates by U+FFFD, controls by spaces. */
    static String clean(String text) {
        var clean = new StringBuilder(text);
        for (int i = 0; i < clean.length(); i++) {
            char c = clean.charAt(i);
            if (Character.isHighSurrogate(c)
                    && i + 1 < clean.length()
                    && Character.isLowSurrogate(clean.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c) || c >= '\uFFFE') {
                clean.setCharAt(i, '\uFFFD');
            } else if ((Character.isISOControl(c) && c != '\n') || c == '\u2028' || c == '\u2029') {
                clean.setCharAt(i, ' ');
            }
        }
        return clean.toString();
    }

    /** A text of others, cleaned, with what steers direction replaced by what does not, unit for unit. */
    static String still(String text) {
        return STEERING.matcher(clean(text)).replaceAll("\u2060");
    }

    /** What is left of Telegram HTML for a reader when it is shown as plain text. */
    static String plainText(String html) {
        return html.replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }
}
