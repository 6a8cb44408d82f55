package dev.sanad.llm;

import org.jspecify.annotations.Nullable;

/**
 * A reply that ended properly.
 *
 * @param text the pieces that were handed over, put together; never blank
 * @param inputTokens null where the server does not say
 * @param outputTokens null where the server does not say; reasoning counts
 * @param truncated ended by the limit of tokens or by the provider's filter, so perhaps in mid-sentence
 */
public record LlmReply(
        String text,
        @Nullable Integer inputTokens,
        @Nullable Integer outputTokens,
        boolean truncated) {
    public LlmReply {
        if (text.isBlank()) {
            throw new IllegalArgumentException("a reply has text; one without is an LlmException");
        }
    }

    /** That it took and gave, as far as the server says. */
    public int tokens() {
        return (inputTokens == null ? 0 : inputTokens) + (outputTokens == null ? 0 : outputTokens);
    }
}
