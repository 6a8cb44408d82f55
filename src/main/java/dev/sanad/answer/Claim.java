package dev.sanad.answer;

import dev.sanad.article.Published;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One sentence of an answer.
 *
 * @param text plain text: no markup, no citation markers
 * @param citations numbers of the {@link Citation}s that carry it, at least one, in order of mention
 * @param heading when what it says was published, where that stands above it, as in a digest; null elsewhere
 */
public record Claim(
        String text, List<Integer> citations, @Nullable Published heading) {
    public Claim {
        if (text.isBlank() || citations.isEmpty()) {
            throw new IllegalArgumentException("a claim has words and at least one citation");
        }
        citations = List.copyOf(citations);
    }

    public Claim(String text, List<Integer> citations) {
        this(text, citations, null);
    }
}
