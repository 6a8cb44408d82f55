package dev.sanad.cli;

import dev.sanad.ingest.ArchiveWriter;
import dev.sanad.ingest.EmbeddingBudget;
import dev.sanad.ingest.EmbeddingOutcome;
import dev.sanad.llm.Embedder;
import java.io.IOException;
import java.time.Duration;

/** Computes an archive's vectors as each command wants it, and says how that went. */
final class Embedding {
    /** What a question may wait for: at a model's usual speed on two cores about as long as it may take. */
    private static final int PASSAGES_BEFORE_A_QUESTION = 64;

    private static final Duration TIME_BEFORE_A_QUESTION = Duration.ofSeconds(3);

    private Embedding() {}

    /** For {@code index}: everything. Returns the exit code. */
    static int all(ArchiveWriter writer, Embedder embedder) throws IOException, InterruptedException {
        return tell(writer.embed(embedder, EmbeddingBudget.unlimited(), new TerminalProgress()));
    }

    /** For {@code index --re-embed}: everything, by this model. Returns the exit code. */
    static int anew(ArchiveWriter writer, Embedder embedder) throws IOException, InterruptedException {
        return tell(writer.reEmbed(embedder, EmbeddingBudget.unlimited(), new TerminalProgress()));
    }

    private static int tell(EmbeddingOutcome outcome) {
        return switch (outcome) {
            case EmbeddingOutcome.Complete(int passages, int computed) -> {
                System.out.println(
                        computed == 0
                                ? "All " + passages + " passages have vectors."
                                : "Computed " + computed + " vectors; all " + passages + " passages have theirs.");
                yield Main.OK;
            }
            default -> {
                System.err.println(problem(outcome));
                yield Main.FAILURES;
            }
        };
    }

    /** Before a question is answered: what can be done while its asker hardly notices. */
    static void beforeAQuestion(ArchiveWriter writer, Embedder embedder) throws IOException, InterruptedException {
        var budget = new EmbeddingBudget(PASSAGES_BEFORE_A_QUESTION, TIME_BEFORE_A_QUESTION);
        String problem = problem(writer.embed(embedder, budget, new TerminalProgress()));
        if (!problem.isEmpty()) {
            System.err.println("note: " + problem);
        }
    }

    /** What is wrong and what to do about it, a line; empty when every passage has its vector. */
    static String problem(EmbeddingOutcome outcome) {
        return switch (outcome) {
            case EmbeddingOutcome.Complete complete -> "";
            case EmbeddingOutcome.Unfinished(int computed, int left) ->
                left + " passages have no vectors yet; ./sanad index computes them";
            case EmbeddingOutcome.OtherModel(String archives, String configured) ->
                "the archive's vectors are of " + archives + ", and " + configured
                        + " is configured: questions are answered by words alone. ./sanad index --re-embed computes all "
                        + "vectors with " + configured + "; or set `embedding` to what it was";
            case EmbeddingOutcome.NotBegun(String reason) -> "no vector was computed, and none forgotten: " + reason;
            case EmbeddingOutcome.Failed(String reason, int computed, int left) ->
                "the embedding model failed: " + reason + ". " + computed + " vectors were computed, " + left
                        + " passages have none and are found by their words; ./sanad index goes on";
        };
    }
}
