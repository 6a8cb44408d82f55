package dev.sanad.conversation;

import dev.sanad.answer.Answer;
import dev.sanad.answer.Answerer;
import dev.sanad.answer.Claim;
import dev.sanad.answer.Question;
import dev.sanad.answer.Response;
import dev.sanad.answer.SmallTalkDetector;
import dev.sanad.store.Turn;
import dev.sanad.store.Turns;
import java.util.stream.Collectors;

/** Conversations whose follow-ups are written out. */
public final class DefaultConversations implements Conversations {
    private final Answerer answerer;
    private final Turns turns;
    private final Rewriter rewriter;
    private final int remembered;
    private final SmallTalkDetector smallTalk = new SmallTalkDetector();

    /** @param remembered how many turns back a follow-up may lean */
    public DefaultConversations(Answerer answerer, Turns turns, Rewriter rewriter, int remembered) {
        this.answerer = answerer;
        this.turns = turns;
        this.rewriter = rewriter;
        this.remembered = remembered;
    }

    @Override
    public Response ask(ConversationId conversation, Question question, Answerer.Listener listener)
            throws InterruptedException {
        Rewriter.Rewritten rewritten = understood(conversation, question.text());
        String understood = rewritten.question();
        Response response = answerer.answer(new Question(understood, question.now(), question.zone()), listener);
        if (remembered > 0 && response.answer() instanceof Answer.Cited cited) {
            String text = cited.claims().stream().map(Claim::text).collect(Collectors.joining(" "));
            turns.add(conversation.value(), new Turn(understood, text), remembered);
        }
        return response.to(question, rewritten.tokens());
    }

    /** Thanks are never taken for a follow-up, or a model might write out the question that was just answered. */
    private Rewriter.Rewritten understood(ConversationId conversation, String question) throws InterruptedException {
        if (remembered == 0 || smallTalk.detect(question) != null) {
            return Rewriter.Rewritten.free(question);
        }
        return rewriter.rewrite(question, turns.last(conversation.value(), remembered));
    }

    @Override
    public void withdraw(ConversationId conversation, String question) {
        turns.withdraw(conversation.value(), question);
    }

    @Override
    public void forget(ConversationId conversation) {
        turns.forget(conversation.value());
    }
}
