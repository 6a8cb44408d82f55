package dev.sanad.config;

import org.jspecify.annotations.Nullable;

/** Who can write answers, with what is used where the configuration leaves a setting empty. */
public enum Provider {
    EXTRACTIVE(null, null, null),
    OPENAI("gpt-4.1-mini", "https://api.openai.com/v1", "OPENAI_API_KEY"),
    ANTHROPIC("claude-haiku-4-5", "https://api.anthropic.com/v1", "ANTHROPIC_API_KEY"),
    GEMINI("gemini-2.5-flash", "https://generativelanguage.googleapis.com/v1beta", "GEMINI_API_KEY"),
    OLLAMA("gemma3", "http://localhost:11434", null),
    MISTRAL("mistral-small-latest", "https://api.mistral.ai/v1", "MISTRAL_API_KEY");

    private final @Nullable String model;
    private final @Nullable String baseUrl;
    private final @Nullable String apiKeyVariable;

    Provider(@Nullable String model, @Nullable String baseUrl, @Nullable String apiKeyVariable) {
        this.model = model;
        this.baseUrl = baseUrl;
        this.apiKeyVariable = apiKeyVariable;
    }

    public @Nullable String defaultModel() {
        return model;
    }

    public @Nullable String defaultBaseUrl() {
        return baseUrl;
    }

    /** Null where the provider asks for no key. */
    public @Nullable String defaultApiKeyVariable() {
        return apiKeyVariable;
    }
}
