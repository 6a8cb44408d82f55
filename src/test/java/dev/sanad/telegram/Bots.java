package dev.sanad.telegram;

import dev.sanad.answer.QuotationMatch;
import dev.sanad.answer.Verification;
import dev.sanad.article.ArticleHead;
import dev.sanad.article.ArticleId;
import dev.sanad.config.Secret;
import dev.sanad.config.Settings;
import dev.sanad.conversation.Conversations;
import dev.sanad.ingest.SyncReport;
import dev.sanad.render.TelegramRenderer;
import dev.sanad.retrieve.Retrieval.Coverage;
import dev.sanad.store.ArchiveSummary;
import dev.sanad.store.ArticleStore;
import dev.sanad.store.Database;
import dev.sanad.store.ReaderKey;
import dev.sanad.telegram.reply.Services;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

/** Bots as the tests run them: on a real database, with ISO dates. */
final class Bots {
    /** Sources in which nothing is new. */
    static final Services.Reindex UNCHANGED = progress -> new SyncReport(0, 0, 0, 0, List.of(), List.of());

    private Bots() {}

    static Settings.Telegram settings(URI url, String token, List<String> allow) {
        return settings(url, token, allow, Settings.Limits.NONE, Duration.ZERO);
    }

    /** Questions that waited a day are answered with a word. */
    static Settings.Telegram settings(
            URI url, String token, List<String> allow, Settings.Limits limits, Duration maxAge) {
        return new Settings.Telegram(
                url, new Secret(token), allow, List.of("@keeper", "77"), limits, Duration.ofDays(1), maxAge, false);
    }

    static Settings.Telegram rich(Settings.Telegram settings) {
        return new Settings.Telegram(
                settings.apiUrl(),
                settings.token(),
                settings.allow(),
                settings.admins(),
                settings.limits(),
                settings.late(),
                settings.maxAge(),
                true);
    }

    /** Whatever is looked up stands in one article, save what begins with an x. */
    private static Verification verify(String quotation) {
        if (quotation.startsWith("x")) {
            return new Verification.NotFound(new Coverage(12, null, null));
        }
        var article = new ArticleHead(new ArticleId("a"), "طرح <صلح>", "fa", "خبرگزاری", null, null);
        return new Verification.Exact(
                List.of(new QuotationMatch(article, quotation, 0, quotation.length(), List.of())));
    }

    static Bot bot(Settings.Telegram settings, Conversations conversations, Path folder) {
        return bot(settings, conversations, folder, progress -> new SyncReport(1, 2, 3, 4, List.of(), List.of()));
    }

    static Bot bot(Settings.Telegram settings, Conversations conversations, Path folder, Services.Reindex reindex) {
        var day = LocalDate.of(2015, 7, 3);
        var archive =
                new ArchiveSummary(12, day, day.plusDays(9), List.of(new ArchiveSummary.Publisher("خبرگزاری", 12)));
        Database database = Database.open(folder);
        var services = new Services(
                conversations,
                new ScriptedConversations(Duration.ZERO),
                Bots::verify,
                new ScriptedConversations(Duration.ZERO)::answer,
                () -> archive,
                new ArticleStore(database),
                reindex,
                Duration.ZERO,
                List.of("Sanad of the tests"));
        return new Bot(
                settings,
                ZoneId.of("Asia/Tehran"),
                InstantSource.system(),
                services,
                database,
                ReaderKey.open(folder),
                new TelegramRenderer((published, language) ->
                        published.day(ZoneId.of("Asia/Tehran")).toString()));
    }
}
