package dev.sanad.cli;

import dev.sanad.config.Nearest;
import dev.sanad.config.Settings.LogLevel;
import dev.sanad.llm.CatalogueModel;
import dev.sanad.llm.FetchException;
import dev.sanad.llm.Megabytes;
import dev.sanad.llm.ModelCatalogue;
import dev.sanad.llm.ModelFolder;
import dev.sanad.llm.ModelSource;
import dev.sanad.llm.ModelState;
import dev.sanad.llm.ReceivedFile;
import dev.sanad.llm.VouchedBy;
import dev.sanad.llm.WebSource;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "get",
        description = "Fetches a model into the archive. What broke off goes on where it stopped.",
        footer = {
            "",
            "Without internet: lay the model's files into a folder, if possible with a",
            "SHA256SUMS of them, and name it with --from. Behind a proxy:",
            "  JAVA_OPTS=\"-Dhttps.proxyHost=HOST -Dhttps.proxyPort=PORT\" ./sanad model get",
            "",
            "Examples:",
            "  ./sanad model get",
            "  ./sanad model get multilingual-e5-small --archive /srv/archive",
            "  ./sanad model get --from ~/Downloads/e5-small",
            "  ./sanad model get --from https://mirror.example/multilingual-e5-small/"
        })
final class ModelGetCommand implements Callable<Integer> {
    @CommandLine.ParentCommand
    private ModelCommand model;

    @CommandLine.Mixin
    private CommonOptions options;

    @CommandLine.Option(
            names = "--from",
            paramLabel = "URL|FOLDER",
            description = "A mirror or a folder, instead of the model hub. Checksums are read from a SHA256SUMS there.")
    private @Nullable String from;

    @CommandLine.Parameters(
            paramLabel = "ID",
            arity = "0..1",
            description = "The model, as ./sanad model list names it (default: the first).")
    private @Nullable String id;

    @Override
    public Integer call() throws Exception {
        App app = App.start(model.main(), options, LogLevel.WARN);
        CatalogueModel wanted = wanted(app.modelCatalogue());
        ModelSource source = app.modelSource(wanted, from);
        ModelFolder folder = app.modelFolders().of(wanted);
        switch (folder.state()) {
            case ModelState.Installed installed -> {
                System.out.println(wanted.id() + " is installed and intact: " + Megabytes.of(installed.bytes()) + " in "
                        + folder.path() + ". Another takes its place after ./sanad model remove " + wanted.id());
                return Main.OK;
            }
            case ModelState.Damaged damaged ->
                System.err.println(wanted.id() + " is damaged (" + damaged.why() + ") and is fetched again.");
            case ModelState.Begun begun ->
                System.err.println(
                        "Going on where an earlier run stopped: " + Megabytes.of(begun.bytes()) + " are there.");
            case ModelState.Absent absent -> {}
        }
        System.err.println("Fetching " + wanted.id() + " from " + source.name());
        try {
            report(wanted, folder, app.modelFetcher(new TerminalProgress()).fetch(wanted, source));
        } catch (FetchException e) {
            boolean away = e.kind() == FetchException.Kind.SOURCE && source instanceof WebSource;
            throw new UnavailableException(e.getMessage() + (away ? otherwise(wanted) : ""));
        }
        return Main.OK;
    }

    private CatalogueModel wanted(ModelCatalogue catalogue) throws UsageException {
        if (id == null) {
            return catalogue.models().getFirst();
        }
        CatalogueModel found = catalogue.find(id);
        if (found != null) {
            return found;
        }
        String nearest = Nearest.of(id, catalogue.ids());
        throw new UsageException("There is no model '" + id + "'"
                + (nearest == null ? "" : "; did you mean " + nearest + "?")
                + "\nThere is: " + String.join(", ", catalogue.ids()));
    }

    private static void report(CatalogueModel model, ModelFolder folder, List<ReceivedFile> files) throws IOException {
        System.out.println(
                "Installed " + model.id() + ": " + Megabytes.of(folder.state().bytes()) + " in " + folder.path());
        for (ReceivedFile file : files) {
            System.out.println("  " + file.sha256() + "  " + file.name()
                    + (file.by() == VouchedBy.NOBODY ? "" : ", as " + file.by().words() + " says"));
        }
        if (files.stream().anyMatch(file -> file.by() == VouchedBy.NOBODY)) {
            System.err.println("note: nothing vouches for these files: there is no SHA256SUMS beside them."
                    + " Compare the checksums above with those that their author gives.");
        }
    }

    /** What to do where the web does not give it. */
    private String otherwise(CatalogueModel wanted) {
        if (from != null) {
            return "\nCheck the address; or download the files yourself, and name their folder with --from.";
        }
        String files = wanted.parts().stream()
                .map(file -> "\n  " + wanted.files().resolve(file.sourceNames().getFirst()))
                .collect(Collectors.joining());
        return "\nIf there is no way there from here: download these on another machine, lay them into one folder,"
                + " and run ./sanad model get --from FOLDER" + files;
    }
}
