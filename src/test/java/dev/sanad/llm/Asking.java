package dev.sanad.llm;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.sanad.config.Endpoint;
import dev.sanad.config.Provider;
import dev.sanad.config.Secret;
import dev.sanad.config.Settings.Timeouts;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Asks a model the same thing every time and keeps what it said. */
final class Asking {
    static final String KEY = "sk-test-0123456789";
    static final String QUESTION = "What did the minister say?";
    static final Duration LONG = Duration.ofSeconds(30);
    static final Duration SHORT = Duration.ofMillis(300);
    static final Timeouts PATIENT = new Timeouts(LONG, LONG, LONG);
    static final List<ChatMessage> PROMPT =
            List.of(SystemMessage.from("Answer from the evidence."), UserMessage.from(QUESTION));

    final List<String> pieces = new ArrayList<>();
    private final Llm llm;

    Asking(Llm llm) {
        this.llm = llm;
    }

    static Asking of(Wire wire, URI server, Timeouts timeouts) {
        return new Asking(Llms.of(endpoint(wire.provider, server.resolve(wire.path)), 100, timeouts));
    }

    static Endpoint endpoint(Provider provider, URI baseUrl) {
        return new Endpoint(provider, "m", baseUrl, new Secret(KEY), null);
    }

    LlmReply reply() throws LlmException, InterruptedException {
        return llm.stream(PROMPT, Deadline.in(LONG), pieces::add);
    }

    LlmException failure() {
        return failure(Deadline.in(LONG));
    }

    LlmException failure(Deadline deadline) {
        return catchThrowableOfType(LlmException.class, () -> llm.stream(PROMPT, deadline, pieces::add));
    }
}
