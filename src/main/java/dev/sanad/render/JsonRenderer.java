package dev.sanad.render;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sanad.answer.Answer;
import dev.sanad.answer.Citation;
import dev.sanad.answer.Claim;
import dev.sanad.answer.ComposedBy;
import dev.sanad.answer.Dropped;
import dev.sanad.answer.Notice;
import dev.sanad.answer.QuotationMatch;
import dev.sanad.answer.Response;
import dev.sanad.answer.Searched;
import dev.sanad.answer.Span;
import dev.sanad.answer.Verification;
import dev.sanad.article.Article;
import dev.sanad.article.ArticleHead;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Answers and articles as JSON objects on one line, every key always present. */
public final class JsonRenderer {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** What would steer a terminal that the JSON is printed on; it stands in strings alone, and is escaped there. */
    private static final Pattern UNSEEN =
            Pattern.compile("[\\u007F-\\u009F\\u061C\\u200B\\u200E\\u200F\\u2028-\\u202E\\u2060-\\u2069\\uFEFF]");

    private final AnswerText text;
    private final NoticeText noticeText;
    private final DayNotes days;

    public JsonRenderer(ReaderDates dates) {
        this.text = new AnswerText(dates);
        this.noticeText = new NoticeText(dates);
        this.days = new DayNotes(dates);
    }

    /** The object that {@code ask --json} prints. */
    public String answer(Response response) {
        Messages messages = Messages.of(response.language());
        List<Claim> claims = response.answer() instanceof Answer.Cited cited ? cited.claims() : List.of();
        List<Citation> citations = response.answer() instanceof Answer.Cited cited ? cited.citations() : List.of();
        List<ArticleHead> nearest = response.answer() instanceof Answer.NotFound none ? none.nearest() : List.of();
        Map<String, String> spellings = response.answer() instanceof Answer.NotFound none ? none.spellings() : Map.of();
        return json(object(
                "question", response.question().text(),
                "understood", response.understood(),
                "status", status(response.answer()),
                "text", text.of(response),
                "claims",
                        claims.stream()
                                .map(claim -> object(
                                        "text", claim.text(),
                                        "citations", claim.citations(),
                                        "published",
                                                claim.heading() == null
                                                        ? null
                                                        : claim.heading().toString()))
                                .toList(),
                "citations", citations.stream().map(this::citation).toList(),
                "searched", searched(response.searched()),
                "nearest",
                        nearest.stream()
                                .map(head -> object(
                                        "article", head.id().value(),
                                        "title", head.title(),
                                        "url", string(head.url())))
                                .toList(),
                "suggestions", spellings,
                "confidence", Math.round(response.confidence() * 1000) / 1000.0,
                "dropped",
                        response.dropped().stream().map(JsonRenderer::dropped).toList(),
                "notices",
                        response.notices().stream()
                                .map(notice -> notice(notice, messages))
                                .toList(),
                "composer", response.composedBy() instanceof ComposedBy.Model ? "llm" : "extractive",
                "model", response.composedBy() instanceof ComposedBy.Model model ? model.name() : null,
                "millis", response.took().toMillis()));
    }

    /** The object that {@code show --json} prints. */
    public String article(Article article) {
        ArticleHead head = article.head();
        return json(object(
                "id", head.id().value(),
                "title", head.title(),
                "language", head.language(),
                "source", head.source(),
                "url", string(head.url()),
                "published", string(head.published()),
                "sha256", article.sha256(),
                "text", article.text()));
    }

    /** The object that {@code verify --json} prints; what was too short to tell was not found. */
    public String verification(Verification verification) {
        return switch (verification) {
            case Verification.Exact(List<QuotationMatch> matches) -> verification("exact", matches);
            case Verification.Near(List<QuotationMatch> matches) -> verification("near", matches);
            case Verification.NotFound none -> verification("not_found", List.of());
            case Verification.TooShort none -> verification("not_found", List.of());
        };
    }

    private static String verification(String status, List<QuotationMatch> matches) {
        return json(object(
                "status",
                status,
                "matches",
                matches.stream().map(JsonRenderer::match).toList()));
    }

    private static Map<String, @Nullable Object> match(QuotationMatch match) {
        return object(
                "article", match.article().id().value(),
                "title", match.article().title(),
                "published", string(match.article().published()),
                "quote", match.quote(),
                "start", match.start(),
                "end", match.end(),
                "differences",
                        match.differences().stream()
                                .map(one ->
                                        object("kind", name(one.kind()), "given", one.given(), "found", one.found()))
                                .toList());
    }

    private static String status(Answer answer) {
        return switch (answer) {
            case Answer.Cited cited -> "cited";
            case Answer.NotFound notFound -> "not_found";
            case Answer.NotAQuestion talk -> "not_a_question";
        };
    }

    private Map<String, @Nullable Object> citation(Citation citation) {
        ArticleHead head = citation.article();
        return object(
                "n", citation.number(),
                "article", head.id().value(),
                "title", head.title(),
                "source", head.source(),
                "url", string(head.url()),
                "published", string(head.published()),
                "quote", citation.quote(),
                "start", citation.start(),
                "end", citation.end(),
                "highlight", highlight(citation.highlight()),
                "days",
                        days.of(citation).stream()
                                .map(day -> object("start", day.start(), "end", day.end(), "date", string(day.day())))
                                .toList(),
                "copies", citation.copies().stream().map(JsonRenderer::copy).toList());
    }

    private static Map<String, @Nullable Object> copy(ArticleHead head) {
        return object(
                "article", head.id().value(),
                "title", head.title(),
                "source", head.source(),
                "url", string(head.url()),
                "published", string(head.published()));
    }

    private static @Nullable List<Integer> highlight(@Nullable Span span) {
        return span == null ? null : List.of(span.start(), span.end());
    }

    private static Map<String, @Nullable Object> searched(Searched searched) {
        return object(
                "terms", searched.terms(),
                "missing", searched.missing(),
                "from", string(searched.from()),
                "to", string(searched.to()),
                "articles", searched.articles());
    }

    private static Map<String, @Nullable Object> dropped(Dropped dropped) {
        return object(
                "text", dropped.text(),
                "reasons",
                        dropped.reasons().stream()
                                .map(finding -> object("kind", name(finding.kind()), "text", finding.text()))
                                .toList());
    }

    private Map<String, @Nullable Object> notice(Notice notice, Messages messages) {
        return object("kind", name(notice.kind()), "text", noticeText.of(notice, messages));
    }

    private static String name(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    private static @Nullable String string(@Nullable Object value) {
        return value == null ? null : Objects.toString(value);
    }

    private static Map<String, @Nullable Object> object(@Nullable Object... keysAndValues) {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            object.put(String.valueOf(keysAndValues[i]), keysAndValues[i + 1]);
        }
        return object;
    }

    private static String json(Map<String, @Nullable Object> object) {
        try {
            return UNSEEN.matcher(JSON.writeValueAsString(object))
                    .replaceAll(unseen ->
                            String.format("\\\\u%04x", (int) unseen.group().charAt(0)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("strings, numbers and lists can always be written as JSON", e);
        }
    }
}
