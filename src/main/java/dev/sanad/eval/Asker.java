package dev.sanad.eval;

import dev.sanad.answer.Answer;
import dev.sanad.answer.Answerer;
import dev.sanad.answer.Citation;
import dev.sanad.answer.Claim;
import dev.sanad.answer.Question;
import dev.sanad.answer.Response;
import dev.sanad.article.Article;
import dev.sanad.store.ArticleStore;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;

/** Has questions answered, and compares each quotation with the stored text. */
public final class Asker {
    private final Answerer answerer;
    private final ArticleStore articles;
    private final Instant now;
    private final ZoneId zone;

    public Asker(Answerer answerer, ArticleStore articles, Instant now, ZoneId zone) {
        this.answerer = answerer;
        this.articles = articles;
        this.now = now;
        this.zone = zone;
    }

    /** @param took what the answer alone took */
    record Asked(Reply reply, Duration took) {}

    Asked ask(String question) throws InterruptedException {
        Response response = answerer.answer(new Question(question, now, zone), Answerer.Listener.SILENT);
        return new Asked(reply(response), response.took());
    }

    private Reply reply(Response response) {
        return switch (response.answer()) {
            case Answer.Cited cited ->
                new Reply(
                        Reply.CITED,
                        cited.claims().stream().map(Claim::text).collect(Collectors.joining(" ")),
                        cited.citations().stream().map(this::quoted).toList(),
                        response.confidence());
            case Answer.NotFound none -> new Reply("not_found", "", List.of(), response.confidence());
            case Answer.NotAQuestion talk -> new Reply("not_a_question", "", List.of(), response.confidence());
        };
    }

    private Reply.Quoted quoted(Citation citation) {
        Article article = articles.find(citation.article().id());
        boolean faithful = article != null
                && citation.end() <= article.text().length()
                && article.text().substring(citation.start(), citation.end()).equals(citation.quote());
        return new Reply.Quoted(citation.article().id().value(), citation.quote(), faithful);
    }
}
