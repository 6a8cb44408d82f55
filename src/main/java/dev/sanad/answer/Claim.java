package dev.sanad.answer;

import java.util.List;

/**
 * One sentence of an answer.
 *
 * @param text plain text: no markup, no citation markers
 * @param citations numbers of the {@link Citation}s that carry it, at least one, in order of mention
 */
public record Claim(String text, List<Integer> citations) {
    public Claim {
        if (text.isBlank() || citations.isEmpty()) {
            throw new IllegalArgumentException("a claim has words and at least one citation");
        }
        citations = List.copyOf(citations);
    }
}
