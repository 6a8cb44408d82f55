package dev.sanad.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.sanad.cli.Sanad.Run;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What doctor says of embedding models and rerankers. */
class DoctorModelsTest {
    @TempDir
    private Path folder;

    @Test
    void saysThatNoneIsInstalled() throws IOException {
        Run run = doctor();

        assertThat(run.out())
                .contains("ok      embedding model: none is installed: passages are found by their words;")
                .doesNotContain("reranker");
        assertThat(run.code()).isZero();
    }

    @Test
    void embedsAWordAndScoresTwoPassagesInProcess() throws IOException {
        Run run = doctor(
                "embedding.provider=onnx",
                "embedding.file=" + resource("all-minilm-l6-v2-q.onnx"),
                "embedding.tokenizer=" + resource("all-minilm-l6-v2-q-tokenizer.json"),
                "rerank.provider=onnx",
                "rerank.timeout=1m",
                "rerank.file=" + resource("overlap/overlap.onnx"),
                "rerank.tokenizer=" + resource("overlap/tokenizer.json"));

        assertThat(run.out())
                .containsPattern(
                        "ok {6}embedding model onnx:all-minilm-l6-v2-q:[0-9a-f]{8}: 384 dimensions, \\d+ ms for a question")
                .containsPattern("ok {6}reranker onnx:overlap: scores, \\d+ ms for two passages");
        assertThat(run.code()).isZero();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        401 | {}                                                            | the key is missing or wrong                  | check the key in OPENAI_API_KEY, or the variable that embedding.api-key-env names
        404 | {}                                                            | the model or the base URL is wrong           | check embedding.model and embedding.base-url
        429 | {}                                                            | too many requests, or the quota is used up   | wait, or look at the account's limits and credit
        500 | {}                                                            | answered 500                                 | try again later, or choose another embedding.provider
        200 | {"object":"list","data":[{"index":0,"embedding":[0.0,0.0]}]} | sent a vector of zeros                       | check embedding.model and embedding.base-url
        """)
    void saysWhatToDoAboutAnEmbeddingModelThatFails(int status, String body, String why, String remedy)
            throws IOException {
        HttpServer server = answering(status, body);
        try {
            Run run = doctor("embedding.provider=openai", "embedding.model=m", "embedding.base-url=" + url(server));

            assertThat(run.out()).contains("FAILED  embedding model openai:m: ").contains(why, "→ " + remedy);
            assertThat(run.code()).isEqualTo(Main.FAILURES);
        } finally {
            server.stop(0);
        }
    }

    @Test
    void saysWhatToDoAboutARerankerThatFails() throws IOException {
        HttpServer server = answering(404, "{}");
        try {
            Run run = doctor("rerank.provider=jina", "rerank.model=m", "rerank.base-url=" + url(server));

            assertThat(run.out())
                    .contains("FAILED  reranker jina:m: answered 404", "→ check rerank.model and rerank.base-url");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void saysWhatToDoAboutFilesThatAreNoModel() throws IOException {
        Path model = Files.createDirectories(folder.resolve("archive/models/multilingual-e5-small"));
        Files.writeString(model.resolve("model.onnx"), "no model");
        Files.writeString(model.resolve("tokenizer.json"), "no tokenizer");

        assertThat(doctor().out()).contains("cannot be loaded", "→ run ./sanad model remove, then ./sanad model get");

        Files.writeString(model.resolve("model.json"), "no description");

        assertThat(doctor().out()).contains("model.json is no JSON object", "→ run ./sanad model get");
    }

    private Run doctor(String... settings) {
        List<String> arguments = new ArrayList<>(List.of(
                "doctor",
                "--archive",
                folder.resolve("archive").toString(),
                "--source",
                Sanad.HOME.resolve("seeds").toString()));
        for (String setting : settings) {
            arguments.addAll(List.of("--set", setting));
        }
        return new Sanad().run(arguments.toArray(String[]::new));
    }

    private Path resource(String name) throws IOException {
        Path file = folder.resolve(Path.of(name).getFileName());
        try (InputStream in = DoctorModelsTest.class.getResourceAsStream("/" + name)) {
            Files.copy(Objects.requireNonNull(in, name), file);
        }
        return file;
    }

    private static HttpServer answering(int status, String body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] bytes = body.getBytes(UTF_8);
                exchange.getRequestBody().readAllBytes();
                exchange.sendResponseHeaders(status, bytes.length);
                exchange.getResponseBody().write(bytes);
            }
        });
        server.start();
        return server;
    }

    private static String url(HttpServer server) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
    }
}
