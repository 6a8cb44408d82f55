package dev.sanad.telegram.reply;

import dev.sanad.answer.Answerer;
import dev.sanad.answer.Question;
import dev.sanad.answer.QuotationFinder;
import dev.sanad.answer.Response;
import dev.sanad.answer.Verification;
import dev.sanad.conversation.Conversations;
import dev.sanad.render.TelegramRenderer;
import dev.sanad.store.ArchiveSummary;
import dev.sanad.telegram.read.Incoming;
import dev.sanad.telegram.wire.Typing;
import dev.sanad.text.Language;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/** What the bot says to a message that is meant for it. */
public final class Responder {
    private final Access access;
    private final Conversations conversations;
    private final Function<String, Verification> verifier;
    private final Supplier<ArchiveSummary> archive;
    private final TelegramRenderer renderer;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Function<Incoming, Typing> typing;

    public Responder(
            Access access,
            Conversations conversations,
            Function<String, Verification> verifier,
            Supplier<ArchiveSummary> archive,
            TelegramRenderer renderer,
            InstantSource clock,
            ZoneId zone,
            Function<Incoming, Typing> typing) {
        this.access = access;
        this.conversations = conversations;
        this.verifier = verifier;
        this.archive = archive;
        this.renderer = renderer;
        this.clock = clock;
        this.zone = zone;
        this.typing = typing;
    }

    /** Messages in HTML, in order; none where silence is right. */
    public List<String> respond(Incoming incoming) throws InterruptedException {
        Language language = incoming.language();
        if (!access.admits(incoming)) {
            return access.shouldTell(incoming) ? denied(incoming) : List.of();
        }
        return switch (incoming.content()) {
            case Incoming.Wordless() -> renderer.text(language, "bot.media");
            case Incoming.Asked(String question) -> answer(incoming, question, "small_talk.empty");
            case Incoming.Command(String name, String rest) ->
                switch (name) {
                    case "start" -> renderer.text(language, "bot.start");
                    case "help" -> renderer.text(language, "bot.help");
                    case "sources" -> renderer.sources(archive.get(), language);
                    case "new" -> {
                        conversations.forget(incoming.conversation());
                        yield renderer.text(language, "bot.new");
                    }
                    case "verify" -> verify(incoming, rest);
                    case "ask" -> answer(incoming, rest, "bot.ask_empty");
                    default -> renderer.text(language, "bot.unknown_command");
                };
        };
    }

    public List<String> failed(Incoming incoming) {
        return renderer.text(incoming.language(), "bot.failed");
    }

    private List<String> answer(Incoming incoming, String question, String ifEmpty) throws InterruptedException {
        if (question.isBlank()) {
            return renderer.text(incoming.language(), ifEmpty);
        }
        Response response;
        Typing shown = typing.apply(incoming);
        try {
            response = conversations.ask(
                    incoming.conversation(), new Question(question, clock.instant(), zone), Answerer.Listener.SILENT);
        } finally {
            shown.close();
        }
        return renderer.answer(response, incoming.language());
    }

    private List<String> verify(Incoming incoming, String quotation) throws InterruptedException {
        if (quotation.isBlank()) {
            return renderer.text(incoming.language(), "bot.verify_empty");
        }
        if (quotation.length() > QuotationFinder.MOST_CHARACTERS) {
            return renderer.text(incoming.language(), "bot.verify_long");
        }
        Verification verification;
        Typing shown = typing.apply(incoming);
        try {
            verification = verifier.apply(quotation);
        } finally {
            shown.close();
        }
        Language language = Language.of(quotation);
        return renderer.verification(verification, language == Language.UNKNOWN ? incoming.language() : language);
    }

    private List<String> denied(Incoming stranger) {
        String key = stranger.group() ? "bot.denied_group" : "bot.denied";
        String id = "\u2066" + (stranger.group() ? stranger.chat() : stranger.reader()) + "\u2069";
        List<String> admins = access.adminNames();
        if (admins.isEmpty()) {
            return renderer.text(stranger.language(), key, id);
        }
        String names = "\u2066" + String.join(", ", admins) + "\u2069";
        return renderer.text(stranger.language(), key + "_ask", id, names);
    }
}
