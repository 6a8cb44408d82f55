package dev.sanad.config;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Who serves models, with what is used where the configuration leaves a setting empty. */
public enum Provider {
    EXTRACTIVE(null, null, null, null, null),
    OPENAI("https://api.openai.com/v1", "OPENAI_API_KEY", "gpt-4.1-mini", "text-embedding-3-small", null),
    ANTHROPIC("https://api.anthropic.com/v1", "ANTHROPIC_API_KEY", "claude-haiku-4-5", null, null),
    GEMINI(
            "https://generativelanguage.googleapis.com/v1beta",
            "GEMINI_API_KEY",
            "gemini-2.5-flash",
            "gemini-embedding-001",
            null),
    OLLAMA("http://localhost:11434", null, "gemma3", "bge-m3", null),
    MISTRAL("https://api.mistral.ai/v1", "MISTRAL_API_KEY", "mistral-small-latest", "mistral-embed", null),
    COHERE("https://api.cohere.com/v2", "COHERE_API_KEY", null, null, "rerank-v3.5"),
    JINA("https://api.jina.ai/v1", "JINA_API_KEY", null, null, "jina-reranker-v2-base-multilingual"),
    VOYAGE("https://api.voyageai.com/v1", "VOYAGE_API_KEY", null, null, "rerank-2.5");

    private final @Nullable String baseUrl;
    private final @Nullable String apiKeyVariable;
    private final @Nullable String writer;
    private final @Nullable String embedder;
    private final @Nullable String reranker;

    Provider(
            @Nullable String baseUrl,
            @Nullable String apiKeyVariable,
            @Nullable String writer,
            @Nullable String embedder,
            @Nullable String reranker) {
        this.baseUrl = baseUrl;
        this.apiKeyVariable = apiKeyVariable;
        this.writer = writer;
        this.embedder = embedder;
        this.reranker = reranker;
    }

    /** Those that serve models for a task, as the configuration spells them. */
    static List<String> namesFor(Task task) {
        return Arrays.stream(values())
                .filter(provider -> provider.defaultModel(task) != null)
                .map(Provider::spelled)
                .toList();
    }

    /** As the configuration spells it. */
    public String spelled() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Null where the provider serves no model for this task. */
    public @Nullable String defaultModel(Task task) {
        return switch (task) {
            case WRITING -> writer;
            case EMBEDDING -> embedder;
            case RERANKING -> reranker;
        };
    }

    public @Nullable String defaultBaseUrl() {
        return baseUrl;
    }

    /** Null where the provider asks for no key. */
    public @Nullable String defaultApiKeyVariable() {
        return apiKeyVariable;
    }
}
