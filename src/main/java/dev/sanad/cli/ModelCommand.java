package dev.sanad.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "model",
        description = "Embedding models that run in process: which there are, fetching one, removing one.",
        subcommands = {ModelListCommand.class, ModelGetCommand.class, ModelRemoveCommand.class},
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  ./sanad model list",
            "  ./sanad model get",
            "  ./sanad model remove multilingual-e5-small"
        })
final class ModelCommand implements Runnable {
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

    Main main() {
        return main;
    }

    @Override
    public void run() {
        throw new CommandLine.ParameterException(spec.commandLine(), "Name what to do: list, get or remove.");
    }
}
