package dev.sanad.ingest;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/**
 * The paragraphs of an element, as a browser would set them: white space of HTML collapsed, all other characters (a
 * ZWNJ, a no-break space) kept. A {@code <br>} is a line end, two of them end the paragraph; a table's row is one line.
 */
final class Paragraphs implements NodeVisitor {
    private final List<String> done = new ArrayList<>();
    private final StringBuilder current = new StringBuilder();
    private int preformatted;

    private Paragraphs() {}

    static List<String> of(Element element) {
        var paragraphs = new Paragraphs();
        element.traverse(paragraphs);
        paragraphs.end();
        return paragraphs.done;
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode text) {
            append(text.getWholeText());
        } else if (node instanceof Element element) {
            if (element.nameIs("br")) {
                lineBreak();
            } else if (isCell(element)) {
                append(" ");
            } else if (element.isBlock()) {
                end();
            }
            preformatted += element.nameIs("pre") ? 1 : 0;
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            if (element.isBlock() && !isCell(element)) {
                end();
            }
            preformatted -= element.nameIs("pre") ? 1 : 0;
        }
    }

    private static boolean isCell(Element element) {
        return element.nameIs("td") || element.nameIs("th");
    }

    private void append(String text) {
        if (preformatted > 0) {
            current.append(text);
            return;
        }
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isSpace(c)) {
                current.append(c);
            } else if (!current.isEmpty() && !isSpace(current.charAt(current.length() - 1))) {
                current.append(' ');
            }
        }
    }

    private void lineBreak() {
        trimEnd(" ");
        if (!current.isEmpty() && current.charAt(current.length() - 1) == '\n') {
            end();
        } else if (!current.isEmpty()) {
            current.append('\n');
        }
    }

    private void end() {
        trimEnd(" \t\n\r\f");
        if (!current.toString().isBlank()) {
            done.add(current.toString());
        }
        current.setLength(0);
    }

    private void trimEnd(String spaces) {
        int end = current.length();
        while (end > 0 && spaces.indexOf(current.charAt(end - 1)) >= 0) {
            end--;
        }
        current.setLength(end);
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f';
    }
}
