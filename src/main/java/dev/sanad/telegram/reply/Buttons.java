package dev.sanad.telegram.reply;

import dev.sanad.render.Messages;
import dev.sanad.render.OpenedPassage;
import dev.sanad.render.TelegramRenderer;
import dev.sanad.store.Answers;
import dev.sanad.store.Inbox;
import dev.sanad.store.Outbox;
import dev.sanad.store.Readers;
import dev.sanad.telegram.read.Incoming;
import dev.sanad.telegram.reply.AnswerButtons.Reason;
import dev.sanad.telegram.reply.Passages.Opening;
import dev.sanad.telegram.wire.UpdateQueues;
import dev.sanad.text.Language;
import java.util.List;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What buttons do. Their data are a letter and what the database knows the rest by: {@code s:answer:source[:passage]} opens a
 * source, {@code a:answer:token[:passage]} an article that comes closest, {@code b:answer} goes back, {@code i:answer} says how a follow-up was understood, {@code u:} and {@code d:answer} rate, {@code r:answer:reason} says why,
 * {@code l:page} turns the list of articles, {@code g:language} chooses; a link's token asks or opens an article.
 */
final class Buttons {
    private final Answers answers;
    private final Readers readers;
    private final Questions questions;
    private final Catalogue catalogue;
    private final Passages passages;
    private final ArticleViews views;
    private final Links links;
    private final Languages languages;
    private final TelegramRenderer renderer;

    Buttons(
            Answers answers,
            Readers readers,
            Questions questions,
            Catalogue catalogue,
            Passages passages,
            ArticleViews views,
            Links links,
            Languages languages,
            TelegramRenderer renderer) {
        this.answers = answers;
        this.readers = readers;
        this.questions = questions;
        this.catalogue = catalogue;
        this.passages = passages;
        this.views = views;
        this.links = links;
        this.languages = languages;
        this.renderer = renderer;
    }

    Pressed press(Incoming incoming, Incoming.Pressed button) {
        Language language = languages.of(incoming);
        String[] data = button.data().split(":", -1);
        if (incoming.message() <= 0 && !data[0].startsWith(UpdateQueues.IN_TURN)) {
            // Telegram does not say below which message it stands, and it would change that
            return Pressed.warns(Messages.of(language).text("button.old"));
        }
        return switch (data[0]) {
            case "s", "a", "b", "i", "u", "d", "r" -> onAnswer(incoming, data, language);
            case "l" -> turn(incoming, number(data, 1), language);
            case "g" -> choose(incoming, data.length > 1 ? data[1] : "");
            case "n" -> replaced(incoming, language, "forget.kept");
            case ForgetButtons.YES -> forget(incoming, language);
            default -> link(incoming, button, data, language);
        };
    }

    /** Whether it asks a question, of which it is then told that it is being answered. */
    static boolean asks(Incoming.Pressed button) {
        return button.data().startsWith(UpdateQueues.IN_TURN) && !button.data().equals(ForgetButtons.YES);
    }

    private Pressed onAnswer(Incoming incoming, String[] data, Language reader) {
        Answers.Answered answer = answers.find(number(data, 1));
        if (answer == null || answer.chat() != incoming.chat()) {
            return Pressed.warns(Messages.of(reader).text("button.old"));
        }
        Language shown = Languages.named(answer.language());
        Language language = shown == null ? reader : shown;
        return switch (data[0]) {
            case "s" -> source(incoming, answer, data, language);
            case "a" -> nearest(incoming, answer, data, language);
            case "i" ->
                Pressed.warns(Pressed.cut(answer.understood() == null ? answer.question() : answer.understood()));
            case "u" -> rate(incoming, answer, new Answers.Rating(true, null), language);
            case "d" -> {
                answers.rate(answer.id(), incoming.reader(), new Answers.Rating(false, null));
                yield show(incoming, answer, AnswerButtons.reasons(answer.id(), language), "feedback.why", language);
            }
            case "r" -> {
                Reason reason = data.length > 2 ? Reason.of(data[2]) : null;
                String key = reason == null ? null : reason.key();
                yield rate(incoming, answer, new Answers.Rating(false, key), language);
            }
            default -> show(incoming, answer, null, null, language);
        };
    }

    private Pressed source(Incoming incoming, Answers.Answered answer, String[] data, Language language) {
        int number = (int) number(data, 2);
        Answers.Source source = answers.source(answer.id(), number);
        if (source == null) {
            return Pressed.warns(Messages.of(language).text("button.old"));
        }
        String base = "s:" + answer.id() + ":" + number;
        Integer passage = data.length > 3 ? Integer.valueOf((int) number(data, 3)) : null;
        return opened(
                incoming, passages.open(source, passage), place -> base + ":" + place, "b:" + answer.id(), language);
    }

