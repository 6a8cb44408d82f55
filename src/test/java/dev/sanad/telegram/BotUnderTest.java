package dev.sanad.telegram;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The bot as a process of its own, that of {@code ./sanad bot}, over the articles that a clone comes with. */
final class BotUnderTest implements AutoCloseable {
    private static final String JAVA_HOME = System.getProperty("java.home");
    private final Process process;

    private BotUnderTest(Process process) {
        this.process = process;
    }

    /**
     * @param folder for its archive and its log
     * @param options of the JVM
     */
    static BotUnderTest start(URI telegram, Path folder, List<String> options) throws IOException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(JAVA_HOME, "bin", "java").toString(), "--enable-native-access=ALL-UNNAMED"));
        command.add("-Dsanad.home=" + Path.of("").toAbsolutePath());
        command.addAll(options);
        command.addAll(List.of(
                "-cp",
                System.getProperty("java.class.path"),
                "dev.sanad.cli.Main",
                "bot",
                "--archive",
                folder.resolve("archive").toString(),
                "--source",
                Path.of("seeds").toAbsolutePath().toString(),
                "--set",
                "embedding.provider=none",
                "--set",
                "telegram.api-url=" + telegram));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("bot.log").toFile()));
        builder.environment().put("TELEGRAM_BOT_TOKEN", FakeBotApi.TOKEN);
        return new BotUnderTest(builder.start());
    }

    /** SIGTERM; how many milliseconds it took to end. */
    long stop() throws InterruptedException {
        long start = System.nanoTime();
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            close();
        }
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
    }

    /** The bytes of its living objects, after a full collection. */
    long livingBytes() throws IOException, InterruptedException {
        Process histogram = new ProcessBuilder(
                        Path.of(JAVA_HOME, "bin", "jcmd").toString(),
                        Long.toString(process.pid()),
                        "GC.class_histogram")
                .redirectErrorStream(true)
                .start();
        String text = new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        histogram.waitFor();
        String total = text.lines()
                .filter(line -> line.startsWith("Total"))
                .findFirst()
                .orElseThrow(() -> new IOException("jcmd does not tell: " + text));
        return Long.parseLong(total.strip().split("\\s+")[2]);
    }

    /** SIGKILL. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
