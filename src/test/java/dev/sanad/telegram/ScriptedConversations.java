package dev.sanad.telegram;

import dev.sanad.answer.Answer;
import dev.sanad.answer.Answerer;
import dev.sanad.answer.Citation;
import dev.sanad.answer.Claim;
import dev.sanad.answer.ComposedBy;
import dev.sanad.answer.Question;
import dev.sanad.answer.Response;
import dev.sanad.answer.Searched;
import dev.sanad.article.ArticleHead;
import dev.sanad.article.ArticleId;
import dev.sanad.article.Published;
import dev.sanad.conversation.ConversationId;
import dev.sanad.conversation.Conversations;
import dev.sanad.text.Language;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Answers every question with one claim that repeats it, after a while. */
final class ScriptedConversations implements Conversations {
    private final Duration takes;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> forgotten = new CopyOnWriteArrayList<>();
    private final List<String> withdrawn = new CopyOnWriteArrayList<>();

    ScriptedConversations(Duration takes) {
        this.takes = takes;
    }

    @Override
    public Response ask(ConversationId conversation, Question question, Answerer.Listener listener)
            throws InterruptedException {
        asked.add(conversation.value() + " " + question.text());
        if (!takes.isZero()) {
            new CountDownLatch(1).await(takes.toMillis(), TimeUnit.MILLISECONDS);
        }
        if (question.text().contains("FAIL")) {
            throw new IllegalStateException("cannot answer " + question.text());
        }
        return response(question, Language.of(question.text()), answer(question.text()));
    }

    /** The same without a conversation. */
    Response answer(Question question, Answerer.Listener listener) {
        return response(question, Language.of(question.text()), answer(question.text()));
    }

    @Override
    public void withdraw(ConversationId conversation, String question) {
        withdrawn.add(question);
    }

    @Override
    public void forget(ConversationId conversation) {
        forgotten.add(conversation.value());
    }

    /** Conversations and questions, in the order in which they were asked. */
    List<String> asked() {
        return List.copyOf(asked);
    }

    /** Questions that were edited. */
    List<String> withdrawn() {
        return List.copyOf(withdrawn);
    }

    List<String> forgotten() {
        return List.copyOf(forgotten);
    }

    static Response response(Question question, Language language, Answer answer) {
        var day = LocalDate.of(2015, 7, 3);
        var searched = new Searched(List.of("یمن", "طرح"), List.of("طرح"), day, day.plusDays(9), 12);
        return new Response(
                question,
                language,
                answer,
                searched,
                .9,
                List.of(),
                List.of(),
                new ComposedBy.Extractive(),
                Duration.ZERO);
    }

    static Answer answer(String question) {
        if (question.contains("NOTHING")) {
            var nearest = new ArticleHead(new ArticleId("a1"), "طرح صلح", "fa", "خبرگزاری", null, null);
            return new Answer.NotFound(List.of(nearest), Map.of());
        }
        String quote = "طرح ایران «چهار» ماده دارد & <بس>.";
        var head = new ArticleHead(
                new ArticleId("a1"),
                "طرح صلح",
                "fa",
                "خبرگزاری",
                URI.create("https://news.example/1"),
                new Published.On(LocalDate.of(2015, 7, 3)));
        return new Answer.Cited(
                List.of(new Claim("«" + question + "»: چهار ماده.", List.of(1))),
                List.of(new Citation(1, head, quote, 5, 5 + quote.length())));
    }
}
