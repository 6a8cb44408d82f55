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

    /**
     * Forgets a question that was put in other words meanwhile, and its answer, so that it is not what the new one leans on.
     *
     * @param question as it was understood
     */
    void withdraw(ConversationId conversation, String question);

    /** Forgets every turn of the conversation. */
    void forget(ConversationId conversation);
}
