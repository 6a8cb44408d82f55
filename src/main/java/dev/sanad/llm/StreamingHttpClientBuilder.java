package dev.sanad.llm;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.net.URI;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Gives LangChain4j's models our client for one endpoint. The times are ours: they would overwrite them with theirs. How long
 * a reply may take is the caller's, who interrupts.
 */
final class StreamingHttpClientBuilder implements HttpClientBuilder {
    private final URI baseUrl;
    private final Duration connectTimeout;

    StreamingHttpClientBuilder(URI baseUrl, Duration connectTimeout) {
        this.baseUrl = baseUrl;
        this.connectTimeout = connectTimeout;
    }

    @Override
    public Duration connectTimeout() {
        return connectTimeout;
    }

    @Override
    public HttpClientBuilder connectTimeout(Duration timeout) {
        return this;
    }

    @Override
    public @Nullable Duration readTimeout() {
        return null;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
        return this;
    }

    @Override
    public HttpClient build() {
        return new StreamingHttpClient(java.net.http.HttpClient.newBuilder()
                .connectTimeout(connectTimeout)
                .followRedirects(Redirect.NEVER)
                // unencrypted, HTTP/2 begins with an upgrade that many local model servers refuse
                .version("https".equals(baseUrl.getScheme()) ? Version.HTTP_2 : Version.HTTP_1_1)
                .build());
    }
}
