package dev.sanad.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.langchain4j.model.openai.OpenAiChatRequestParameters;
import dev.sanad.config.Endpoint;
import dev.sanad.config.Provider;
import dev.sanad.config.Secret;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is sent to each provider. */
class LlmsTest {
    @ParameterizedTest
    @CsvSource({
        "OPENAI, POST /v1/chat/completions, authorization: Bearer sk-a, '\"max_tokens\" : 77'",
        "ANTHROPIC, POST /v1/messages, x-api-key: sk-a, '\"max_tokens\" : 77'",
        "GEMINI, POST /v1beta/models/m:streamGenerateContent?alt=sse, x-goog-api-key: sk-a, '\"maxOutputTokens\" : 77'",
        "OLLAMA, POST /api/chat, authorization: Bearer sk-a, '\"num_predict\" : 77'",
        "MISTRAL, POST /v1/chat/completions, authorization: Bearer sk-a, '\"max_tokens\" : 77'"
    })
    void addressKeyAndLimitAreSentTheProvidersWay(Wire wire, String line, String key, String limit) throws Exception {
        ScriptedServer.Request request = sent(wire, new Secret("sk-a"), 0.25);

        assertThat(request.head()).startsWith(line + " HTTP/1.1\n").contains(key);
        assertThat(request.body()).contains(limit).contains("\"temperature\" : 0.25");
    }

    @ParameterizedTest
    @EnumSource
    void noTemperatureIsSentWhereNoneIsSet(Wire wire) throws Exception {
        assertThat(sent(wire, null, null).body()).doesNotContain("temperature");
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatAsksForNoKeyNeedsNone(Wire wire) throws Exception {
        assertThat(sent(wire, null, null).body()).contains(Asking.QUESTION);
    }

    @Test
    void ollamaIsGivenRoomForTheWholePrompt() throws Exception {
        assertThat(sent(Wire.OLLAMA, null, null).body()).contains("\"num_ctx\" : 8192");
    }

    @Test
    void openAiItselfIsGivenTheLimitThatItsNewerModelsTake() {
        assertThat(limits("https://api.openai.com/v1"))
                .extracting(OpenAiChatRequestParameters::maxCompletionTokens)
                .isEqualTo(77);
        assertThat(limits("https://api.openai.com/v1"))
                .extracting(OpenAiChatRequestParameters::maxOutputTokens)
                .isNull();
        assertThat(limits("https://openrouter.ai/api/v1"))
                .extracting(OpenAiChatRequestParameters::maxOutputTokens)
                .isEqualTo(77);
        assertThat(limits("https://openrouter.ai/api/v1"))
                .extracting(OpenAiChatRequestParameters::maxCompletionTokens)
                .isNull();
    }

    @Test
    void geminisQuickModelsDoNotReasonAwayTheirLimit() throws Exception {
        assertThat(sent(Wire.GEMINI, "gemini-2.5-flash", null, null).body()).contains("\"thinkingBudget\" : 0");
        assertThat(sent(Wire.GEMINI, "gemini-2.5-pro", null, null).body()).doesNotContain("thinkingBudget");
    }

    @Test
    void theNameTellsProviderAndModel() {
        assertThat(Llms.of(
                                new Endpoint(
                                        Provider.OPENAI, "gpt-4.1-mini", URI.create("http://x"), new Secret("k"), null),
                                77,
                                Asking.PATIENT)
                        .name())
                .isEqualTo("openai:gpt-4.1-mini");
    }

    @Test
    void theExtractiveProviderHasNoModel() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Llms.of(
                        new Endpoint(Provider.EXTRACTIVE, "m", URI.create("http://x"), null, null),
                        77,
                        Asking.PATIENT));
    }

    private static OpenAiChatRequestParameters limits(String baseUrl) {
        var endpoint = new Endpoint(Provider.OPENAI, "m", URI.create(baseUrl), null, null);
        return (OpenAiChatRequestParameters)
                Llms.model(endpoint, 77, Asking.PATIENT).defaultRequestParameters();
    }

    private static ScriptedServer.Request sent(Wire wire, @Nullable Secret key, @Nullable Double temperature)
            throws Exception {
        return sent(wire, "m", key, temperature);
    }

    private static ScriptedServer.Request sent(
            Wire wire, String model, @Nullable Secret key, @Nullable Double temperature) throws Exception {
        try (var server = new ScriptedServer(stage -> stage.answer(500, ""))) {
            var endpoint = new Endpoint(wire.provider, model, server.url().resolve(wire.path + "/"), key, temperature);
            new Asking(Llms.of(endpoint, 77, Asking.PATIENT)).failure();
            return server.request();
        }
    }
}
