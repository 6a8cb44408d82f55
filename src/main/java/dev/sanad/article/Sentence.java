package dev.sanad.article;

/** {@code [start, end)} in its article's text, UTF-16 units, never empty. */
public record Sentence(int start, int end) {
    public Sentence {
        if (start < 0 || end <= start) {
            throw new IllegalArgumentException(
                    "a sentence is [start, end) and not empty: [" + start + ", " + end + ")");
        }
    }

    public int length() {
        return end - start;
    }
}
