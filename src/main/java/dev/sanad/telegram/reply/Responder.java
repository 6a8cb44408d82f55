package dev.sanad.telegram.reply;

import dev.sanad.render.Messages;
import dev.sanad.render.TelegramRenderer;
import dev.sanad.store.Inbox;
import dev.sanad.store.Outbox;
import dev.sanad.store.Readers;
import dev.sanad.telegram.read.Incoming;
import dev.sanad.telegram.wire.BotApi;
import dev.sanad.text.Language;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;

/** What the bot does with what is meant for it: who may ask, and which part of it answers. */
public final class Responder {
    /** Commands behind which nobody thinks of what was to be verified. */
    private static final Set<String> BEGINNINGS = Set.of("ask", "new", "start", "forget");

    private static final Logger log = LoggerFactory.getLogger(Responder.class);
    private final Access access;
    private final Readers readers;
    private final Inbox inbox;
    private final Outbox outbox;
    private final Questions questions;
    private final Commands commands;
    private final AdminCommands adminCommands;
    private final Buttons buttons;
    private final InlineAnswers inline;
    private final AwaitedQuotations awaited;
    private final Languages languages;
    private final TelegramRenderer renderer;
    private final BotApi api;
    private final Say say;

    Responder(
            Access access,
            Readers readers,
            Inbox inbox,
            Outbox outbox,
            Questions questions,
            Commands commands,
            AdminCommands adminCommands,
            Buttons buttons,
            InlineAnswers inline,
            AwaitedQuotations awaited,
            TelegramRenderer renderer,
            BotApi api) {
        this.awaited = awaited;
        this.access = access;
        this.readers = readers;
        this.inbox = inbox;
        this.outbox = outbox;
        this.questions = questions;
        this.commands = commands;
        this.adminCommands = adminCommands;
        this.buttons = buttons;
        this.inline = inline;
        this.languages = new Languages(readers);
        this.renderer = renderer;
        this.api = api;
        this.say = new Say(renderer);
    }

    /** Messages in order, none where silence is right, and what is to be noted. */
    public Inbox.Outcome respond(Incoming incoming) throws InterruptedException {
        boolean blocked = readers.isBlocked(incoming.reader()) && !access.isAdmin(incoming);
        boolean open = access.admits(incoming) && !blocked;
        if (incoming.reader() > 0 && open && !(incoming.content() instanceof Incoming.Left)) {
            readers.seen(incoming.reader(), incoming.ownName());
        }
        return switch (incoming.content()) {
            case Incoming.Left(long update) -> {
                inbox.drop(incoming.chat(), update);
                int dropped = outbox.removeAll(incoming.chat());
                log.info("chat {} does not let the bot write any more: {} messages dropped", incoming.chat(), dropped);
                yield Say.nothing();
            }
            case Incoming.Joined() -> greeting(incoming);
            case Incoming.Migrated(long to) -> {
                outbox.readdress(incoming.chat(), to);
                yield Say.nothing();
            }
            case Incoming.Typed typed -> {
                inline.answer(incoming, typed, open);
                yield Say.nothing();
            }
            case Incoming.Pressed button -> open ? press(incoming, button) : Say.nothing();
            case Incoming.Content said when blocked -> Say.nothing();
            case Incoming.Content said when !open -> access.shouldTell(incoming) ? denied(incoming) : Say.nothing();
            case Incoming.Excess() -> questions.excess(incoming);
            case Incoming.Wordless() -> incoming.edited() ? Say.nothing() : text(incoming, "bot.media");
            case Incoming.Asked(String question) when question.isBlank() -> text(incoming, "small_talk.empty");
            case Incoming.Asked(String quotation)
            when awaited.take(incoming.chat(), incoming.message(), incoming.edited()) ->
                commands.run(incoming, "verify", quotation);
            case Incoming.Asked(String question) -> questions.answer(incoming, question);
            case Incoming.Command(String name, String rest) -> command(incoming, name, rest);
        };
    }

    /** The word that an answer went wrong. */
    public Inbox.Outcome failed(Incoming incoming) {
        return switch (incoming.content()) {
            case Incoming.Asked asked -> questions.failed(incoming);
            case Incoming.Command command -> questions.failed(incoming);
            case Incoming.Pressed button when Buttons.asks(button) -> text(incoming, "bot.failed");
            case Incoming.Pressed button -> {
                answer(button, Pressed.warns(Messages.of(languages.of(incoming)).text("button.failed")));
                yield Say.nothing();
            }
            default -> Say.nothing();
        };
    }

    /** A command that is edited does nothing more, unless it asks. */
    private Inbox.Outcome command(Incoming incoming, String name, String rest) throws InterruptedException {
        if (incoming.edited() && !name.equals("ask")) {
            return Say.nothing();
        }
        if (BEGINNINGS.contains(name)) {
            awaited.forget(incoming.chat());
        }
        return AdminCommands.has(name) && access.isAdmin(incoming)
                ? adminCommands.run(incoming, name, rest)
                : commands.run(incoming, name, rest);
    }

    private Inbox.Outcome press(Incoming incoming, Incoming.Pressed button) throws InterruptedException {
        if (Buttons.asks(button)) {
            awaited.forget(incoming.chat());
        }
        Pressed pressed = buttons.press(incoming, button);
        answer(button, pressed);
        return pressed.then().run();
    }

    /** Until it is answered, the button shows that it is at work. */
    private void answer(Incoming.Pressed button, Pressed pressed) {
        try {
            api.answerButton(button.query(), pressed.word(), pressed.alert());
        } catch (TelegramApiException e) {
            log.debug("a button is not answered: {}", BotApi.reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Once a group: whoever adds and removes the bot again is not greeted again. */
    private Inbox.Outcome greeting(Incoming incoming) {
        String key = "greeted:" + incoming.chat();
        if (!incoming.group() || readers.told(key) != null) {
            return Say.nothing();
        }
        readers.tell(key, "yes");
        return access.admits(incoming) ? text(incoming, "bot.greeting") : denied(incoming);
    }

    private Inbox.Outcome text(Incoming incoming, String key) {
        return say.text(incoming, languages.of(incoming), key);
    }

    private Inbox.Outcome denied(Incoming stranger) {
        Language language = languages.of(stranger);
        String key = stranger.group() ? "bot.denied_group" : "bot.denied";
        String id = isolated(Long.toString(stranger.group() ? stranger.chat() : stranger.reader()));
        List<String> admins = access.adminNames();
        List<String> texts = admins.isEmpty()
                ? renderer.text(language, key, id)
                : renderer.text(language, key + "_ask", id, isolated(String.join(", ", admins)));
        return Say.messages(stranger, texts, null);
    }

    private static String isolated(String leftToRight) {
        return "\u2066" + leftToRight + "\u2069";
    }
}
