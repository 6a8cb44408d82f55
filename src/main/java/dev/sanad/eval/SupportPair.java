package dev.sanad.eval;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim and the sentences that it may rest on.
 *
 * @param supported whether they carry it, for counting alone; null when the file does not say
 * @param kind how the claim was made, for counting alone; empty when the file does not say
 */
public record SupportPair(
        String id,
        String claim,
        List<String> evidence,
        @Nullable Boolean supported,
        String kind) {
    public SupportPair {
        if (claim.isBlank()) {
            throw new IllegalArgumentException("\"claim\" is empty");
        }
        if (evidence.stream().anyMatch(String::isBlank)) {
            throw new IllegalArgumentException("\"evidence\" has an empty sentence");
        }
        evidence = List.copyOf(evidence);
    }
}
