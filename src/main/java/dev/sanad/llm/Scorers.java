package dev.sanad.llm;

import dev.sanad.config.Endpoint;
import dev.sanad.config.OnnxFile;
import dev.sanad.config.Reranking;
import dev.sanad.config.Reranking.Source;
import org.jspecify.annotations.Nullable;

/** Makes the {@link Scorer} that is configured. Nothing is logged of texts and scores. */
public final class Scorers {
    private Scorers() {}

    /**
     * Loads nothing and connects to nothing yet.
     *
     * @return null when none is configured
     */
    public static @Nullable Scorer of(Reranking settings) {
        return switch (settings.source()) {
            case Source.None none -> null;
            case Source.InProcess(OnnxFile file) -> new OnnxScorer(file);
            case Source.Remote(Endpoint endpoint) -> {
                var http = new StreamingHttpClientBuilder(endpoint.baseUrl(), settings.timeout());
                yield new RemoteScorer(endpoint.name(), new RerankModel(http.build(), endpoint));
            }
        };
    }
}
