package dev.sanad.cli;

import dev.sanad.config.Settings.LogLevel;
import dev.sanad.llm.FetchException;
import dev.sanad.llm.Megabytes;
import dev.sanad.llm.ModelFolders;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "remove",
        description = "Deletes a model from the archive. Asks nothing.",
        footer = {"", "Example:", "  ./sanad model remove multilingual-e5-small"})
final class ModelRemoveCommand implements Callable<Integer> {
    @CommandLine.ParentCommand
    private ModelCommand model;

    @CommandLine.Mixin
    private CommonOptions options;

    @CommandLine.Parameters(paramLabel = "ID", description = "The model, as ./sanad model list names it.")
    private String id;

    @Override
    public Integer call() throws Exception {
        App app = App.start(model.main(), options, LogLevel.WARN);
        ModelFolders folders = app.modelFolders();
        List<String> ids = folders.ids();
        if (!ids.contains(id)) {
            throw new UsageException("The archive " + app.settings().archive() + " has no model '" + id + "'; "
                    + (ids.isEmpty() ? "it has none." : "it has: " + String.join(", ", ids)));
        }
        try {
            System.out.println("Removed " + id + "; " + Megabytes.of(folders.remove(id)) + " are free again.");
        } catch (FetchException e) {
            throw new UnavailableException(e.getMessage());
        }
        return Main.OK;
    }
}
