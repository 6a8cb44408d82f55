package dev.sanad.answer;

/** A part of a text, {@code [start, end)} in UTF-16 units, never empty. */
public record Span(int start, int end) {
    public Span {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException("a span is [start, end) and not empty: [" + start + ", " + end + ")");
        }
    }

    /** The part of a text that it is. */
    String of(String text) {
        return text.substring(start, end);
    }
}
