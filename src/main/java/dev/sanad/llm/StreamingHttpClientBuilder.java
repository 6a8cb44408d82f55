package dev.sanad.llm;

import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpClientBuilder;
import java.net.URI;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpClient.Version;
import java.time.Duration;

/**
 * Gives LangChain4j's models our client for one endpoint. The time to connect is ours: they would overwrite it with
 * theirs.
 */
final class StreamingHttpClientBuilder implements HttpClientBuilder {
    private final URI baseUrl;
    private final Duration connectTimeout;
    private Duration readTimeout;

    StreamingHttpClientBuilder(URI baseUrl, Duration connectTimeout, Duration readTimeout) {
        this.baseUrl = baseUrl;
        this.connectTimeout = connectTimeout;
        this.readTimeout = readTimeout;
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
    public Duration readTimeout() {
        return readTimeout;
    }

    @Override
    public HttpClientBuilder readTimeout(Duration timeout) {
        readTimeout = timeout;
        return this;
    }

    @Override
    public HttpClient build() {
        return new StreamingHttpClient(
                java.net.http.HttpClient.newBuilder()
                        .connectTimeout(connectTimeout)
                        .followRedirects(Redirect.NEVER)
                        // unencrypted, HTTP/2 begins with an upgrade that many local model servers refuse
                        .version("https".equals(baseUrl.getScheme()) ? Version.HTTP_2 : Version.HTTP_1_1)
                        .build(),
                readTimeout);
    }
}
