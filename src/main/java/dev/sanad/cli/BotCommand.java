package dev.sanad.cli;

import dev.sanad.config.Settings.LogLevel;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(name = "bot", description = "The Telegram bot.")
final class BotCommand implements Callable<Integer> {
    @CommandLine.ParentCommand
    private Main main;

    @CommandLine.Mixin
    private CommonOptions options;

    @Override
    public Integer call() throws Exception {
        App.start(main, options, LogLevel.INFO);
        return 0;
    }
}
