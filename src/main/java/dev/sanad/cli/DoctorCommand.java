package dev.sanad.cli;

import dev.sanad.config.Settings.LogLevel;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(name = "doctor", description = "Checks.")
final class DoctorCommand implements Callable<Integer> {
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
