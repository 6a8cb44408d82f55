package dev.sanad.conversation;

import dev.sanad.store.Turn;
import java.util.List;

/** Writes out what a follow-up leaves unsaid. */
public interface Rewriter {
    /**
     * A question that stands alone.
     *
     * @param tokens that a model took and gave for it; 0 where none was asked
     */
    record Rewritten(String question, int tokens) {
        static Rewritten free(String question) {
            return new Rewritten(question, 0);
        }
    }

    /**
     * The question as it stands alone; one that is no follow-up as it is.
     *
     * @param turns of the conversation, the oldest first
     */
    Rewritten rewrite(String question, List<Turn> turns) throws InterruptedException;
}
