package dev.sanad.telegram;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Telegram's HTML, read as strictly as Telegram reads it, from its documentation and not from the renderer.
 *
 * @param visible what is left when the entities are parsed
 * @param quotations the insides of the blockquotes
 * @param links the addresses
 */
public record HtmlCheck(String visible, List<String> quotations, List<String> links, int entities) {
    private static final Set<String> TAGS = Set.of(
            "b", "strong", "i", "em", "u", "ins", "s", "strike", "del", "code", "pre", "a", "blockquote", "tg-spoiler");
    private static final Pattern TAG = Pattern.compile("<(/?)([a-z-]+)((?: [a-z]+(?:=\"[^\"<>]*\")?)*)>");
    private static final Pattern ENTITY = Pattern.compile("&(lt|gt|amp|quot|#\\d+|#x[0-9a-fA-F]+);");
    private static final Pattern HREF = Pattern.compile(" href=\"([^\"]+)\"");

    /** @throws IllegalArgumentException with Telegram's kind of complaint */
    public static HtmlCheck of(String html) {
        var visible = new StringBuilder();
        Deque<String> open = new ArrayDeque<>();
        Deque<Integer> starts = new ArrayDeque<>();
        List<String> quotations = new ArrayList<>();
        List<String> links = new ArrayList<>();
        int entities = 0;
        int at = 0;
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '<') {
                Matcher tag = TAG.matcher(html).region(at, html.length());
                if (!tag.lookingAt() || !TAGS.contains(tag.group(2))) {
                    throw new IllegalArgumentException("unsupported start tag at " + at);
                }
                String name = tag.group(2);
                if (tag.group(1).isEmpty()) {
                    begin(name, tag.group(3), open, links);
                    starts.push(visible.length());
                    entities++;
                } else {
                    if (open.isEmpty() || !open.pop().equals(name)) {
                        throw new IllegalArgumentException("unexpected end tag at " + at);
                    }
                    int start = starts.pop();
                    if (name.equals("blockquote")) {
                        quotations.add(visible.substring(start));
                    }
                }
                at = tag.end();
            } else if (c == '&') {
                Matcher entity = ENTITY.matcher(html).region(at, html.length());
                if (!entity.lookingAt()) {
                    throw new IllegalArgumentException("a bare & at " + at);
                }
                visible.append(character(entity.group(1)));
                at = entity.end();
            } else if (c == '>') {
                throw new IllegalArgumentException("a bare > at " + at);
            } else {
                visible.append(c);
                at++;
            }
        }
        if (!open.isEmpty()) {
            throw new IllegalArgumentException("can't find the end of " + open.peek());
        }
        return new HtmlCheck(visible.toString(), quotations, links, entities);
    }

    private static void begin(String name, String attributes, Deque<String> open, List<String> links) {
        if (open.contains("code") || open.contains("pre")) {
            throw new IllegalArgumentException("nothing may stand in code");
        }
        if (name.equals("blockquote") && open.contains("blockquote")) {
            throw new IllegalArgumentException("blockquotes cannot be nested");
        }
        if (name.equals("code") && (open.contains("b") || open.contains("a"))) {
            throw new IllegalArgumentException("code may not be part of other entities");
        }
        Matcher href = HREF.matcher(attributes);
        if (name.equals("a") != href.matches()) {
            throw new IllegalArgumentException("a link has an address, and nothing else has one");
        }
        if (name.equals("a")) {
            links.add(href.group(1).replace("&amp;", "&"));
        } else if (!attributes.isEmpty() && !(name.equals("blockquote") && attributes.equals(" expandable"))) {
            throw new IllegalArgumentException("unsupported attributes" + attributes);
        }
        open.push(name);
    }

    private static String character(String entity) {
        return switch (entity) {
            case "lt" -> "<";
            case "gt" -> ">";
            case "amp" -> "&";
            case "quot" -> "\"";
            default ->
                Character.toString(
                        entity.startsWith("#x")
                                ? Integer.parseInt(entity.substring(2), 16)
                                : Integer.parseInt(entity.substring(1)));
        };
    }
}
