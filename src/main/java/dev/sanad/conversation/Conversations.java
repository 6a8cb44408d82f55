package dev.sanad.conversation;

import dev.sanad.answer.Answerer;
import dev.sanad.answer.Question;
import dev.sanad.answer.Response;

/** Conversations, each a bounded run of turns. Safe for many threads; one conversation is asked by one at a time. */
public interface Conversations {
    /**
     * Answers a question in the light of the conversation's earlier turns, and remembers both.
     *
     * @throws InterruptedException when the calling thread is interrupted; nothing is remembered then
     */
    Response ask(ConversationId conversation, Question question, Answerer.Listener listener)
            throws InterruptedException;

    /** Forgets every turn of the conversation. */
    void forget(ConversationId conversation);
}
