package dev.sanad.cli;

import dev.sanad.answer.Answerer;
import dev.sanad.answer.Prompts;
import dev.sanad.config.Secret;
import dev.sanad.config.Settings.LogLevel;
import dev.sanad.ingest.ArchiveWriter;
import dev.sanad.ingest.SyncReport;
import dev.sanad.render.TelegramRenderer;
import dev.sanad.retrieve.ArchiveSearcher;
import dev.sanad.store.ArticleStore;
import dev.sanad.store.DatabaseTurns;
import dev.sanad.store.ReaderKey;
import dev.sanad.telegram.Bot;
import dev.sanad.telegram.reply.Services;
import dev.sanad.telegram.wire.BotException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "bot",
        description = "Runs the Telegram bot until it is stopped. The token comes from TELEGRAM_BOT_TOKEN.",
        footer = {"", "Example:", "  TELEGRAM_BOT_TOKEN=123456:ABC… ./sanad bot --source ~/articles"})
final class BotCommand implements Callable<Integer> {
    private static final Pattern TOKEN = Pattern.compile("\\d+:[A-Za-z0-9_-]+");
    private static final Logger log = LoggerFactory.getLogger(BotCommand.class);

    @CommandLine.ParentCommand
    private Main main;

    @CommandLine.Mixin
    private CommonOptions options;

    @Override
    public Integer call() throws Exception {
        App app = App.start(main, options, LogLevel.INFO);
        Secret token = app.settings().telegram().token();
        if (token != null && !TOKEN.matcher(token.reveal()).matches()) {
            throw new UsageException(
                    "TELEGRAM_BOT_TOKEN holds no bot token: one is digits, a colon, and letters, as @BotFather gives it.");
        }
        if (token == null) {
            throw new UsageException("The bot needs the token that @BotFather gave you: put it in TELEGRAM_BOT_TOKEN.");
        }
        Prompts prompts = app.prompts();
        try (ArchiveWriter writer = app.writer()) {
            if (writer == null) {
                throw new UnavailableException("Another process is writing the archive "
                        + app.settings().archive()
                        + "; the bot needs it for itself: stop that process, or name another archive with --archive.");
            }
            SyncReport report = writer.synchronise(app.settings().sources(), new TerminalProgress());
            report.failures().forEach(failure -> log.warn("not read: {}", failure));
            log.info(
                    "the archive is up to date: {} added, {} changed, {} removed",
                    report.added(),
                    report.changed(),
                    report.removed());
            try (ArchiveSearcher searcher = app.searcher();
                    Models models = app.models()) {
                Answerer answerer = app.answerer(searcher, prompts, models);
                Answerer quoting = app.quotingAnswerer(searcher, models);
                var reindexer = new Reindexer(writer, app.settings().sources(), models.embedder());
                models.warmUp();
                reindexer.embed();
                try {
                    return run(app, app.about(models), prompts, writer, answerer, quoting, searcher, reindexer);
                } finally {
                    reindexer.close();
                }
            }
        }
    }

    private static int run(
            App app,
            List<String> about,
            Prompts prompts,
            ArchiveWriter writer,
            Answerer answerer,
            Answerer quoting,
            ArchiveSearcher searcher,
            Reindexer reindexer)
            throws InterruptedException, UsageException {
        var articles = new ArticleStore(writer.database());
        var turns = new DatabaseTurns(writer.database());
        var services = new Services(
                app.conversations(answerer, prompts, turns),
                app.quotingConversations(quoting, turns),
                app.quotationFinder(searcher, writer.database())::find,
                app.snippets(searcher),
                articles::summary,
                articles,
                reindexer,
                app.settings().indexEvery(),
                about);
        var bot = new Bot(
                app.settings().telegram(),
                app.settings().zone(),
                app.clock(),
                services,
                writer.database(),
                ReaderKey.open(app.settings().archive()),
                new TelegramRenderer(app.dates()));
        var stop = new Thread(bot::close, "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            bot.run();
            return Main.OK;
        } catch (BotException e) {
            throw new UsageException("The bot cannot run: " + e.getMessage() + ".");
        } finally {
            bot.close();
        }
    }
}
