package dev.sanad.telegram.reply;

import dev.sanad.answer.Answer;
import dev.sanad.answer.Answerer;
import dev.sanad.answer.Citation;
import dev.sanad.answer.Question;
import dev.sanad.render.Messages;
import dev.sanad.render.TelegramRenderer;
import dev.sanad.telegram.read.Incoming;
import dev.sanad.telegram.wire.BotApi;
import dev.sanad.telegram.wire.InlineResults;
import dev.sanad.text.Language;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** Answers {@code @bot question}, typed in any chat, by quotations, and offers to ask in private. */
final class InlineAnswers {
    private static final Logger log = LoggerFactory.getLogger(InlineAnswers.class);
    private static final int MOST = 10;
    private static final int SHORTEST = 3;
    private final Services services;
    private final Links links;
    private final Languages languages;
    private final TelegramRenderer renderer;
    private final BotApi api;
    private final String bot;
    private final InstantSource clock;
    private final ZoneId zone;

    /** @param bot its user name, without the @ */
    InlineAnswers(
            Services services,
            Links links,
            Languages languages,
            TelegramRenderer renderer,
            BotApi api,
            String bot,
            InstantSource clock,
            ZoneId zone) {
        this.services = services;
        this.links = links;
        this.languages = languages;
        this.renderer = renderer;
        this.api = api;
        this.bot = bot;
        this.clock = clock;
        this.zone = zone;
    }

    /** @param open false to offer nothing: the reader may not ask */
    void answer(Incoming incoming, Incoming.Typed typed, boolean open) throws InterruptedException {
        String text = typed.text().strip();
        Language language = languages.of(incoming, text);
        boolean asks = open && text.length() >= SHORTEST;
        List<Citation> found = asks ? citations(text) : List.of();
        List<InlineResults.Result> results = new ArrayList<>();
        for (Citation citation : found) {
            List<String> lines = renderer.snippetLines(citation, language);
            results.add(new InlineResults.Result(
                    lines.getFirst(),
                    lines.getLast(),
                    renderer.snippet(citation, language),
                    Messages.of(language).text("button.in_bot"),
                    "https://t.me/" + bot + "?start="
                            + links.toArticle(citation.article().id().value())));
        }
        String parameter = asks ? links.toQuestion(text, incoming.reader()) : "help";
        String word = Messages.of(language).text(asks ? "inline.ask" : "inline.start");
        try {
            api.answerInline(InlineResults.of(typed.query(), results, word, parameter));
        } catch (TelegramApiException e) {
            log.debug("an inline query is not answered: {}", BotApi.reason(e));
        }
    }

    private List<Citation> citations(String text) throws InterruptedException {
        var question = new Question(text, clock.instant(), zone);
        return services.snippets().answer(question, Answerer.Listener.SILENT).answer() instanceof Answer.Cited cited
                ? cited.citations().subList(0, Math.min(MOST, cited.citations().size()))
                : List.of();
    }
}
