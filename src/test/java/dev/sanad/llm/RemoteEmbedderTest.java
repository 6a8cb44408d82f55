package dev.sanad.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sanad.config.Embedding;
import dev.sanad.config.Endpoint;
import dev.sanad.config.Secret;
import dev.sanad.llm.LlmException.Kind;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What all four providers have in common, each in its own format, and what can go wrong with each. */
class RemoteEmbedderTest {
    private static final List<String> TEXTS = List.of("نان", "bread");

    @ParameterizedTest
    @EnumSource
    void vectorsComeInOrderAndOfUnitLength(EmbeddingWire wire) throws Exception {
        try (var server = answering(wire, "[3,4]", "[0,-2]")) {
            List<float[]> vectors = embedder(wire, server.url()).passages(TEXTS, Deadline.in(Asking.LONG));

            assertThat(vectors.get(0)).containsExactly(0.6f, 0.8f);
            assertThat(vectors.get(1)).containsExactly(0f, -1f);
            assertThat(server.request()).satisfies(request -> {
                assertThat(request.head()).startsWith(wire.requestLine).contains(Asking.KEY);
                assertThat(request.body()).contains("نان", "bread");
            });
        }
    }

    @ParameterizedTest
    @EnumSource
    void passagesAreSentInBatches(EmbeddingWire wire) throws Exception {
        var sent = new AtomicInteger();
        try (var server = new ScriptedServer(stage -> {
            List<String> vectors = sent.getAndIncrement() == 0 ? List.of("[1,0]", "[2,0]", "[3,0]") : List.of("[0,1]");
            stage.answer(200, wire.reply(vectors), "Content-Type: application/json");
        })) {
            List<float[]> vectors =
                    embedder(wire, server.url()).passages(List.of("a", "b", "c", "d"), Deadline.in(Asking.LONG));

            assertThat(vectors).hasSize(4);
            assertThat(vectors.get(3)).containsExactly(0, 1);
            assertThat(server.request().body()).contains("\"a\"", "\"c\"").doesNotContain("\"d\"");
            assertThat(server.request().body()).contains("\"d\"").doesNotContain("\"a\"");
        }
    }

