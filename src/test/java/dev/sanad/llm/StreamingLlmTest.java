package dev.sanad.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.sanad.config.Endpoint;
import dev.sanad.config.Provider;
import dev.sanad.config.Secret;
import dev.sanad.config.Settings.Timeouts;
import dev.sanad.llm.LlmException.Kind;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What can become of one request, in OpenAI's format. */
class StreamingLlmTest {
    private static final Wire WIRE = Wire.OPENAI;

    @Test
    void aServerThatSaysNothingTimesOut() throws Exception {
        try (var server = new ScriptedServer(ScriptedServer.Stage::fallSilent)) {
            LlmException failure = asking(server, Asking.SHORT, Asking.LONG).failure();

            assertThat(failure.kind()).isEqualTo(Kind.TIMEOUT);
            assertThat(failure).hasMessage("sent no text within 300 ms");
            assertThat(server.sawClientGo()).isTrue();
        }
    }

    @Test
    void headersAloneAreNoFirstToken() throws Exception {
        try (var server = new ScriptedServer(stage -> {
            stage.begin(WIRE.contentType);
            stage.fallSilent();
        })) {
            assertThat(asking(server, Asking.SHORT, Asking.LONG).failure().kind())
                    .isEqualTo(Kind.TIMEOUT);
            assertThat(server.sawClientGo()).isTrue();
        }
    }

    @Test
    void signsOfLifeWithoutTextDoNotKeepAStreamAlive() throws Exception {
        try (var server = new ScriptedServer(stage -> {
            stage.begin(WIRE.contentType);
            stage.send(WIRE.opening() + WIRE.piece("half"));
            while (true) {
                stage.send(": keep-alive\n\n" + WIRE.opening());
            }
        })) {
            assertThat(asking(server, Asking.LONG, Asking.SHORT).failure().kind())
                    .isEqualTo(Kind.STALLED);
            assertThat(server.sawClientGo()).isTrue();
        }
    }

    @Test
    void aListenerMayTakeLongerThanAModelMayStall() throws Exception {
        try (var server = new ScriptedServer(stage -> {
            stage.begin(WIRE.contentType);
            stage.send(WIRE.opening() + WIRE.piece("one") + WIRE.piece("two") + WIRE.ending(false));
            stage.end();
        })) {
            var llm = Llms.of(
                    Asking.endpoint(WIRE.provider, server.url().resolve(WIRE.path)),
                    100,
                    new Timeouts(Asking.LONG, Asking.SHORT, Asking.LONG));

            LlmReply reply = llm.stream(Asking.PROMPT, Deadline.in(Asking.LONG), piece -> {
                busyFor(Asking.SHORT.multipliedBy(2));
            });

            assertThat(reply.text()).isEqualTo("onetwo");
        }
    }

    @Test
    void theDeadlineEndsAStreamThatIsFasterThanItsListener() throws Exception {
        try (var server = new ScriptedServer(stage -> {
            stage.begin(WIRE.contentType);
            while (true) {
                stage.send(WIRE.piece("more "));
            }
        })) {
            var llm = Llms.of(Asking.endpoint(WIRE.provider, server.url().resolve(WIRE.path)), 100, Asking.PATIENT);
            var farBeyond = Deadline.in(Asking.LONG);
            var pieces = new AtomicInteger();

            LlmException failure = catchThrowableOfType(
                    LlmException.class,
                    () -> llm.stream(Asking.PROMPT, Deadline.in(Duration.ofSeconds(2)), piece -> {
                        pieces.incrementAndGet();
                        busyFor(Duration.ofMillis(5));
                        assertThat(farBeyond.passed()).isFalse();
                    }));

            assertThat(failure.kind()).isEqualTo(Kind.DEADLINE);
            assertThat(pieces).hasPositiveValue();
            assertThat(server.sawClientGo()).isTrue();
        }
    }

    @Test
    void theDeadlineEndsASilenceToo() throws Exception {
        try (var server = new ScriptedServer(ScriptedServer.Stage::fallSilent)) {
            assertThat(asking(server, Asking.LONG, Asking.LONG)
                            .failure(Deadline.in(Asking.SHORT))
                            .kind())
                    .isEqualTo(Kind.DEADLINE);
            assertThat(server.sawClientGo()).isTrue();
        }
    }

