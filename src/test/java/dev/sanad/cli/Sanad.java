package dev.sanad.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

/** Runs the program as a person would, in this process or in one of its own. */
final class Sanad {
    static final Path HOME = Path.of("").toAbsolutePath();
    private final Map<String, String> environment = new HashMap<>();

    /** What a run printed, and how it ended. */
    record Run(int code, String out, String err) {}

    Sanad with(String variable, String value) {
        environment.put(variable, value);
        return this;
    }

    Run run(String... arguments) {
        return run(() -> Main.run(new Main.Surroundings(HOME, HOME, environment, false), arguments));
    }

    /** A part of the program, which returns an exit code. */
    static Run run(Callable<Integer> part) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        var printedOut = new ByteArrayOutputStream();
        var printedErr = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(printedOut, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(printedErr, true, StandardCharsets.UTF_8));
            int code = part.call();
            return new Run(
                    code, printedOut.toString(StandardCharsets.UTF_8), printedErr.toString(StandardCharsets.UTF_8));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }

    /** A process of its own, whose outputs go to {@code log}. */
    Process start(Path log, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-Dsanad.home=" + HOME,
                "-cp",
                System.getProperty("java.class.path"),
                "dev.sanad.cli.Main"));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        return builder.start();
    }
}