    static Stream<Arguments> faults() {
        record Fault(String what, Kind kind, String message, Answer answer) {}
        return Arrays.stream(EmbeddingWire.values())
                .flatMap(wire -> Stream.of(
                                new Fault("401", Kind.UNAUTHORIZED, "the key is missing or wrong", status(401)),
                                new Fault("403", Kind.UNAUTHORIZED, "not allowed", status(403)),
                                new Fault("404", Kind.REJECTED, "the model or the base URL is wrong", status(404)),
                                new Fault("400", Kind.REJECTED, "answered 400", status(400)),
                                new Fault("redirect", Kind.REJECTED, "it has moved", status(301)),
                                new Fault(
                                        "429", Kind.RATE_LIMITED, "too many requests", status(429, "Retry-After: 120")),
                                new Fault("garbage", Kind.MALFORMED, "cannot be understood", body("garbage")),
                                new Fault("nothing", Kind.MALFORMED, "cannot be understood", body("")),
                                new Fault("a page", Kind.MALFORMED, "cannot be understood", body("<html>404</html>")),
                                new Fault("another object", Kind.MALFORMED, "cannot be understood", body("{\"x\":1}")),
                                new Fault("too few", Kind.MALFORMED, "sent 1 vectors for 2 texts", vectors("[1,2]")),
                                new Fault("none", Kind.MALFORMED, "sent 0 vectors for 2 texts", vectors()),
                                new Fault(
                                        "too many",
                                        Kind.MALFORMED,
                                        "sent 3 vectors for 2 texts",
                                        vectors("[1,2]", "[1,2]", "[1,2]")),
                                new Fault(
                                        "two dimensions",
                                        Kind.MALFORMED,
                                        "sent a vector of 3 numbers after vectors of 2",
                                        vectors("[1,2]", "[1,2,3]")),
                                new Fault("NaN", Kind.MALFORMED, "", vectors("[1,2]", "[1,NaN]")),
                                new Fault("a text NaN", Kind.MALFORMED, "", vectors("[1,2]", "[1,\"NaN\"]")),
                                new Fault("null", Kind.MALFORMED, "", vectors("[1,2]", "null")),
                                new Fault("infinity", Kind.MALFORMED, "no number", vectors("[1,2]", "[1,1e99]")),
                                new Fault("zeros", Kind.MALFORMED, "zeros", vectors("[1,2]", "[0,0]")),
                                new Fault("empty", Kind.MALFORMED, "", vectors("[]", "[]")))
                        .map(fault -> Arguments.of(wire, fault.what(), fault.kind(), fault.message(), fault.answer())));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("faults")
    void aFaultIsToldAndAskedForOnce(EmbeddingWire wire, String what, Kind kind, String message, Answer answer)
            throws Exception {
        try (var server = new ScriptedServer(stage -> answer.play(wire, stage))) {
            LlmException failure = failure(embedder(wire, server.url()), Duration.ofSeconds(20));

            assertThat(failure.kind()).as(what).isEqualTo(kind);
            assertThat(failure)
                    .hasMessageContaining(message)
                    .hasMessageNotContaining(Asking.KEY)
                    .hasMessageNotContaining("نان");
            server.request();
            // LangChain4j's model of Gemini asks again for a reply that it cannot read, whatever one sets
            boolean unread = wire == EmbeddingWire.GEMINI && kind == Kind.MALFORMED;
            assertThat(server.furtherRequests()).isLessThanOrEqualTo(unread ? 2 : 0);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFailureThatPassesIsAskedForOnceAgain(EmbeddingWire wire) throws Exception {
        var asked = new AtomicInteger();
        try (var server = new ScriptedServer(stage -> {
            if (asked.getAndIncrement() == 0) {
                stage.answer(429, "", "Retry-After: 0.1");
            } else {
                stage.answer(200, wire.reply(List.of("[1,0]", "[0,1]")), "Content-Type: application/json");
            }
        })) {
            assertThat(embedder(wire, server.url()).passages(TEXTS, Deadline.in(Asking.LONG)))
                    .hasSize(2);
            assertThat(asked).hasValue(2);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatStaysBrokenIsAskedTwiceAndNoThirdTime(EmbeddingWire wire) throws Exception {
        try (var server = new ScriptedServer(stage -> stage.answer(500, "oops"))) {
            assertThat(failure(embedder(wire, server.url()), Duration.ofSeconds(20))
                            .kind())
                    .isEqualTo(Kind.SERVER);
            server.request();
            server.request();
            assertThat(server.furtherRequests()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWaitThatDoesNotFitIntoTheDeadlineIsNotBegun(EmbeddingWire wire) throws Exception {
        try (var server = new ScriptedServer(stage -> stage.answer(503, "", "Retry-After: 30"))) {
            Deadline deadline = Deadline.in(Duration.ofSeconds(20));
            LlmException failure = catchThrowableOfType(
                    LlmException.class, () -> embedder(wire, server.url()).passages(TEXTS, deadline));

            assertThat(failure.kind()).isEqualTo(Kind.SERVER);
            assertThat(deadline.remaining()).isGreaterThan(Duration.ofSeconds(10));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "OPENAI, true", "GEMINI, true", "OLLAMA, true", "MISTRAL, true",
        "OPENAI, false", "GEMINI, false", "OLLAMA, false", "MISTRAL, false"
    })
    void aServerThatFallsSilentIsLeftAtTheDeadline(EmbeddingWire wire, boolean begins) throws Exception {
        try (var server = new ScriptedServer(stage -> {
            if (begins) {
                stage.begin("application/json");
                stage.send("{\"data\":[");
            }
            stage.fallSilent();
        })) {
            assertThat(failure(embedder(wire, server.url()), Asking.SHORT).kind())
                    .isEqualTo(Kind.DEADLINE);
            assertThat(server.sawClientGo()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReplyThatBreaksOffIsCut(EmbeddingWire wire) throws Exception {
        try (var server = new ScriptedServer(stage -> {
            stage.begin("application/json");
            stage.send("{\"data\":[");
        })) {
            assertThat(failure(embedder(wire, server.url()), Duration.ofSeconds(20))
                            .kind())
                    .isEqualTo(Kind.CUT);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nobodyAnswersAtAClosedPort(EmbeddingWire wire) throws Exception {
        URI gone;
        try (var server = new ScriptedServer(stage -> {})) {
            gone = server.url();
        }
        assertThat(failure(embedder(wire, gone), Duration.ofSeconds(20)).kind()).isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void theDimensionOfTheFirstVectorHoldsForAllThatFollow() throws Exception {
        var asked = new AtomicInteger();
        try (var server = new ScriptedServer(stage -> stage.answer(
                200,
                EmbeddingWire.OPENAI.reply(List.of(asked.getAndIncrement() == 0 ? "[1,0]" : "[1,0,0]")),
                "Content-Type: application/json"))) {
            Embedder embedder = embedder(EmbeddingWire.OPENAI, server.url());
            embedder.passages(List.of("bread"), Deadline.in(Asking.LONG));
            LlmException failure =
                    catchThrowableOfType(LlmException.class, () -> embedder.query("bread", Deadline.in(Asking.LONG)));

            assertThat(failure).hasMessage("sent a vector of 3 numbers after vectors of 2");
        }
    }

    @Test
    void geminiIsToldWhatATextIs() throws Exception {
        try (var server = answering(EmbeddingWire.GEMINI, "[1,0]")) {
            Embedder embedder = embedder(EmbeddingWire.GEMINI, server.url());
            embedder.query("bread", Deadline.in(Asking.LONG));
            embedder.passages(List.of("bread"), Deadline.in(Asking.LONG));

            assertThat(server.request().body()).contains("RETRIEVAL_QUERY");
            assertThat(server.request().body()).contains("RETRIEVAL_DOCUMENT");
        }
    }

    @Test
    void questionsAndPassagesGoToTheirModelsWithTheirPrefixes() throws Exception {
        try (var server = answering(EmbeddingWire.OPENAI, "[1,0]")) {
            var source = new Embedding.Source.Remote(endpoint(EmbeddingWire.OPENAI, server.url()), "questions");
            Embedder embedder = made(OnnxModels.settings(source, "search_query:", "search_document:"));
            embedder.query("bread", Deadline.in(Asking.LONG));
            embedder.passages(List.of("bread"), Deadline.in(Asking.LONG));

            assertThat(server.request().body()).contains("\"questions\"", "\"search_query: bread\"");
            assertThat(server.request().body()).contains("\"m\"", "\"search_document: bread\"");
            assertThat(embedder.name()).isEqualTo("openai:m+questions[search_query:|search_document:]");
        }
    }

    @Test
    void aTextOfAnyLengthIsCutAndNoneIsBlank() throws Exception {
        try (var server = answering(EmbeddingWire.OPENAI, "[1,0]", "[0,1]")) {
            embedder(EmbeddingWire.OPENAI, server.url())
                    .passages(List.of("x".repeat(1_000_000), " "), Deadline.in(Asking.LONG));

            assertThat(server.request().body()).hasSizeLessThan(10_000).contains("\".\"");
        }
    }

    @Test
    void aServerThatAsksForNoKeyNeedsNone() throws Exception {
        try (var server = answering(EmbeddingWire.OLLAMA, "[1,0]")) {
            var endpoint = new Endpoint(EmbeddingWire.OLLAMA.provider, "bge-m3", server.url(), null, null);
            Embedder embedder = made(OnnxModels.settings(new Embedding.Source.Remote(endpoint, "bge-m3"), null, null));
            embedder.query("bread", Deadline.in(Asking.LONG));

            assertThat(server.request().head()).doesNotContain("authorization");
            assertThat(embedder.name()).isEqualTo("ollama:bge-m3");
        }
    }

    /** What a server does with a request. */
    interface Answer {
        void play(EmbeddingWire wire, ScriptedServer.Stage stage) throws java.io.IOException;
    }

    private static Answer status(int status, String... headers) {
        return (wire, stage) -> stage.answer(status, "{\"error\":{\"message\":\"نان\"}}", headers);
    }

    private static Answer body(String body) {
        return (wire, stage) -> stage.answer(200, body, "Content-Type: application/json");
    }

    private static Answer vectors(String... vectors) {
        return (wire, stage) -> stage.answer(200, wire.reply(List.of(vectors)), "Content-Type: application/json");
    }

    private static ScriptedServer answering(EmbeddingWire wire, String... vectors) throws java.io.IOException {
        return new ScriptedServer(stage -> vectors(vectors).play(wire, stage));
    }

    private static LlmException failure(Embedder embedder, Duration time) {
        @Nullable LlmException failure =
                catchThrowableOfType(LlmException.class, () -> embedder.passages(TEXTS, Deadline.in(time)));
        return Objects.requireNonNull(failure, "it took this for right");
    }

    private static Endpoint endpoint(EmbeddingWire wire, URI server) {
        return new Endpoint(wire.provider, "m", server.resolve(wire.path), new Secret(Asking.KEY), null);
    }

    private static Embedder embedder(EmbeddingWire wire, URI server) throws Exception {
        return made(OnnxModels.settings(new Embedding.Source.Remote(endpoint(wire, server), "m"), null, null));
    }

    private static Embedder made(Embedding settings) throws Exception {
        return Objects.requireNonNull(Embedders.of(settings, Path.of("nowhere")));
    }
}
