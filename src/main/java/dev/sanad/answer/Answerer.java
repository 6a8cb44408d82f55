package dev.sanad.answer;

import java.util.List;

/** The path of a question, from its text to a checked answer. Safe for many threads at once. */
public interface Answerer {
    /**
     * Answers within the configured deadline, whatever becomes of the model.
     *
     * @param listener told of each claim as soon as it has passed the check, on the calling thread
     * @throws InterruptedException when the calling thread is interrupted, which stops the model's call too
     */
    Response answer(Question question, Listener listener) throws InterruptedException;

    /** Hears an answer grow. What it was told stays: the final answer begins with exactly these claims. */
    interface Listener {
        Listener SILENT = (claim, citations) -> {};

        /** @param citations those that this claim is the first to name */
        void claim(Claim claim, List<Citation> citations);
    }
}
