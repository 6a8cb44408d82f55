package dev.sanad.llm;

import dev.sanad.llm.FetchException.Kind;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.jspecify.annotations.Nullable;

/**
 * Fetches from the web with patience for silence, not for a whole file. Follows redirects itself, since a model hub says a
 * file's checksum in the header {@code X-Linked-Etag} of the reply that points to its storage. It sends no credentials.
 */
final class WebClient {
    private static final int MOST_REDIRECTS = 10;
    private final HttpClient http;
    private final Duration patience;

    /**
     * @param linkedEtag {@code X-Linked-Etag} of the first reply on the way that had it
     * @param body to be closed
     */
    record Reply(int status, HttpHeaders headers, @Nullable String linkedEtag, Body body) implements AutoCloseable {
        /** @throws BrokenOff when it is a status that a moment may cure */
        void failIfPassing() throws BrokenOff {
            if (status == 408 || status == 429 || status >= 500) {
                throw new BrokenOff("answered " + status, true, RetryAfter.in(headers, Instant.now()));
            }
        }

        @Override
        public void close() {
            body.close();
        }
    }

    /** @param patience for a connection, for a reply, and between two pieces of it */
    WebClient(Duration patience) {
        this.patience = patience;
        this.http = HttpClient.newBuilder()
                .connectTimeout(patience)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** @throws FetchException for redirects that lead nowhere */
    Reply get(URI address, Map<String, String> headers) throws BrokenOff, FetchException, InterruptedException {
        URI at = address;
        String linkedEtag = null;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            HttpResponse<Flow.Publisher<List<ByteBuffer>>> response = send(at, headers);
            var body = new Body(response.body(), patience);
            if (linkedEtag == null) {
                linkedEtag = response.headers().firstValue("X-Linked-Etag").orElse(null);
            }
            if (!isRedirect(response.statusCode())) {
                return new Reply(response.statusCode(), response.headers(), linkedEtag, body);
            }
            body.close();
            at = target(at, response.headers().firstValue("Location").orElse(""));
        }
        throw new FetchException(Kind.SOURCE, address + " redirects more than " + MOST_REDIRECTS + " times.");
    }

    private static boolean isRedirect(int status) {
        return switch (status) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
    }

    private static URI target(URI from, String location) throws FetchException {
        try {
            URI to = from.resolve(location);
            boolean web = "https".equals(to.getScheme())
                    || ("http".equals(to.getScheme()) && !"https".equals(from.getScheme()));
            if (web && to.getHost() != null && !location.isEmpty()) {
                return to;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new FetchException(Kind.SOURCE, from + " redirects to what is no safe address: '" + location + "'.");
    }

    private HttpResponse<Flow.Publisher<List<ByteBuffer>>> send(URI address, Map<String, String> headers)
            throws BrokenOff, InterruptedException {
        var request = HttpRequest.newBuilder(address)
                // unencrypted, HTTP/2 begins with an upgrade that many servers refuse
                .version("https".equals(address.getScheme()) ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1)
                .header("User-Agent", "sanad");
        headers.forEach(request::header);
        CompletableFuture<HttpResponse<Flow.Publisher<List<ByteBuffer>>>> reply =
                http.sendAsync(request.build(), BodyHandlers.ofPublisher());
        try {
            return reply.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new BrokenOff("did not answer within " + patience.toMillis() / 1000.0 + " s");
        } catch (ExecutionException e) {
            IOException cause = e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
            boolean connected = !(cause instanceof ConnectException
                    || cause instanceof HttpConnectTimeoutException
                    || cause instanceof SSLException);
            throw new BrokenOff("cannot be reached: " + Failures.reason(cause), connected, null);
        } finally {
            reply.cancel(true);
        }
    }
}
