package dev.sanad.cli;

import dev.sanad.config.Settings.LogLevel;
import dev.sanad.store.Answers;
import dev.sanad.store.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "feedback",
        description = "What readers of the bot thought of its answers.",
        subcommands = FeedbackCommand.Export.class)
final class FeedbackCommand implements Runnable {
    @CommandLine.ParentCommand
    private Main main;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @CommandLine.Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    @SuppressWarnings("UnusedVariable") // picocli asks for the field and reads it
    private boolean help;

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Name what to do: export.");
    }

    @Command(
            name = "export",
            description = {
                "Writes answers that readers rated as good to FILE, as queries that eval reads: a line each, with the articles",
                "and quotations that answered; or with no answer, where the archive has none. Those that were rated as bad",
                "have no answer that is known to be right: they go to FILE with -bad before its ending, with the readers'",
                "reasons, for somebody to look at."
            },
            footer = {
                "",
                "Example:",
                "  ./sanad feedback export rated.jsonl",
                "  ./sanad eval --corpus articles.jsonl --queries rated.jsonl --out target/rated"
            })
    static final class Export implements Callable<Integer> {
        @CommandLine.ParentCommand
        private FeedbackCommand feedback;

        @CommandLine.Mixin
        private CommonOptions options;

        @CommandLine.Parameters(paramLabel = "FILE", description = "A .jsonl; what it holds is replaced.")
        private Path file;

        @Override
        public Integer call() throws Exception {
            App app = App.start(feedback.main, options, LogLevel.WARN);
            Path archive = app.settings().archive();
            if (!Files.exists(archive.resolve(Database.FILE))) {
                throw new UnavailableException("There is no archive in " + archive + "; name one with --archive.");
            }
            var feedbackFiles = new FeedbackFiles(app.workingDirectory().resolve(file));
            feedbackFiles.write(new Answers(Database.open(archive)).rated());
            System.out.println(
                    "Wrote " + feedbackFiles.good() + " good answers to " + file + " and " + feedbackFiles.bad()
                            + " bad ones to " + feedbackFiles.badFile().getFileName() + ".");
            return Main.OK;
        }
    }
}
