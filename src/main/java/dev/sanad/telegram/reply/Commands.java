package dev.sanad.telegram.reply;

import dev.sanad.answer.QuotationFinder;
import dev.sanad.answer.Verification;
import dev.sanad.render.Messages;
import dev.sanad.render.TelegramRenderer;
import dev.sanad.store.Inbox;
import dev.sanad.telegram.read.Incoming;
import dev.sanad.telegram.reply.Keyboard.Button;
import dev.sanad.telegram.wire.Typing;
import dev.sanad.telegram.wire.UpdateQueues;
import dev.sanad.text.Language;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The commands of every reader. */
final class Commands {
    private final Services services;
    private final Questions questions;
    private final Catalogue catalogue;
    private final ExampleQuestions examples;
    private final ArticleViews views;
    private final Links links;
    private final Languages languages;
    private final TelegramRenderer renderer;
    private final Say say;
    private final AwaitedQuotations awaited;
    private final Function<Incoming, Typing> typing;

    Commands(
            Services services,
            Questions questions,
            Catalogue catalogue,
            ExampleQuestions examples,
            ArticleViews views,
            Links links,
            Languages languages,
            TelegramRenderer renderer,
            AwaitedQuotations awaited,
            Function<Incoming, Typing> typing) {
        this.awaited = awaited;
        this.services = services;
        this.questions = questions;
        this.catalogue = catalogue;
        this.examples = examples;
        this.views = views;
        this.links = links;
        this.languages = languages;
        this.renderer = renderer;
        this.say = new Say(renderer);
        this.typing = typing;
    }

    Inbox.Outcome run(Incoming incoming, String name, String rest) throws InterruptedException {
        Language language = languages.of(incoming);
        return switch (name) {
            case "start" -> start(incoming, rest, language);
            case "help" -> say.text(incoming, language, "bot.help");
            case "sources" -> sources(incoming, language);
            case "latest" -> latest(incoming, language);
            case "new" -> {
                services.conversations().forget(incoming.conversation());
                yield say.text(incoming, language, "bot.new");
            }
            case "language" -> language(incoming, language);
            case "verify" -> verify(incoming, rest, language);
            case "privacy" -> say.text(incoming, language, "bot.privacy");
            case "forget" -> forget(incoming, language);
            case "ask" ->
                rest.isBlank() ? say.text(incoming, language, "bot.ask_empty") : questions.answer(incoming, rest);
            default -> say.text(incoming, language, "bot.unknown_command");
        };
    }

    /** A deep link's parameter names an article or a question. */
    private Inbox.Outcome start(Incoming incoming, String parameter, Language language) throws InterruptedException {
        String article = links.find(Links.ARTICLE, parameter);
        if (article != null) {
            return views.open(incoming, parameter, article, language);
        }
        String question = links.find(Links.QUESTION, parameter);
        if (question != null) {
            return questions.answer(incoming, question);
        }
        var keyboard = new Keyboard();
        for (String example : examples.in(language)) {
            keyboard.row(Button.press(example, UpdateQueues.IN_TURN + links.toQuestion(example, 0)));
        }
        return Say.messages(incoming, renderer.text(language, "bot.start"), keyboard.json());
    }

    private Inbox.Outcome sources(Incoming incoming, Language language) {
        List<String> texts = new ArrayList<>(renderer.sources(services.archive().get(), language));
        Catalogue.Page newest = catalogue.page(0, language);
        if (newest == null) {
            return Say.messages(incoming, texts, null);
        }
        texts.add(newest.html());
        return Say.messages(incoming, texts, newest.keyboard());
    }

    private Inbox.Outcome latest(Incoming incoming, Language language) {
        Catalogue.Page newest = catalogue.page(0, language);
        return newest == null
                ? say.text(incoming, language, "archive.empty")
                : Say.messages(incoming, List.of(newest.html()), newest.keyboard());
    }

    private Inbox.Outcome language(Incoming incoming, Language language) {
        return Say.messages(incoming, renderer.text(language, "language.ask"), languageButtons(language));
    }

    /** Each language by its own name. */
    static @Nullable String languageButtons(Language language) {
        return new Keyboard()
                .row(
                        Button.press(Messages.of(Language.PERSIAN).text("language.name"), "g:fa"),
                        Button.press(Messages.of(Language.ENGLISH).text("language.name"), "g:en"))
                .row(Button.press(Messages.of(language).text("language.automatic"), "g:auto"))
                .json();
    }

    /** Only in private: what a group has seen is not one reader's to delete there. */
    private Inbox.Outcome forget(Incoming incoming, Language language) {
        if (incoming.group()) {
            return say.text(incoming, language, "forget.in_private");
        }
        Messages messages = Messages.of(language);
        String keyboard = new Keyboard()
                .row(
                        Button.press(messages.text("forget.yes"), ForgetButtons.YES),
                        Button.press(messages.text("forget.no"), ForgetButtons.NO))
                .json();
        return Say.messages(incoming, renderer.text(language, "forget.ask"), keyboard);
    }

    private Inbox.Outcome verify(Incoming incoming, String quotation, Language reader) {
        if (quotation.isBlank() && incoming.group()) {
            return say.text(incoming, reader, "bot.verify_empty");
        }
        if (quotation.isBlank()) {
            awaited.await(incoming.chat());
            return say.text(incoming, reader, "bot.verify_next");
        }
        if (quotation.length() > QuotationFinder.MOST_CHARACTERS) {
            return say.text(incoming, reader, "bot.verify_long");
        }
        Verification verification;
        Typing shown = typing.apply(incoming);
        try {
            verification = services.verifier().apply(quotation);
        } finally {
            shown.close();
        }
        return Say.messages(incoming, renderer.verification(verification, languages.of(incoming, quotation)), null);
    }
}
