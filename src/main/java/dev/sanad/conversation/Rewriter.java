package dev.sanad.conversation;

import dev.sanad.store.Turn;
import java.util.List;

/** Writes out what a follow-up leaves unsaid. */
public interface Rewriter {
    /**
     * The question as it stands alone; one that is no follow-up as it is.
     *
     * @param turns of the conversation, the oldest first
     */
    String rewrite(String question, List<Turn> turns) throws InterruptedException;
}
