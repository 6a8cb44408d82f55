package dev.sanad.telegram;

import dev.sanad.answer.Answer;
import dev.sanad.answer.Answerer;
import dev.sanad.answer.Citation;
import dev.sanad.answer.Claim;
import dev.sanad.answer.Question;
import dev.sanad.answer.Response;
import dev.sanad.article.ArticleHead;
import dev.sanad.article.ArticleId;
import dev.sanad.conversation.ConversationId;
import dev.sanad.conversation.Conversations;
import dev.sanad.text.Language;
import java.util.List;
import java.util.concurrent.Semaphore;

/** Says one sentence, and the second one only when it is let go on. */
final class GrowingConversations implements Conversations {
    private static final ArticleHead ARTICLE = new ArticleHead(new ArticleId("a"), "Title", "en", "Agency", null, null);
    private final Semaphore begin = new Semaphore(0);
    private final Semaphore end = new Semaphore(0);

    /** Lets the first sentence be said. */
    void begin() {
        begin.release();
    }

    /** Lets the answer end. */
    void end() {
        end.release();
    }

    @Override
    public Response ask(ConversationId conversation, Question question, Answerer.Listener listener)
            throws InterruptedException {
        var first = new Claim("The first sentence is whole.", List.of(1));
        var second = new Claim("The second one came later.", List.of(2));
        var quoted = new Citation(1, ARTICLE, "The first is quoted.", 0, 20);
        var quotedToo = new Citation(2, ARTICLE, "The second is quoted.", 21, 42);
        begin.acquire();
        listener.claim(first, List.of(quoted));
        end.acquire();
        listener.claim(second, List.of(quotedToo));
        var answer = new Answer.Cited(List.of(first, second), List.of(quoted, quotedToo));
        return ScriptedConversations.response(question, Language.ENGLISH, answer);
    }

    @Override
    public void withdraw(ConversationId conversation, String question) {
        throw new UnsupportedOperationException("nothing is remembered here");
    }

    @Override
    public void forget(ConversationId conversation) {
        throw new UnsupportedOperationException("nothing is remembered here");
    }
}
