package dev.sanad.ingest;

/** How computing an archive's vectors ended. What was computed is kept, whatever the end. */
public sealed interface EmbeddingOutcome {
    /** Every passage has its vector. */
    record Complete(int passages, int computed) implements EmbeddingOutcome {}

    /** The budget was spent, or is too small for what is missing. */
    record Unfinished(int computed, int left) implements EmbeddingOutcome {}

    /** The archive's vectors are of another model than the one that is configured: nothing was computed. */
    record OtherModel(String archives, String configured) implements EmbeddingOutcome {}

    /** The model gave not even one vector, so nothing was changed. */
    record NotBegun(String reason) implements EmbeddingOutcome {}

    /** @param reason for people; says what the model did */
    record Failed(String reason, int computed, int left) implements EmbeddingOutcome {}
}
