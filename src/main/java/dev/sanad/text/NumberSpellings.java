package dev.sanad.text;

import java.util.List;

/** The other ways to write a small number: 12 is دوازده and twelve. */
public final class NumberSpellings {
    private NumberSpellings() {}

    /** @param word folded; empty for one that is no cardinal number up to 100 */
    public static List<String> others(String word) {
        return NumberWords.spellings(word).stream()
                .filter(spelling -> !spelling.equals(word))
                .toList();
    }
}
