package dev.sanad.cli;

import dev.sanad.config.Settings.LogLevel;
import dev.sanad.ingest.ArchiveWriter;
import dev.sanad.ingest.SyncReport;
import dev.sanad.llm.Embedder;
import dev.sanad.store.ArchiveSummary;
import dev.sanad.store.ArticleStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "index",
        description =
                "Brings the archive up to date with its sources: reads what is new or changed, forgets what is gone.",
        footer = {
            "",
            "Examples:",
            "  ./sanad index --archive data --source ~/articles",
            "  ./sanad index --forget seeds",
            "  ./sanad index --re-embed"
        })
final class IndexCommand implements Callable<Integer> {
    @CommandLine.ParentCommand
    private Main main;

    @CommandLine.Mixin
    private CommonOptions options;

    @CommandLine.Option(
            names = "--forget",
            paramLabel = "PATH",
            description = "Removes what the archive has from this source, and reads nothing.")
    private @Nullable Path forgotten;

    @CommandLine.Option(
            names = "--re-embed",
            description = "Makes the configured embedding model the archive's, and computes all vectors with it.")
    private boolean reEmbed;

    @Override
    public Integer call() throws Exception {
        App app = App.start(main, options, LogLevel.WARN);
        if (reEmbed && forgotten != null) {
            throw new UsageException("--forget reads and computes nothing; run ./sanad index --re-embed after it.");
        }
        try (Embedder embedder = app.embedder()) {
            if (reEmbed && embedder == null) {
                throw new UsageException("--re-embed needs an embedding model, and none is configured: set "
                        + "embedding.provider, or fetch a model.");
            }
            return index(app, embedder);
        }
    }

    private int index(App app, @Nullable Embedder embedder) throws Exception {
        try (ArchiveWriter writer = app.writer()) {
            if (writer == null) {
                throw new UnavailableException("Another process is writing the archive "
                        + app.settings().archive() + "; wait until it is done, or name another with --archive.");
            }
            if (forgotten != null) {
                Path source = forgotten.toAbsolutePath().normalize();
                System.out.println(
                        "Removed " + writer.forget(source, new TerminalProgress()) + " articles of " + source + ".");
                return Main.OK;
            }
            SyncReport report = writer.synchronise(app.settings().sources(), new TerminalProgress());
            report.warnings().forEach(warning -> System.err.println("note: " + warning));
            report.failures().forEach(failure -> System.err.println("not read: " + failure));
            System.out.println(summary(report, new ArticleStore(writer.database()).summary()));
            if (!options.namesSources()) {
                tellOfOtherSources(app, new ArticleStore(writer.database()));
            }
            int embedded = embed(writer, embedder);
            return report.failures().isEmpty() ? embedded : Main.FAILURES;
        }
    }

    private int embed(ArchiveWriter writer, @Nullable Embedder embedder) throws IOException, InterruptedException {
        if (embedder == null) {
            return Main.OK;
        }
        return reEmbed ? Embedding.anew(writer, embedder) : Embedding.all(writer, embedder);
    }

    private static void tellOfOtherSources(App app, ArticleStore store) {
        store.origins().forEach((origin, articles) -> {
            if (!app.settings().sources().contains(Path.of(origin))) {
                System.err.println("note: " + articles + " of these are from " + origin
                        + ", which is not among the sources; ./sanad index --forget " + origin + " removes them");
            }
        });
    }

    private static String summary(SyncReport report, ArchiveSummary archive) {
        String did = report.didNothing()
                ? "Nothing to do: " + report.unchangedFiles() + " files are as they were"
                : "Added " + report.added() + ", changed " + report.changed() + ", removed " + report.removed()
                        + " articles; " + report.unchangedFiles() + " files as they were";
        String refused =
                report.failures().isEmpty() ? "" : "; " + report.failures().size() + " not read, named above";
        String dates = archive.from() == null ? "" : ", from " + archive.from() + " to " + archive.to();
        return did + refused + ". The archive holds " + archive.articles() + " articles" + dates + ".";
    }
}
