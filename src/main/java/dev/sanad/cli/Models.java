package dev.sanad.cli;

import dev.sanad.config.Reranking;
import dev.sanad.config.Settings;
import dev.sanad.llm.Deadline;
import dev.sanad.llm.Embedder;
import dev.sanad.llm.LlmException;
import dev.sanad.llm.Scorer;
import dev.sanad.retrieve.QuestionVectors;
import dev.sanad.retrieve.Reranker;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The models that finding rests on, as they are configured. None is loaded or asked before it is needed. */
final class Models implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Models.class);
    private final Settings settings;
    private final @Nullable Embedder embedder;
    private final @Nullable Scorer scorer;

    Models(Settings settings, @Nullable Embedder embedder, @Nullable Scorer scorer) {
        this.settings = settings;
        this.embedder = embedder;
        this.scorer = scorer;
    }

    /** Null where none is configured or installed. */
    @Nullable Embedder embedder() {
        return embedder;
    }

    /** Null where questions have no vectors. */
    @Nullable QuestionVectors questionVectors() {
        return embedder == null
                ? null
                : new QuestionVectors(embedder, settings.embedding().questionTimeout());
    }

    /** Null where none is configured. */
    @Nullable Reranker reranker() {
        Reranking reranking = settings.reranking();
        return scorer == null ? null : new Reranker(scorer, reranking.depth(), reranking.timeout());
    }

    /** A line each. */
    List<String> about() {
        String embedding = "embedding: " + (embedder == null ? "none" : embedder.name());
        return scorer == null ? List.of(embedding) : List.of(embedding, "reranking: " + scorer.name());
    }

    /** Loads the embedding model in the background, so that the first question need not wait for it. */
    void warmUp() {
        Embedder model = embedder;
        if (model != null) {
            Thread.ofVirtual().name("warm-up").start(() -> warmUp(model));
        }
    }

    private void warmUp(Embedder model) {
        try {
            model.query("سند", Deadline.in(settings.embedding().passagesTimeout()));
        } catch (LlmException e) {
            log.debug("the embedding model did not warm up: {}", e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        try (Embedder first = embedder;
                Scorer second = scorer) {
            log.debug("closing {} and {}", first, second);
        }
    }
}
