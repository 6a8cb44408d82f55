package dev.sanad.retrieve;

import java.util.List;

/**
 * A word of a question, with its terms in each searched field as that field's chain makes them.
 *
 * @param surface as the reader wrote it
 * @param start in the text, UTF-16 units
 * @param exact the word's parts, joined form left out
 * @param joined the joined form of a compound in {@code exact}; empty for a simple word
 * @param light the parts, stemmed
 * @param truncated the parts, cut
 * @param english stemmed; empty for a word that is not Latin
 */
public record QueryWord(
        String surface,
        int start,
        int end,
        List<String> exact,
        String joined,
        List<String> light,
        List<String> truncated,
        List<String> english) {
    public QueryWord {
        exact = List.copyOf(exact);
        light = List.copyOf(light);
        truncated = List.copyOf(truncated);
        english = List.copyOf(english);
    }
}
