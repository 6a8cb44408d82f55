package dev.sanad.eval;

import java.util.List;

/** A piece of a text that is long enough to see what it is about. */
final class Snippet {
    private static final int LENGTH = 220;
    private static final int BEFORE = 80;

    private Snippet() {}

    static String beginning(String text) {
        return cut(text, 0);
    }

    /** Around the first of the answers that the text holds; else its beginning. */
    static String around(String text, List<String> answers) {
        for (String answer : answers) {
            int at = text.indexOf(answer);
            if (at >= 0) {
                return cut(text, Math.max(0, at - BEFORE));
            }
        }
        return beginning(text);
    }

    /** From a place near {@code from} where a word begins, never within a surrogate pair. */
    private static String cut(String text, int from) {
        int blank = from == 0 ? -1 : text.indexOf(' ', from);
        int start = from == 0 ? 0 : blank < 0 || blank > from + BEFORE ? from : blank + 1;
        start = start > 0 && Character.isLowSurrogate(text.charAt(start)) ? start - 1 : start;
        int end = Math.min(text.length(), start + LENGTH);
        end = end < text.length() && Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
        return (start > 0 ? "… " : "") + text.substring(start, end) + (end < text.length() ? "…" : "");
    }
}
