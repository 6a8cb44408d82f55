package dev.sanad.answer;

import dev.sanad.text.Folding;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Knows when a model recites what it was told instead of answering, whatever evidence it names for it. */
final class PromptEcho {
    /** Words in a row that no answer shares with the instructions by chance. */
    private static final int RUN = 6;

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{Nd}]+");
    private final Set<List<String>> runs = new HashSet<>();
    private final String boundary;

    /**
     * @param instructions the part of the prompt that is ours
     * @param boundary the mark of this prompt
     */
    PromptEcho(String instructions, String boundary) {
        this.boundary = boundary;
        List<String> words = words(instructions);
        for (int from = 0; from + RUN <= words.size(); from++) {
            runs.add(words.subList(from, from + RUN));
        }
    }

    boolean isIn(String text) {
        if (text.contains(boundary)) {
            return true;
        }
        List<String> words = words(text);
        for (int from = 0; from + RUN <= words.size(); from++) {
            if (runs.contains(words.subList(from, from + RUN))) {
                return true;
            }
        }
        return false;
    }

    private static List<String> words(String text) {
        return WORD.matcher(Folding.fold(text))
                .results()
                .map(MatchResult::group)
                .toList();
    }
}
