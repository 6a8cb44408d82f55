package dev.sanad.eval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a query was answered.
 *
 * @param status as {@code ask --json} has it
 * @param text the claims; empty when nothing was claimed
 * @param confidence 0 to 1 that the archive answers
 */
public record Reply(String status, String text, List<Quoted> citations, double confidence) {
    static final String CITED = "cited";

    public Reply {
        citations = List.copyOf(citations);
    }

    /**
     * A quotation, in the order of the answer.
     *
     * @param faithful whether it equals the stored text at its offsets; null where that was not looked at
     */
    public record Quoted(
            String article, String quote, @Nullable Boolean faithful) {}

    boolean isCited() {
        return status.equals(CITED);
    }

    /** Whether one of the answers stands in one of the first quotations, character for character. */
    boolean quotes(List<String> answers, int among) {
        return citations.stream()
                .limit(among)
                .anyMatch(citation -> answers.stream().anyMatch(citation.quote()::contains));
    }
}
