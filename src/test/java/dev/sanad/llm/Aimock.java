package dev.sanad.llm;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;

/** Providers that somebody else imitates, in a process of their own. */
public final class Aimock implements AutoCloseable {
    private static final Path PROGRAM = Path.of(".tools/aimock/node_modules/.bin/aimock");
    private final Process process;
    private final URI url;

    private Aimock(Process process, URI url) {
        this.process = process;
        this.url = url;
    }

    /** Skips the test where it is not installed. */
    public static Aimock start(Path config) throws IOException {
        assumeTrue(
                Files.isExecutable(PROGRAM),
                "skipped: run .ci/run or `npm install --prefix .tools/aimock @copilotkit/aimock@1.43.0`");
        Process process = new ProcessBuilder(PROGRAM.toString(), "--config", config.toString())
                .redirectErrorStream(true)
                .start();
        BufferedReader output = process.inputReader();
        var said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            if (line.contains("listening on ")) {
                return new Aimock(process, URI.create(line.substring(line.indexOf("http://"))));
            }
        }
        throw new AssertionError("aimock did not start: " + said);
    }

    public URI url() {
        return url;
    }

    @Override
    public void close() {
        process.destroy();
    }
}
