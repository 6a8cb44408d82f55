package dev.sanad.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.sanad.llm.LlmException.Kind;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a LangChain4j model hears of a request. */
class StreamingHttpClientTest {
    @Test
    void aStreamThatEndsProperlyIsClosedOnce() throws Exception {
        assertThat(heard(stage -> {
                    stage.begin("text/event-stream");
                    stage.send("data: {\"a\":1}\n\ndata: [DONE]\n\ndata: {\"late\":1}\n\n");
                    stage.end();
                }))
                .containsExactly("open", "{\"a\":1}", "[DONE]", "close");
    }

    @Test
    void aLostConnectionIsOneErrorAndNoClose() throws Exception {
        assertThat(heard(stage -> {
                    stage.begin("text/event-stream");
                    stage.send("data: {\"a\":1}\n\n");
                }))
                .containsExactly("open", "{\"a\":1}", "error CUT");
    }

    @Test
    void anErrorEventIsOneErrorAndNothingAfterIt() throws Exception {
        assertThat(heard(stage -> {
                    stage.begin("text/event-stream");
                    stage.send("data: {\"error\":{\"code\":503}}\n\ndata: {\"a\":1}\n\ndata: [DONE]\n\n");
                    stage.end();
                }))
                .containsExactly("open", "error SERVER");
    }

    @Test
    void aStatusIsOneErrorWithoutOpening() throws Exception {
        assertThat(heard(stage -> stage.answer(500, ""))).containsExactly("error SERVER");
    }

    @Test
    void aListenerThatThrowsHearsItBackOnce() throws Exception {
        try (var server = new ScriptedServer(stage -> {
            stage.begin("text/event-stream");
            stage.send("data: {\"a\":1}\n\ndata: {\"b\":1}\n\n");
            stage.fallSilent();
        })) {
            var errors = new ArrayList<Throwable>();
            var thrown = new IllegalStateException("cannot read this");
            client(server.url()).execute(request(server.url()), new ServerSentEventListener() {
                @Override
                public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
                    throw thrown;
                }

                @Override
                public void onError(Throwable error) {
                    errors.add(error);
                }
            });

            assertThat(errors).containsExactly(thrown);
            assertThat(server.sawClientGo()).isTrue();
        }
    }

    @Test
    void aReplyThatIsNoStreamIsGivenWhole() throws Exception {
        try (var server = new ScriptedServer(stage -> stage.answer(200, "{\"پاسخ\":1}", "Content-Type: x/y"))) {
            SuccessfulHttpResponse response = client(server.url()).execute(request(server.url()));

            assertThat(response.body()).isEqualTo("{\"پاسخ\":1}");
            assertThat(response.contentType()).isEqualTo("x/y");
            assertThat(server.request()).satisfies(request -> {
                assertThat(request.head()).startsWith("POST /v1/x HTTP/1.1").contains("x-extra: one");
                assertThat(request.body()).isEqualTo("{\"متن\":1}");
            });
        }
    }

    @Test
    void aRefusalOfWhatIsNoStreamKeepsItsRetryAfter() throws Exception {
        try (var server = new ScriptedServer(stage -> stage.answer(429, "", "Retry-After: 3"))) {
            StreamFailure failure = catchThrowableOfType(
                    StreamFailure.class, () -> client(server.url()).execute(request(server.url())));

            assertThat(failure.failure().kind()).isEqualTo(Kind.RATE_LIMITED);
            assertThat(failure.failure().retryAfter()).isEqualTo(Duration.ofSeconds(3));
        }
    }

    private static List<String> heard(ScriptedServer.Script script) throws Exception {
        var heard = new ArrayList<String>();
        try (var server = new ScriptedServer(script)) {
            client(server.url()).execute(request(server.url()), new ServerSentEventListener() {
                @Override
                public void onOpen(SuccessfulHttpResponse response) {
                    heard.add("open");
                }

                @Override
                public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
                    heard.add(event.data());
                }

                @Override
                public void onError(Throwable error) {
                    heard.add("error " + Failures.of(error).kind());
                }

                @Override
                public void onClose() {
                    heard.add("close");
                }
            });
        }
        return heard;
    }

    private static HttpClient client(URI server) {
        return new StreamingHttpClientBuilder(server, Asking.LONG).build();
    }

    private static HttpRequest request(URI server) {
        return HttpRequest.builder()
                .method(HttpMethod.POST)
                .url(server + "/v1/x")
                .addHeader("X-Extra", "one")
                .body("{\"متن\":1}")
                .build();
    }
}
