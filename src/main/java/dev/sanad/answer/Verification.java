package dev.sanad.answer;

import dev.sanad.retrieve.Retrieval.Coverage;
import java.util.List;

/** Whether the archive has a quotation. */
public sealed interface Verification {
    /**
     * It stands there word by word; how letters, digits, word boundaries and punctuation are written aside.
     *
     * @param matches one an article; the first published first, then undated ones
     */
    record Exact(List<QuotationMatch> matches) implements Verification {
        public Exact {
            matches = notEmpty(matches);
        }
    }

    /**
     * It stands there with a few words changed, added or left out.
     *
     * @param matches one an article; those with the fewest differing words first, of these the first published
     */
    record Near(List<QuotationMatch> matches) implements Verification {
        public Near {
            matches = notEmpty(matches);
        }
    }

    /** @param searched what it was searched in */
    record NotFound(Coverage searched) implements Verification {}

    /** It has too few words, or only words that stand everywhere, and was not seen as it is. */
    record TooShort() implements Verification {}

    private static List<QuotationMatch> notEmpty(List<QuotationMatch> matches) {
        if (matches.isEmpty()) {
            throw new IllegalArgumentException("a quotation that was found stands in one article at least");
        }
        return List.copyOf(matches);
    }
}
