package dev.sanad.llm;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import dev.langchain4j.http.client.sse.ServerSentEventParser;
import dev.sanad.llm.LlmException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * What LangChain4j's models send their requests with. A listener hears one end and no more; a lost connection, or a
 * stream without its provider's mark of the end, is a failure; {@code Retry-After} is kept; redirects are not followed,
 * so a key goes nowhere else.
 *
 * <p>A request runs on the thread that makes it and is cancelled, its connection closed, by interrupting that thread.
 * How long to wait is therefore decided by who interrupts: {@link StreamingLlm}, {@link DeadlineCall}.
 */
final class StreamingHttpClient implements HttpClient {
    /** Of a body that comes with an error, in bytes. */
    private static final int ERROR_BODY = 64 * 1024;

    /** Of a reply that is no stream, in bytes: a hundred vectors of 4,096 numbers are 9 million. */
    private static final int LONGEST_BODY = 64 * 1024 * 1024;

    private final java.net.http.HttpClient http;

    StreamingHttpClient(java.net.http.HttpClient http) {
        this.http = http;
    }

    @Override
    public SuccessfulHttpResponse execute(HttpRequest request) {
        HttpResponse<InputStream> response = open(request);
        return SuccessfulHttpResponse.builder()
                .statusCode(response.statusCode())
                .headers(response.headers().map())
                .body(whole(response.body()))
                .build();
    }

    private static String whole(InputStream body) {
        try (body) {
            byte[] bytes = body.readNBytes(LONGEST_BODY);
            if (bytes.length == LONGEST_BODY) {
                throw new StreamFailure(Failures.malformed("sent more than a reply can be"));
            }
            return new String(bytes, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new StreamFailure(Failures.cut());
        }
    }

    @Override
    public void execute(HttpRequest request, ServerSentEventParser parser, ServerSentEventListener listener) {
        HttpResponse<InputStream> response;
        try {
            response = open(request);
        } catch (StreamFailure e) {
            listener.onError(e);
            return;
        }
        String contentType = response.headers().firstValue("content-type").orElse("");
        var stream = new EndableStream(response.body());
        listener.onOpen(SuccessfulHttpResponse.builder()
                .statusCode(response.statusCode())
                .headers(response.headers().map())
                .build());
        var guarded = new GuardedListener(listener, stream, contentType);
        parser.parse(stream, guarded); // closes the stream, and with it the connection if more is to come
        guarded.reportEnd();
    }

    private HttpResponse<InputStream> open(HttpRequest request) {
        try {
            HttpResponse<InputStream> response = send(builder(request).build());
            if (response.statusCode() / 100 == 2) {
                return response;
            }
            throw new StreamFailure(
                    Failures.status(response.statusCode(), response.headers(), errorBody(response.body())));
        } catch (IOException e) {
            throw new StreamFailure(Failures.connecting(e));
        } catch (InterruptedException e) {
            throw interrupted();
        }
    }

    private HttpResponse<InputStream> send(java.net.http.HttpRequest request) throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<InputStream>> pending = http.sendAsync(request, BodyHandlers.ofInputStream());
        try {
            return pending.get();
        } catch (InterruptedException e) {
            pending.cancel(true);
            // a reply that came at this very moment is not cancelled any more, and nobody would ever read or close it
            var unused = pending.thenAccept(response -> close(response.body()));
            throw e;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException failure ? failure : new IOException(e.getCause());
        }
    }

    private static void close(InputStream body) {
        try {
            body.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static StreamFailure interrupted() {
        Thread.currentThread().interrupt();
        return new StreamFailure(new LlmException(Kind.CUT, "the request was cancelled"));
    }

    private static String errorBody(InputStream body) {
        try (body) {
            return new String(body.readNBytes(ERROR_BODY), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return ""; // the status says enough
        }
    }

    private static java.net.http.HttpRequest.Builder builder(HttpRequest request) {
        BodyPublisher body = request.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(request.body());
        try {
            var builder = java.net.http.HttpRequest.newBuilder(URI.create(request.url()))
                    .method(request.method().name(), body);
            request.headers().forEach((name, values) -> values.forEach(value -> builder.header(name, value)));
            return builder;
        } catch (IllegalArgumentException e) { // its message quotes the header, which may hold the key
            throw new StreamFailure(new LlmException(
                    Kind.REJECTED, "cannot be asked: its base URL, model or key has a character that HTTP forbids"));
        }
    }
}