    private Pressed nearest(Incoming incoming, Answers.Answered answer, String[] data, Language language) {
        String token = data.length > 2 ? data[2] : "";
        String article = links.find(Links.ARTICLE, token);
        String base = "a:" + answer.id() + ":" + token;
        return article == null
                ? Pressed.warns(Messages.of(language).text("button.old"))
                : opened(
                        incoming,
                        passages.open(article, (int) Math.max(1, number(data, 3))),
                        place -> base + ":" + place,
                        "b:" + answer.id(),
                        language);
    }

    /** @param back what the button carries that leads back */
    private Pressed opened(
            Incoming incoming, Opening opening, IntFunction<String> turn, String back, Language language) {
        return switch (opening) {
            case Opening.Opened(OpenedPassage opened) -> {
                ArticleViews.View view = views.view(opened, turn, back, language);
                yield Pressed.shows(
                        Outbox.Draft.edit(incoming.chat(), incoming.message(), view.html(), view.keyboard()));
            }
            case Opening.Changed() -> Pressed.warns(Messages.of(language).text("passage.lost"));
            case Opening.Gone() -> Pressed.warns(Messages.of(language).text("passage.gone"));
        };
    }

    /** In a group the buttons are everybody's, and show nobody's choice. */
    private Pressed rate(Incoming incoming, Answers.Answered answer, Answers.Rating rating, Language language) {
        answers.rate(answer.id(), incoming.reader(), rating);
        if (!incoming.group()) {
            mark(answer, rating);
        }
        return show(incoming, answer, null, "feedback.thanks", language);
    }

    private void mark(Answers.Answered answer, Answers.Rating rating) {
        for (Answers.Shown part : answers.parts(answer.id())) {
            if (part.keyboard() != null) {
                String up = Keyboard.relabelled(part.keyboard(), "u:" + answer.id(), rating.good() ? "👍 ✓" : "👍");
                String both = Keyboard.relabelled(up, "d:" + answer.id(), rating.good() ? "👎" : "👎 ✓");
                answers.relabel(answer.id(), part.part(), both);
            }
        }
    }

    /** The answer as it was, with its own buttons or with others. */
    private Pressed show(
            Incoming incoming,
            Answers.Answered answer,
            @Nullable String keyboard,
            @Nullable String word,
            Language language) {
        String said = word == null ? "" : Messages.of(language).text(word);
        List<Answers.Shown> parts = answers.parts(answer.id());
        for (Answers.Shown part : parts) {
            // a group that moved has other ids for its messages
            boolean pressed = part.message() == null ? parts.size() == 1 : part.message() == incoming.message();
            if (pressed) {
                String buttons = keyboard == null ? part.keyboard() : keyboard;
                return Pressed.shows(
                        Outbox.Draft.edit(incoming.chat(), incoming.message(), part.html(), buttons), said);
            }
        }
        return Pressed.says(said);
    }

    private Pressed turn(Incoming incoming, long page, Language language) {
        Catalogue.Page turned = catalogue.page((int) page, language);
        return turned == null
                ? Pressed.warns(Messages.of(language).text("button.old"))
                : Pressed.shows(
                        Outbox.Draft.edit(incoming.chat(), incoming.message(), turned.html(), turned.keyboard()));
    }

    private Pressed choose(Incoming incoming, String tag) {
        Language chosen = Languages.named(tag);
        readers.choose(incoming.reader(), chosen == null ? null : chosen.tag());
        Language language = chosen == null ? incoming.language() : chosen;
        return replaced(incoming, language, chosen == null ? "language.follows" : "language.chosen");
    }

    private Pressed forget(Incoming incoming, Language language) {
        Outbox.Draft done = replacing(incoming, language, "forget.done");
        return Pressed.does(() -> new Inbox.Outcome(List.of(done), null, incoming.reader()));
    }

    private Pressed replaced(Incoming incoming, Language language, String key) {
        return Pressed.shows(replacing(incoming, language, key));
    }

    /** The message below which the button stands becomes this one. */
    private Outbox.Draft replacing(Incoming incoming, Language language, String key) {
        String html = String.join("\n", renderer.text(language, key));
        return Outbox.Draft.edit(incoming.chat(), incoming.message(), html, null);
    }

    private Pressed link(Incoming incoming, Incoming.Pressed button, String[] data, Language language) {
        String question = data[0].startsWith(UpdateQueues.IN_TURN)
                ? links.find(Links.QUESTION, data[0].substring(UpdateQueues.IN_TURN.length()))
                : null;
        if (question != null) {
            return Pressed.does(() -> questions.answerButton(incoming, question, button.query()));
        }
        String article = links.find(Links.ARTICLE, data[0]);
        if (article == null) {
            return Pressed.warns(Messages.of(language).text("button.old"));
        }
        return opened(
                incoming,
                passages.open(article, (int) number(data, 1)),
                place -> data[0] + ":" + place,
                "l:0",
                language);
    }

    /** 0 for what is no number: nothing has it. */
    private static long number(String[] data, int at) {
        return data.length > at && data[at].matches("\\d{1,15}") ? Long.parseLong(data[at]) : 0;
    }
}
