package dev.sanad.cli;

import dev.sanad.answer.PromptException;
import dev.sanad.config.ConfigException;
import dev.sanad.config.Masked;
import dev.sanad.eval.DataException;
import dev.sanad.store.ArchiveException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IExecutionExceptionHandler;

/** The program. Exit codes: 0 done, 1 done with failures that were named, 2 wrong usage or configuration, 69, 70. */
@Command(
        name = "sanad",
        description = "Answers questions about an archive of articles; every sentence carries a quotation.",
        subcommands = {
            AskCommand.class,
            ChatCommand.class,
            IndexCommand.class,
            ShowCommand.class,
            VerifyCommand.class,
            FeedbackCommand.class,
            EvalCommand.class,
            BotCommand.class,
            BenchCommand.class,
            ModelCommand.class,
            DoctorCommand.class,
            ConfigCommand.class,
            CommandLine.HelpCommand.class
        },
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  ./sanad ask \"طرح ایران برای یمن چند ماده دارد؟\"",
            "  ./sanad ask --source ~/articles \"Who invited the minister?\"",
            "  ./sanad COMMAND --help"
        })
public final class Main implements Runnable {
    static final int OK = 0;
    static final int FAILURES = 1;
    static final int WRONG = 2;
    static final int UNAVAILABLE = 69;
    static final int FAULT = 70;

    private final Surroundings surroundings;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    @CommandLine.Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Shows this help.")
    @SuppressWarnings("UnusedVariable") // picocli asks for the field and reads it
    private boolean help;

    /**
     * What surrounds the program.
     *
     * @param home the folder that holds {@code config/} and {@code prompts/}
     * @param terminal whether standard output is a terminal
     */
    record Surroundings(Path home, Path workingDirectory, Map<String, String> environment, boolean terminal) {}

    @SuppressWarnings("NullAway.Init") // picocli sets the spec
    Main(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    public static void main(String[] arguments) {
        System.setOut(utf8(System.out));
        System.setErr(utf8(System.err));
        var surroundings = new Surroundings(
                Path.of(System.getProperty("sanad.home", ".")),
                Path.of(""),
                System.getenv(),
                Boolean.getBoolean("sanad.terminal"));
        System.exit(runOrSayTheFault(surroundings, arguments));
    }

    /** A JVM that cannot go on (an Error) ends with the code of a fault too. */
    private static int runOrSayTheFault(Surroundings surroundings, String[] arguments) {
        try {
            return run(surroundings, arguments);
        } catch (Error e) {
            return fault(e);
        }
    }

    private static PrintStream utf8(PrintStream stream) {
        return new PrintStream(stream, true, StandardCharsets.UTF_8);
    }

    static int run(Surroundings surroundings, String... arguments) {
        return new CommandLine(new Main(surroundings))
                .setExecutionExceptionHandler(errors())
                .setParameterExceptionHandler(Main::wrongUsage)
                .setExpandAtFiles(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .execute(arguments);
    }

    Surroundings surroundings() {
        return surroundings;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Name a command.");
    }

    /** The one place where a failure becomes words and an exit code. */
    private static IExecutionExceptionHandler errors() {
        return (failure, commandLine, parsed) -> switch (failure) {
            case ConfigException e -> say("The configuration is wrong:\n" + indented(e), WRONG);
            case PromptException e -> say("The prompts are wrong:\n" + indented(e), WRONG);
            case UsageException e -> say(e.getMessage(), WRONG);
            case DataException e -> say(e.getMessage(), WRONG);
            case UnavailableException e -> say(e.getMessage(), UNAVAILABLE);
            case ArchiveException e -> say(String.valueOf(e.getMessage()), UNAVAILABLE);
            case InterruptedException e -> say("interrupted", 130);
            case UncheckedIOException e -> say(e.getMessage() + ": " + reason(e.getCause()), UNAVAILABLE);
            case IOException e -> say("The archive cannot be used: " + reason(e), UNAVAILABLE);
            default -> fault(failure);
        };
    }

    private static String reason(@Nullable IOException failure) {
        return switch (failure) {
            case null -> "name another archive with --archive";
            case AccessDeniedException e ->
                "no permission for " + e.getFile() + "; check it, or name another archive with --archive";
            case FileAlreadyExistsException e -> e.getFile() + " is a file, not a folder; name a folder with --archive";
            default -> failure + "; name another archive with --archive";
        };
    }

    private static int wrongUsage(CommandLine.ParameterException wrong, String[] arguments) {
        CommandLine command = wrong.getCommandLine();
        System.err.println(wrong.getMessage());
        CommandLine.UnmatchedArgumentException.printSuggestions(wrong, System.err);
        System.err.println("See ./" + command.getCommandSpec().qualifiedName() + " --help");
        return WRONG;
    }

    private static String indented(Exception failure) {
        return String.valueOf(failure.getMessage()).indent(2).stripTrailing();
    }

    private static int say(String message, int code) {
        System.err.println(Masked.url(message));
        return code;
    }

    private static int fault(Throwable failure) {
        org.slf4j.LoggerFactory.getLogger(Main.class).debug("the fault in full", failure);
        return say(
                "This is a fault of Sanad's: " + failure + "\nRun it again with --set log.level=debug for the details.",
                FAULT);
    }
}
