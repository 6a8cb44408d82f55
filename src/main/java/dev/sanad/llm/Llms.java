package dev.sanad.llm;

import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.anthropic.AnthropicStreamingChatModel;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.langchain4j.model.googleai.GeminiThinkingConfig;
import dev.langchain4j.model.googleai.GoogleAiGeminiStreamingChatModel;
import dev.langchain4j.model.mistralai.MistralAiStreamingChatModel;
import dev.langchain4j.model.ollama.OllamaStreamingChatModel;
import dev.langchain4j.model.openai.OpenAiStreamingChatModel;
import dev.sanad.config.Endpoint;
import dev.sanad.config.Provider;
import dev.sanad.config.Secret;
import dev.sanad.config.Settings;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes the {@link Llm} of an endpoint. Reasoning is asked to be reported apart from the text, so that it counts as a
 * sign of life and is shown to nobody. Nothing is logged of requests and replies.
 */
public final class Llms {
    /** Sent where there is no key: LangChain4j demands one even for servers that ask for none. */
    private static final String NO_KEY = "none";

    /**
     * Tokens of prompt and reply together that Ollama is asked to hold: beyond its own default of 4096 it silently
     * forgets the beginning of a prompt, and evidence in Persian comes close to that.
     */
    private static final int OLLAMA_CONTEXT = 8192;

    private static final int FEW_TOKENS = 64;

    private Llms() {}

    /**
     * Connects to nothing yet.
     *
     * @param maxTokens the longest reply
     */
    public static Llm of(Endpoint endpoint, int maxTokens, Settings.Timeouts timeouts) {
        return new StreamingLlm(endpoint.name(), model(endpoint, maxTokens, timeouts), timeouts);
    }

    /**
     * Asks a model for one word, to see whether it answers.
     *
     * @throws LlmException saying why it does not
     */
    public static void check(Endpoint endpoint, Settings.Timeouts timeouts) throws LlmException, InterruptedException {
        of(endpoint, FEW_TOKENS, timeouts).stream(
                List.of(UserMessage.from("Say OK.")), Deadline.in(timeouts.total()), piece -> {});
    }

    static StreamingChatModel model(Endpoint endpoint, int maxTokens, Settings.Timeouts timeouts) {
        // half the first-token time to connect tells a host that is not there from a model that is slow
        var http = new StreamingHttpClientBuilder(
                endpoint.baseUrl(), timeouts.firstToken().dividedBy(2));
        return switch (endpoint.provider()) {
            case OPENAI -> openAi(endpoint, maxTokens, http);
            case ANTHROPIC -> anthropic(endpoint, maxTokens, http);
            case GEMINI -> gemini(endpoint, maxTokens, http);
            case OLLAMA -> ollama(endpoint, maxTokens, http);
            case MISTRAL -> mistral(endpoint, maxTokens, http);
            case EXTRACTIVE, COHERE, JINA, VOYAGE ->
                throw new IllegalArgumentException(endpoint.provider().spelled() + " has no model that writes");
        };
    }

    /** OpenAI's newer models refuse {@code max_tokens}; servers that are merely compatible know nothing else. */
    private static StreamingChatModel openAi(Endpoint endpoint, int maxTokens, StreamingHttpClientBuilder http) {
        boolean openAi = hostOf(endpoint.baseUrl()).equals(hostOf(URI.create(defaultUrl(Provider.OPENAI))));
        var builder = OpenAiStreamingChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(url(endpoint))
                .apiKey(key(endpoint))
                .modelName(endpoint.model())
                .temperature(endpoint.temperature())
                .returnThinking(true);
        return (openAi ? builder.maxCompletionTokens(maxTokens) : builder.maxTokens(maxTokens)).build();
    }

    private static StreamingChatModel anthropic(Endpoint endpoint, int maxTokens, StreamingHttpClientBuilder http) {
        return AnthropicStreamingChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(url(endpoint))
                .apiKey(key(endpoint))
                .modelName(endpoint.model())
                .temperature(endpoint.temperature())
                .maxTokens(maxTokens)
                .returnThinking(true)
                .build();
    }

    /** Gemini counts reasoning as reply; where it can be turned off it is, or little of the limit is left for text. */
    private static StreamingChatModel gemini(Endpoint endpoint, int maxTokens, StreamingHttpClientBuilder http) {
        var builder = GoogleAiGeminiStreamingChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(url(endpoint))
                .apiKey(key(endpoint))
                .modelName(endpoint.model())
                .temperature(endpoint.temperature())
                .maxOutputTokens(maxTokens)
                .returnThinking(true);
        if (endpoint.model().startsWith("gemini-2.5-flash")) {
            builder.thinkingConfig(
                    GeminiThinkingConfig.builder().thinkingBudget(0).build());
        }
        return builder.build();
    }

    private static StreamingChatModel ollama(Endpoint endpoint, int maxTokens, StreamingHttpClientBuilder http) {
        return OllamaStreamingChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(url(endpoint))
                .customHeaders(bearer(endpoint))
                .modelName(endpoint.model())
                .temperature(endpoint.temperature())
                .numPredict(maxTokens)
                .numCtx(OLLAMA_CONTEXT)
                .returnThinking(true)
                .build();
    }

    private static StreamingChatModel mistral(Endpoint endpoint, int maxTokens, StreamingHttpClientBuilder http) {
        return MistralAiStreamingChatModel.builder()
                .httpClientBuilder(http)
                .baseUrl(url(endpoint))
                .apiKey(key(endpoint))
                .modelName(endpoint.model())
                .temperature(endpoint.temperature())
                .maxTokens(maxTokens)
                .returnThinking(true)
                .build();
    }

    static String url(Endpoint endpoint) {
        return endpoint.baseUrl().toString().replaceAll("/+$", "");
    }

    static String key(Endpoint endpoint) {
        Secret key = endpoint.apiKey();
        return key == null ? NO_KEY : key.reveal();
    }

    /** For where LangChain4j takes no key. */
    static Map<String, String> bearer(Endpoint endpoint) {
        Secret key = endpoint.apiKey();
        return key == null ? Map.of() : Map.of("Authorization", "Bearer " + key.reveal());
    }

    private static String defaultUrl(Provider provider) {
        @Nullable String url = provider.defaultBaseUrl();
        return url == null ? "" : url;
    }

    private static String hostOf(URI url) {
        return url.getHost() == null ? "" : url.getHost();
    }
}
