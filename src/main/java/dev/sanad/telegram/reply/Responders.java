package dev.sanad.telegram.reply;

import dev.sanad.config.Settings;
import dev.sanad.render.TelegramRenderer;
import dev.sanad.store.Answers;
import dev.sanad.store.Database;
import dev.sanad.store.Inbox;
import dev.sanad.store.Outbox;
import dev.sanad.store.Readers;
import dev.sanad.telegram.read.Incoming;
import dev.sanad.telegram.wire.BotApi;
import dev.sanad.telegram.wire.BotIdentity;
import dev.sanad.telegram.wire.Rates;
import dev.sanad.telegram.wire.Typing;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.function.Function;

/**
 * Puts together what answers readers.
 *
 * @param zone what "today" means where the readers are
 */
public record Responders(
        Settings.Telegram settings,
        Services services,
        Database database,
        Inbox inbox,
        Readers readers,
        TelegramRenderer renderer,
        InstantSource clock,
        ZoneId zone,
        Health health,
        InHand inHand) {

    /** For the bot that is known to Telegram as {@code me}. */
    public Responder responder(BotIdentity me, BotApi api, Rates rates, Reindexing reindexing) {
        var answers = new Answers(database);
        var outbox = new Outbox(database);
        var languages = new Languages(readers);
        var links = new Links(readers, clock);
        Function<Incoming, Typing> typing = reader -> Typing.begin(api, rates, reader.chat(), reader.topic());
        var questions = new Questions(
                services,
                answers,
                readers,
                links,
                renderer,
                new Screens(api, rates, answers, renderer),
                inHand,
                health,
                clock,
                zone,
                new Quotas(settings.limits(), readers, clock, zone),
                new Waiting(settings.late(), settings.maxAge(), clock, zone),
                typing);
        var catalogue = new Catalogue(services, links, renderer);
        var passages = new Passages(services.articles());
        var views = new ArticleViews(passages, renderer);
        var examples = new ExampleQuestions(services, clock, zone);
        var awaited = new AwaitedQuotations(clock);
        return new Responder(
                new Access(settings, clock),
                readers,
                inbox,
                outbox,
                questions,
                new Commands(
                        services, questions, catalogue, examples, views, links, languages, renderer, awaited, typing),
                new AdminCommands(services, answers, readers, inbox, outbox, health, reindexing, renderer),
                new Buttons(answers, readers, questions, catalogue, passages, views, links, languages, renderer),
                new InlineAnswers(services, links, languages, renderer, api, me.username(), clock, zone),
                awaited,
                renderer,
                api);
    }
}
