package dev.sanad.answer;

/**
 * Words in which a quotation and an article differ.
 *
 * @param given as the quotation has them; empty when it lacks them
 * @param found the article's text from {@code start} to {@code end} (UTF-16 units); empty when it lacks them, and both are
 *     then the place where they would stand
 */
public record Difference(Kind kind, String given, String found, int start, int end) {
    public enum Kind {
        /** The article has other words here. */
        CHANGED,
        /** The article does not have these words. */
        ADDED,
        /** The quotation leaves out words of the article. */
        MISSING
    }

    public Difference {
        boolean fits = switch (kind) {
            case CHANGED -> !given.isEmpty() && !found.isEmpty();
            case ADDED -> !given.isEmpty() && found.isEmpty();
            case MISSING -> given.isEmpty() && !found.isEmpty();
        };
        if (!fits || end - start != found.length()) {
            throw new IllegalArgumentException(kind + " does not fit '" + given + "' and '" + found + "'");
        }
    }
}
