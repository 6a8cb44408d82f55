package dev.sanad.eval;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Queries and outcomes as the lines of {@code run.queries.jsonl} and {@code run.jsonl}, and back. */
final class RunLines {
    private RunLines() {}

    static String query(Query query) {
        Map<String, @Nullable Object> line =
                Json.object("id", query.id(), "question", query.question(), "gold", query.gold());
        if (query.answers() != null) {
            line.put("answers", query.answers());
        }
        return Json.line(line);
    }

    static String outcome(Outcome outcome) {
        Reply reply = outcome.reply();
        return Json.line(Json.object(
                "id", outcome.query().id(),
                "ranking",
                        outcome.ranking().articles().stream()
                                .map(ranked -> Json.object("article", ranked.article(), "score", ranked.score()))
                                .toList(),
                "status", reply == null ? null : reply.status(),
                "text", reply == null ? null : reply.text(),
                "citations",
                        reply == null
                                ? List.of()
                                : reply.citations().stream()
                                        .map(each -> Json.object("article", each.article(), "quote", each.quote()))
                                        .toList(),
                "confidence", reply == null ? null : reply.confidence(),
                "millis", Math.round(outcome.millis() * 1000) / 1000.0));
    }

    static Outcome outcome(Query query, JsonNode line) {
        var ranking = new ArrayList<Ranked>();
        line.path("ranking")
                .forEach(each -> ranking.add(new Ranked(
                        each.path("article").asText(), each.path("score").asDouble())));
        return new Outcome(
                query,
                new Ranking(ranking, null),
                line.path("status").isTextual() ? reply(line) : null,
                line.path("millis").asDouble());
    }

    private static Reply reply(JsonNode line) {
        var citations = new ArrayList<Reply.Quoted>();
        line.path("citations")
                .forEach(each -> citations.add(new Reply.Quoted(
                        each.path("article").asText(), each.path("quote").asText(), null)));
        return new Reply(
                line.path("status").asText(),
                line.path("text").asText(),
                citations,
                line.path("confidence").asDouble());
    }
}
