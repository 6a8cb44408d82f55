package dev.sanad.cli;

import dev.sanad.answer.Notice;
import dev.sanad.answer.QuotationFinder;
import dev.sanad.answer.Verification;
import dev.sanad.config.Settings.LogLevel;
import dev.sanad.render.TerminalVerification;
import dev.sanad.retrieve.ArchiveSearcher;
import dev.sanad.store.Database;
import dev.sanad.text.Language;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "verify",
        description =
                "Tells whether a quotation is in the archive: word for word, nearly so, or not found. Reads what is new"
                        + " in the sources first.",
        footer = {
            "",
            "Letters, digits, punctuation and the boundaries of words may be typed in any way. Where one word differs, or",
            "at most one in five, it is near.",
            "",
            "Examples:",
            "  ./sanad verify \"طرح ایران برای یمن چهار ماده دارد\"",
            "  ./sanad verify --json --source articles/ \"A lake should join those who live on its shores\""
        })
final class VerifyCommand implements Callable<Integer> {
    @CommandLine.ParentCommand
    private Main main;

    @CommandLine.Mixin
    private CommonOptions options;

    @CommandLine.Option(names = "--json", description = "Prints one JSON object and nothing else.")
    private boolean json;

    @CommandLine.Parameters(
            paramLabel = "TEXT",
            arity = "1..*",
            description = "The quotation, in quotation marks or not; at most 4096 characters.")
    private List<String> words;

    @Override
    public Integer call() throws Exception {
        App app = App.start(main, options, LogLevel.WARN);
        String text = String.join(" ", words);
        if (text.length() > QuotationFinder.MOST_CHARACTERS) {
            throw new UsageException("A quotation has at most " + QuotationFinder.MOST_CHARACTERS
                    + " characters, and this one " + text.length() + "; give a part of it.");
        }
        List<Notice> notices = Archives.refreshWords(app);
        Verification verification = verify(app, text);
        TerminalVerification renderer = app.terminalVerification();
        Language language = Language.of(text);
        if (json) {
            System.out.println(app.jsonRenderer().verification(verification));
            System.err.print(renderer.remarks(verification, notices, language));
        } else {
            System.out.print(renderer.verification(verification, notices, language));
        }
        return Main.OK;
    }

    private static Verification verify(App app, String text) throws Exception {
        Database database = Database.openExisting(app.settings().archive());
        if (database == null) {
            throw new UnavailableException("There is no archive in "
                    + app.settings().archive() + " yet, and another process is making it; try again in a moment.");
        }
        try (ArchiveSearcher searcher = app.searcher()) {
            return app.quotationFinder(searcher, database).find(text);
        }
    }
}
