package dev.sanad.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sanad.config.Endpoint;
import dev.sanad.config.OnnxFile;
import dev.sanad.config.Provider;
import dev.sanad.config.Reranking;
import dev.sanad.config.Secret;
import dev.sanad.llm.LlmException.Kind;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScorersTest {
    private static final String QUESTION = "bread price";
    private static final List<String> PASSAGES =
            List.of("the football team", "the price of bread", "bread of the north", "x", "y", "price");

    @ParameterizedTest
    @CsvSource({
        "COHERE, /v2, results, POST /v2/rerank",
        "JINA, /v1, results, POST /v1/rerank",
        "VOYAGE, /v1/, data, POST /v1/rerank"
    })
    void scoresComeInTheOrderOfThePassages(Provider provider, String path, String field, String line) throws Exception {
        String reply =
                "{\"" + field + "\":[{\"index\":1,\"relevance_score\":0.9},{\"index\":0,\"relevance_score\":-2}]}";
        try (var server = new ScriptedServer(stage -> stage.answer(200, reply));
                Scorer scorer = remote(provider, server.url().resolve(path))) {
            assertThat(scorer.scores(QUESTION, List.of("football", "نان"), Deadline.in(Asking.LONG)))
                    .containsExactly(-2, 0.9);
            assertThat(scorer.name()).isEqualTo(provider.spelled() + ":m");
            assertThat(server.request()).satisfies(request -> {
                assertThat(request.head()).startsWith(line).contains("authorization: Bearer " + Asking.KEY);
                assertThat(request.body())
                        .isEqualTo("{\"model\":\"m\",\"query\":\"bread price\",\"documents\":[\"football\",\"نان\"]}");
            });
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        401 | {}                                                                             | UNAUTHORIZED | the key is missing or wrong
        404 | {}                                                                             | REJECTED     | the model or the base URL is wrong
        429 | {}                                                                             | RATE_LIMITED | too many requests
        200 | garbage                                                                        | MALFORMED    | is not JSON
        200 | {}                                                                             | MALFORMED    | sent 0 scores for 2 passages
        200 | {"results":[{"index":0,"relevance_score":1}]}                                  | MALFORMED    | sent 1 scores for 2 passages
        200 | {"results":[{"index":0,"relevance_score":1},{"index":0,"relevance_score":1}]}  | MALFORMED    | sent 1 scores for 2 passages
        200 | {"results":[{"index":2,"relevance_score":1},{"index":0,"relevance_score":1}]}  | MALFORMED    | belongs to no passage
        200 | {"results":[{"index":1},{"index":0,"relevance_score":1}]}                      | MALFORMED    | belongs to no passage
        200 | {"data":[{"index":1,"relevance_score":1e999},{"index":0,"relevance_score":1}]} | MALFORMED    | no number
        """)
    void aFaultIsToldAndAskedForOnce(int status, String body, Kind kind, String message) throws Exception {
        try (var server = new ScriptedServer(stage -> stage.answer(status, body));
                Scorer scorer = remote(Provider.JINA, server.url())) {
            LlmException failure = catchThrowableOfType(
                    LlmException.class, () -> scorer.scores(QUESTION, List.of("a", "b"), Deadline.in(Asking.LONG)));

            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure).hasMessageContaining(message).hasMessageNotContaining(Asking.KEY);
            server.request();
            assertThat(server.furtherRequests()).isZero();
        }
    }

    @Test
    void aServerThatIsOverloadedForAMomentIsAskedOnceAgain() throws Exception {
        var asked = new AtomicInteger();
        try (var server = new ScriptedServer(stage -> stage.answer(
                        asked.getAndIncrement() == 0 ? 503 : 200,
                        "{\"results\":[{\"index\":0,\"relevance_score\":1}]}"));
                Scorer scorer = remote(Provider.JINA, server.url())) {
            assertThat(scorer.scores(QUESTION, List.of("a"), Deadline.in(Asking.LONG)))
                    .containsExactly(1);
        }
    }

    @Test
    void aServerThatFallsSilentIsLeftAtTheDeadline() throws Exception {
        try (var server = new ScriptedServer(ScriptedServer.Stage::fallSilent);
                Scorer scorer = remote(Provider.JINA, server.url())) {
            LlmException failure = catchThrowableOfType(
                    LlmException.class, () -> scorer.scores(QUESTION, PASSAGES, Deadline.in(Asking.SHORT)));

            assertThat(failure.kind()).isEqualTo(Kind.DEADLINE);
            assertThat(server.sawClientGo()).isTrue();
        }
    }

    @Test
    void noPassagesAreNotAskedAbout() throws Exception {
        try (var server = new ScriptedServer(stage -> stage.answer(500, ""));
                Scorer scorer = remote(Provider.JINA, server.url());
                Scorer inProcess = inProcess()) {
            assertThat(scorer.scores(QUESTION, List.of(), Deadline.in(Asking.LONG)))
                    .isEmpty();
            assertThat(inProcess.scores(QUESTION, List.of(), Deadline.in(Asking.LONG)))
                    .isEmpty();
            assertThat(server.furtherRequests()).isZero();
        }
    }

    /** The cross-encoder counts how often a word of the question stands in the passage. */
    @Test
    void aCrossEncoderInProcessReadsQuestionAndPassageTogether() throws Exception {
        try (Scorer scorer = inProcess()) {
            assertThat(scorer.name()).isEqualTo("onnx:overlap");
            assertThat(scorer.scores(QUESTION, PASSAGES, Deadline.in(Asking.LONG)))
                    .containsExactly(0, 2, 1, 0, 0, 1);
        }
    }

    @Test
    void aCrossEncoderTakesTextsOfEveryKind() throws Exception {
        try (Scorer scorer = inProcess()) {
            assertThat(scorer.scores(
                            "bread",
                            List.of("", "\u0000\ud83d", "bread ".repeat(10), "bread ".repeat(100_000)),
                            Deadline.in(Asking.LONG)))
                    .startsWith(0, 0, 10)
                    .hasSize(4);
        }
    }

    @Test
    void manyThreadsGetWhatOneGets() throws Exception {
        try (Scorer scorer = inProcess();
                var threads = Executors.newFixedThreadPool(4)) {
            var found = new ArrayList<Future<double[]>>();
            for (int i = 0; i < 16; i++) {
                found.add(threads.submit(() -> scorer.scores(QUESTION, PASSAGES, Deadline.in(Asking.LONG))));
            }
            for (Future<double[]> scores : found) {
                assertThat(scores.get()).containsExactly(0, 2, 1, 0, 0, 1);
            }
        }
    }

    @Test
    void aDamagedCrossEncoderFailsWhenItIsFirstUsed(@TempDir Path folder) throws Exception {
        Path damaged = Files.writeString(folder.resolve("model.onnx"), "no model");
        var source = new Reranking.Source.InProcess(new OnnxFile("x", damaged, resource("tokenizer.json")));
        try (Scorer scorer = scorer(source)) {
            LlmException failure = catchThrowableOfType(
                    LlmException.class, () -> scorer.scores(QUESTION, PASSAGES, Deadline.in(Asking.LONG)));

            assertThat(failure).hasMessageContaining("cannot be loaded");
        }
    }

    @Test
    void whatIsTooLateOrClosedIsNotUsed() throws Exception {
        Scorer scorer = inProcess();
        LlmException failure = catchThrowableOfType(
                LlmException.class, () -> scorer.scores(QUESTION, PASSAGES, Deadline.in(Duration.ZERO)));
        scorer.close();

        assertThat(failure.kind()).isEqualTo(Kind.DEADLINE);
        assertThatThrownBy(() -> scorer.scores(QUESTION, PASSAGES, Deadline.in(Asking.LONG)))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void noneIsNoScorer() {
        assertThat(Scorers.of(new Reranking(new Reranking.Source.None(), Asking.LONG, 20)))
                .isNull();
    }

    private static Scorer remote(Provider provider, URI server) {
        return scorer(new Reranking.Source.Remote(new Endpoint(provider, "m", server, new Secret(Asking.KEY), null)));
    }

    private static Scorer inProcess() throws Exception {
        return scorer(new Reranking.Source.InProcess(
                new OnnxFile("overlap", resource("overlap.onnx"), resource("tokenizer.json"))));
    }

    private static Path resource(String name) throws Exception {
        return Path.of(Objects.requireNonNull(ScorersTest.class.getResource("/overlap/" + name))
                .toURI());
    }

    private static Scorer scorer(Reranking.Source source) {
        return Objects.requireNonNull(Scorers.of(new Reranking(source, Asking.LONG, 20)));
    }
}
