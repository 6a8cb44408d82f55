package dev.sanad.answer;

import java.util.List;

/**
 * How given words stand in an article's words.
 *
 * @param cost of the words that were changed, added or left out, as {@link QuotedWord#cost} has it
 * @param steps in order, each going on where the one before it ended
 */
record Alignment(int cost, List<Step> steps) {
    Alignment {
        steps = List.copyOf(steps);
    }

    /**
     * A run of given words and the run of found words that stands for it: places among the words, ends excluded, either
     * may be empty.
     *
     * @param same whether they differ in the boundaries of words at most
     */
    record Step(int given, int givenEnd, int found, int foundEnd, boolean same) {
        Step different() {
            return new Step(given, givenEnd, found, foundEnd, false);
        }

        Step foundUntil(int end) {
            return new Step(given, givenEnd, found, end, same);
        }

        Step foundWithin(int from, int to) {
            return new Step(given, givenEnd, Math.clamp(found, from, to), Math.clamp(foundEnd, from, to), same);
        }
    }
}
