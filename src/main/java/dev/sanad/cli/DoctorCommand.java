package dev.sanad.cli;

import dev.sanad.answer.PromptException;
import dev.sanad.config.ConfigException;
import dev.sanad.config.Settings;
import dev.sanad.config.Settings.LogLevel;
import dev.sanad.index.Fields;
import dev.sanad.index.IndexFolders;
import dev.sanad.index.LucenePassageIndex;
import dev.sanad.index.VectorCoverage;
import dev.sanad.ingest.ArticleReaders;
import dev.sanad.ingest.SourceFiles;
import dev.sanad.ingest.SourceUnavailableException;
import dev.sanad.store.ArchiveException;
import dev.sanad.store.ArchiveLock;
import dev.sanad.store.ArchiveSummary;
import dev.sanad.store.ArticleStore;
import dev.sanad.store.Database;
import dev.sanad.store.VectorModel;
import dev.sanad.store.VectorStore;
import dev.sanad.telegram.Bot;
import dev.sanad.telegram.wire.BotException;
import dev.sanad.telegram.wire.BotIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "doctor",
        description =
                "Checks configuration, prompts, sources, archive, models and Telegram, and says what to do about each failure.",
        footer = {"", "Example:", "  ./sanad doctor --set llm.provider=ollama"})
final class DoctorCommand implements Callable<Integer> {
    @CommandLine.ParentCommand
    private Main main;

    @CommandLine.Mixin
    private CommonOptions options;

    private final Findings findings = new Findings();

    @Override
    public Integer call() throws Exception {
        App app;
        try {
            app = App.start(main, options, LogLevel.ERROR);
        } catch (ConfigException e) {
            bad("configuration", String.valueOf(e.getMessage()).replace("\n", "\n    "), "correct the settings above");
            return Main.WRONG;
        }
        good("configuration", "every setting is right");
        prompts(app);
        for (Path source : app.settings().sources()) {
            source(source, app.settings());
        }
        archive(app.settings());
        new ModelChecks(findings, app).run();
        telegram(app.settings().telegram());
        return findings.failed() ? Main.FAILURES : Main.OK;
    }

    private void prompts(App app) {
        try {
            app.prompts();
            good("prompts", "all can be used");
        } catch (PromptException e) {
            bad(
                    "prompts",
                    String.valueOf(e.getMessage()).replace("\n", "\n    "),
                    "correct the files above, or delete them to use those that Sanad comes with");
        }
    }

    private void source(Path source, Settings settings) {
        try {
            SourceFiles files = SourceFiles.list(source, new ArticleReaders(settings.zone()));
            long unreadable =
                    files.files().stream().filter(file -> !file.readable()).count()
                            + files.unlistable().size();
            if (unreadable > 0) {
                bad("source " + source, unreadable + " files or folders cannot be opened", "check their permissions");
            } else if (files.files().isEmpty()) {
                bad("source " + source, "holds no .md, .txt, .html, .json or .jsonl file", "name another in `sources`");
            } else {
                good("source " + source, files.files().size() + " files with articles");
            }
        } catch (SourceUnavailableException e) {
            bad("source " + source, String.valueOf(e.getMessage()), "correct `sources` in config/sanad.local.yaml");
        }
    }

    private void archive(Settings settings) throws IOException {
        Path archive = settings.archive();
        String name = "archive " + archive;
        Path writable = archive;
        while (!Files.exists(writable) && writable.getParent() != null) {
            writable = writable.getParent();
        }
        if (!Files.isWritable(writable)) {
            bad(name, "cannot be written", "check the permissions of " + writable + ", or set `archive`");
            return;
        }
        Database database;
        try {
            database = Database.openExisting(archive);
        } catch (ArchiveException e) {
            bad(name, String.valueOf(e.getMessage()), "move the database away, or set `archive` to another folder");
            return;
        }
        if (database == null) {
            good(name, "not made yet; the first question or ./sanad index makes it");
            return;
        }
        var store = new ArticleStore(database);
        ArchiveSummary summary = store.summary();
        boolean behind = isBehind(archive, store);
        try (ArchiveLock lock = ArchiveLock.tryAcquire(archive)) {
            if (lock == null) {
                good(name, summary.articles() + " articles; another process is writing it");
            } else if (behind) {
                bad(
                        name,
                        summary.articles() + " articles, and a search index that is behind or cannot be read",
                        "run ./sanad index");
            } else {
                good(name, summary.articles() + " articles, all of them indexed" + vectors(archive, database));
            }
        }
    }

    /** How many passages have vectors, for the end of a line; empty when nothing was ever embedded. */
    private static String vectors(Path archive, Database database) throws IOException {
        VectorModel model = new VectorStore(database).model();
        Path index = new IndexFolders(archive).searchable();
        if (model == null || index == null) {
            return "";
        }
        String field = Fields.vector(model.name(), model.dimension());
        try (var coverage = VectorCoverage.open(index, field)) {
            int with = coverage.passages() - coverage.without();
            return "; " + with + " of " + coverage.passages() + " passages have vectors of " + model.name();
        }
    }

    private static boolean isBehind(Path archive, ArticleStore store) {
        try {
            Path index = new IndexFolders(archive).searchable();
            return index == null || LucenePassageIndex.committedRevision(index) < store.revision();
        } catch (IOException e) {
            return true;
        }
    }

    private void telegram(Settings.Telegram telegram) throws InterruptedException {
        if (telegram.token() == null) {
            good("telegram", "TELEGRAM_BOT_TOKEN is not set; only ./sanad bot needs it");
            return;
        }
        try {
            BotIdentity bot = Bot.check(telegram);
            good("telegram", "the token is @" + bot.username() + "'s");
            if (bot.readsAllGroupMessages()) {
                good("telegram groups", "the bot sees every message, so mentions reach it");
            } else {
                good(
                        "telegram groups",
                        "privacy mode is on: in groups the bot sees /ask and replies, and may miss plain "
                                + "mentions. To let it see them, send /setprivacy to @BotFather, choose Disable, and add the bot to the group anew");
            }
        } catch (BotException e) {
            bad("telegram", e.problem(), e.remedy());
        }
    }

    private void good(String what, String how) {
        findings.good(what, how);
    }

    private void bad(String what, String why, String remedy) {
        findings.bad(what, why, remedy);
    }
}
