package dev.sanad.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sanad.config.Configuration.Entry;
import dev.sanad.config.Settings.LogLevel;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "config",
        description = "Shows every setting, its value and where it came from. Secrets are masked.",
        footer = {"", "Example:", "  ./sanad config --set llm.provider=ollama"})
final class ConfigCommand implements Callable<Integer> {
    @CommandLine.ParentCommand
    private Main main;

    @CommandLine.Mixin
    private CommonOptions options;

    @CommandLine.Option(names = "--json", description = "Prints a JSON array of {key, value, origin}.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        List<Entry> entries =
                App.start(main, options, LogLevel.WARN).configuration().entries();
        if (json) {
            System.out.println(new ObjectMapper().writeValueAsString(entries));
            return Main.OK;
        }
        int widest =
                entries.stream().mapToInt(entry -> entry.key().length()).max().orElse(0);
        for (Entry entry : entries) {
            System.out.printf("%-" + widest + "s  %s  (%s)%n", entry.key(), entry.value(), entry.origin());
        }
        return Main.OK;
    }
}