    @Test
    void nothingIsAskedAfterTheDeadline() throws Exception {
        try (var server = new ScriptedServer(stage -> stage.answer(500, ""))) {
            assertThat(asking(server, Asking.LONG, Asking.LONG)
                            .failure(Deadline.in(Duration.ZERO))
                            .kind())
                    .isEqualTo(Kind.DEADLINE);
            asking(server, Asking.LONG, Asking.LONG).failure();

            assertThat(server.request().body()).contains(Asking.QUESTION);
            assertThat(server.furtherRequests()).isZero();
        }
    }

    @Test
    void anInterruptCancelsTheRequest() throws Exception {
        try (var server = new ScriptedServer(stage -> {
            stage.begin(WIRE.contentType);
            stage.send(WIRE.piece("half"));
            stage.fallSilent();
        })) {
            var thrown = new CompletableFuture<Exception>();
            Thread caller = Thread.ofVirtual().start(() -> {
                try {
                    asking(server, Asking.LONG, Asking.LONG).reply();
                } catch (LlmException | InterruptedException e) {
                    thrown.complete(e);
                }
            });
            server.request();
            caller.interrupt();

            assertThat(thrown.get(20, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
            assertThat(server.sawClientGo()).isTrue();
        }
    }

    @Test
    void aListenerThatThrowsCancelsTheRequest() throws Exception {
        try (var server = new ScriptedServer(stage -> {
            stage.begin(WIRE.contentType);
            stage.send(WIRE.piece("half"));
            stage.fallSilent();
        })) {
            var llm = Llms.of(Asking.endpoint(WIRE.provider, server.url().resolve(WIRE.path)), 100, Asking.PATIENT);

            assertThatIllegalStateException()
                    .isThrownBy(() -> llm.stream(Asking.PROMPT, Deadline.in(Asking.LONG), piece -> {
                        throw new IllegalStateException("full");
                    }));
            assertThat(server.sawClientGo()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, REJECTED",
        "401, UNAUTHORIZED",
        "403, UNAUTHORIZED",
        "404, REJECTED",
        "408, SERVER",
        "422, REJECTED",
        "429, RATE_LIMITED",
        "500, SERVER",
        "502, SERVER",
        "503, SERVER",
        "529, SERVER"
    })
    void aStatusTellsTheKind(int status, Kind kind) throws Exception {
        try (var server = new ScriptedServer(stage -> stage.answer(status, ""))) {
            LlmException failure = asking(server, Asking.LONG, Asking.LONG).failure();

            assertThat(failure.kind()).isEqualTo(kind);
            assertThat(failure).hasMessageContaining(String.valueOf(status));
            assertThat(failure.retryAfter()).isNull();
        }
    }

    @Test
    void aMessageNamesTheErrorsCodeAndQuotesNothing() throws Exception {
        String body = "{\"error\":{\"message\":\"Incorrect API key " + Asking.KEY + " for: " + Asking.QUESTION
                + "\",\"type\":\"invalid_request_error\",\"code\":\"invalid_api_key\"}}";
        try (var server = new ScriptedServer(stage -> stage.answer(401, body))) {
            assertThat(asking(server, Asking.LONG, Asking.LONG).failure())
                    .hasMessage("answered 401 (invalid_api_key): the key is missing or wrong")
                    .hasNoCause();
        }
    }

    @Test
    void aPageOfAProxyIsNoFurtherTrouble() throws Exception {
        try (var server = new ScriptedServer(
                stage -> stage.answer(502, "<html><h1>Bad Gateway</h1></html>", "Content-Type: text/html"))) {
            LlmException failure = asking(server, Asking.LONG, Asking.LONG).failure();

            assertThat(failure.kind()).isEqualTo(Kind.SERVER);
            assertThat(failure).hasMessage("answered 502");
        }
    }

    @Test
    void secondsToWaitAreKept() throws Exception {
        try (var server = new ScriptedServer(stage -> stage.answer(429, "", "Retry-After: 17"))) {
            assertThat(asking(server, Asking.LONG, Asking.LONG).failure().retryAfter())
                    .isEqualTo(Duration.ofSeconds(17));
        }
    }

    @Test
    void aDateToWaitForIsKept() throws Exception {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plusMinutes(10));
        try (var server = new ScriptedServer(stage -> stage.answer(503, "", "Retry-After: " + date))) {
            assertThat(asking(server, Asking.LONG, Asking.LONG).failure().retryAfter())
                    .isBetween(Duration.ofMinutes(8), Duration.ofMinutes(10));
        }
    }

    @Test
    void geminisWayToSayHowLongIsUnderstood() throws Exception {
        String body = "[{\"error\":{\"code\":429,\"status\":\"RESOURCE_EXHAUSTED\",\"details\":["
                + "{\"@type\":\"type.googleapis.com/google.rpc.RetryInfo\",\"retryDelay\":\"34.5s\"}]}}]";
        try (var server = new ScriptedServer(stage -> stage.answer(429, body))) {
            LlmException failure =
                    Asking.of(Wire.GEMINI, server.url(), Asking.PATIENT).failure();

            assertThat(failure.retryAfter()).isEqualTo(Duration.ofMillis(34_500));
            assertThat(failure).hasMessageContaining("RESOURCE_EXHAUSTED");
        }
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        try (var elsewhere = new ScriptedServer(stage -> stage.answer(200, ""));
                var server = new ScriptedServer(
                        stage -> stage.answer(307, "", "Location: " + elsewhere.url() + "/v1/chat/completions"))) {
            assertThat(asking(server, Asking.LONG, Asking.LONG).failure().kind())
                    .isEqualTo(Kind.REJECTED);
            assertThat(elsewhere.furtherRequests()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"error\":{\"message\":\"x\",\"code\":429}} | RATE_LIMITED",
                "{\"error\":{\"message\":\"x\",\"code\":\"insufficient_quota\"}} | RATE_LIMITED",
                "{\"error\":{\"message\":\"x\",\"type\":\"authentication_error\"}} | UNAUTHORIZED",
                "{\"error\":{\"message\":\"x\",\"type\":\"invalid_request_error\"}} | REJECTED",
                "{\"error\":{\"message\":\"x\",\"code\":503}} | SERVER",
                "{\"error\":\"model runner has stopped\"} | SERVER",
                "{\"object\":\"error\",\"message\":\"x\",\"type\":\"internal\"} | SERVER",
                "{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\"},\"finish_reason\":\"error\"}]} | SERVER"
            })
    void anErrorInsideTheStreamTellsTheKind(String event, Kind kind) throws Exception {
        try (var server = new ScriptedServer(stage -> {
            stage.begin(WIRE.contentType);
            stage.send("data: " + event + "\n\n" + WIRE.ending(false));
            stage.end();
        })) {
            assertThat(asking(server, Asking.LONG, Asking.LONG).failure().kind())
                    .isEqualTo(kind);
        }
    }

    @ParameterizedTest
    @CsvSource({"data: [1], no JSON object", "data: nonsense, not JSON"})
    void nonsenseIsMalformed(String event, String message) throws Exception {
        try (var server = new ScriptedServer(stage -> {
            stage.begin(WIRE.contentType);
            stage.send(WIRE.opening() + event + "\n\n" + WIRE.ending(false));
            stage.end();
        })) {
            LlmException failure = asking(server, Asking.LONG, Asking.LONG).failure();

            assertThat(failure.kind()).isEqualTo(Kind.MALFORMED);
            assertThat(failure).hasMessageContaining(message);
        }
    }

    @Test
    void anEventOfAnotherShapeIsMalformed() throws Exception {
        try (var server = new ScriptedServer(stage -> {
            stage.begin(WIRE.contentType);
            stage.send("data: {\"choices\":\"nonsense\"}\n\n" + WIRE.ending(false));
            stage.end();
        })) {
            LlmException failure = asking(server, Asking.LONG, Asking.LONG).failure();

            assertThat(failure.kind()).isEqualTo(Kind.MALFORMED);
            assertThat(failure).hasMessageNotContaining("nonsense").hasNoCause();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json; charset=utf-8 | {\"choices\":[{\"message\":{\"content\":\"whole\"}}]}",
                "text/html | <html><body>Log in</body></html>"
            })
    void whatIsNoStreamIsRefused(String contentType, String body) throws Exception {
        try (var server = new ScriptedServer(stage -> stage.answer(200, body, "Content-Type: " + contentType))) {
            LlmException failure = asking(server, Asking.LONG, Asking.LONG).failure();

            assertThat(failure.kind()).isEqualTo(Kind.MALFORMED);
            assertThat(failure).hasMessageContaining("is its base URL right?");
        }
    }

    @Test
    void aServerThatClosesWithoutAnAnswerIsUnreachable() throws Exception {
        try (var server = new ScriptedServer(stage -> {})) {
            assertThat(asking(server, Asking.LONG, Asking.LONG).failure().kind())
                    .isEqualTo(Kind.UNREACHABLE);
        }
    }

    @Test
    void nobodyThereIsUnreachable() throws Exception {
        URI nobody;
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobody = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        LlmException failure = Asking.of(WIRE, nobody, Asking.PATIENT).failure();

        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure).hasMessage("cannot be reached: the connection is refused");
    }

    @Test
    void aHostThatIsNotKnownIsUnreachable() {
        String tooLongForAnyName = "x".repeat(64) + ".invalid";

        LlmException failure = Asking.of(WIRE, URI.create("http://" + tooLongForAnyName), Asking.PATIENT)
                .failure();

        assertThat(failure.kind()).isEqualTo(Kind.UNREACHABLE);
        assertThat(failure).hasMessage("cannot be reached: its host is not known");
    }

    @Test
    void aKeyThatNoHeaderCanCarryIsNotShown() throws Exception {
        try (var server = new ScriptedServer(stage -> stage.answer(500, ""))) {
            var endpoint = new Endpoint(Provider.OPENAI, "m", server.url(), new Secret("geheim\nnis"), null);

            LlmException failure = new Asking(Llms.of(endpoint, 100, Asking.PATIENT)).failure();

            assertThat(failure.kind()).isEqualTo(Kind.REJECTED);
            assertThat(failure).hasMessageNotContaining("geheim").hasNoCause();
        }
    }

    @Test
    void reasoningInTheTextOrInAnotherFieldIsNotShown() throws Exception {
        try (var server = new ScriptedServer(stage -> {
            stage.begin(WIRE.contentType);
            stage.send("data: {\"choices\":[{\"index\":0,\"delta\":{\"reasoning\":\"hm\"}}]}\n\n");
            for (String piece : List.of("<th", "ink>let me", " see</thi", "nk>\\n\\nFour", " points.")) {
                stage.send(WIRE.piece(piece));
            }
            stage.send(WIRE.ending(false));
            stage.end();
        })) {
            var asking = asking(server, Asking.LONG, Asking.LONG);

            assertThat(asking.reply().text()).isEqualTo("Four points.");
            assertThat(asking.pieces).containsExactly("Four", " points.");
        }
    }

    @Test
    void reasoningInAnotherFieldIsASignOfLife() throws Exception {
        try (var server = new ScriptedServer(stage -> {
            stage.begin(WIRE.contentType);
            stage.send("data: {\"choices\":[{\"index\":0,\"delta\":{\"reasoning\":\"hm\"}}]}\n\n");
            stage.fallSilent();
        })) {
            assertThat(asking(server, Asking.LONG, Asking.SHORT).failure().kind())
                    .isEqualTo(Kind.STALLED);
        }
    }

    @Test
    void manyMayAskAtOnce() throws Exception {
        try (var server = new ScriptedServer(stage -> {
            stage.begin(WIRE.contentType);
            stage.send(WIRE.opening() + WIRE.piece("ok") + WIRE.ending(false));
            stage.end();
        })) {
            Llm llm = Llms.of(Asking.endpoint(WIRE.provider, server.url().resolve(WIRE.path)), 100, Asking.PATIENT);
            List<CompletableFuture<String>> replies = IntStream.range(0, 20)
                    .mapToObj(i -> {
                        var text = new CompletableFuture<String>();
                        Thread.ofVirtual().start(() -> {
                            try {
                                text.complete(new Asking(llm).reply().text());
                            } catch (LlmException | InterruptedException e) {
                                text.completeExceptionally(e);
                            }
                        });
                        return text;
                    })
                    .toList();

            for (var reply : replies) {
                assertThat(reply.get(20, TimeUnit.SECONDS)).isEqualTo("ok");
            }
        }
    }

    private static void busyFor(Duration duration) {
        var end = Deadline.in(duration);
        while (!end.passed()) {
            Thread.onSpinWait();
        }
    }

    private static Asking asking(ScriptedServer server, Duration firstToken, Duration stall) {
        return Asking.of(WIRE, server.url(), new Timeouts(firstToken, stall, Asking.LONG));
    }
}
