package dev.sanad.retrieve;

import java.util.List;

/**
 * A word of a question and the terms that it is searched by, as the analysis makes them.
 *
 * @param surface as the reader wrote it
 * @param start in the text, UTF-16 units
 * @param exact the word's parts, joined form left out
 * @param joined the joined form of a compound in {@code exact}; empty for a simple word
 * @param light the parts, stemmed
 * @param truncated the parts, cut; a part that is never cut as it is
 * @param aside whether it only says what the question is about, in brackets at its end
 */
public record QueryWord(
        String surface,
        int start,
        int end,
        List<String> exact,
        String joined,
        List<String> light,
        List<String> truncated,
        boolean aside) {
    public QueryWord {
        exact = List.copyOf(exact);
        light = List.copyOf(light);
        truncated = List.copyOf(truncated);
    }

    QueryWord asAside() {
        return new QueryWord(surface, start, end, exact, joined, light, truncated, true);
    }

    /** Whether it is written in Latin letters. */
    public boolean isLatin() {
        return Character.UnicodeScript.of(surface.codePointAt(0)) == Character.UnicodeScript.LATIN;
    }

    /** Whether it is written in the letters of Persian. */
    public boolean isArabic() {
        return Character.isLetter(surface.codePointAt(0))
                && Character.UnicodeScript.of(surface.codePointAt(0)) == Character.UnicodeScript.ARABIC;
    }
}
