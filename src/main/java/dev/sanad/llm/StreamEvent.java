package dev.sanad.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import org.jspecify.annotations.Nullable;

/** Reads off an event what LangChain4j does not tell: proper ends, errors, and reasoning in unusual fields. */
final class StreamEvent {
    private static final JsonMapper JSON = new JsonMapper();

    /** Where in its reply a stream is. */
    enum Mark {
        GOES_ON,
        /** The model has ended; its usage may follow. */
        ENDED,
        /** Nothing follows. */
        LAST
    }

    private StreamEvent() {}

    /**
     * @throws StreamFailure when the event reports an error
     * @throws JsonProcessingException when it is no JSON object
     */
    static Mark mark(ServerSentEvent event) throws JsonProcessingException {
        if (event.data().strip().equals("[DONE]")) {
            return Mark.LAST;
        }
        JsonNode json = JSON.readTree(event.data());
        if (!json.isObject()) {
            throw new StreamFailure(Failures.malformed("sent an event that is no JSON object"));
        }
        JsonNode error = error(json);
        if (error != null) {
            throw new StreamFailure(Failures.event(error));
        }
        if (json.path("type").asText().equals("message_stop")
                || json.path("done").asBoolean()) {
            return Mark.LAST;
        }
        boolean ended = json.at("/choices/0").hasNonNull("finish_reason")
                || json.at("/candidates/0").hasNonNull("finishReason")
                || json.at("/promptFeedback").hasNonNull("blockReason");
        return ended ? Mark.ENDED : Mark.GOES_ON;
    }

    /** Whether an event that LangChain4j made nothing of carries reasoning: {@code "delta":{"reasoning":"…"}}. */
    static boolean thinks(Object raw) {
        if (!(raw instanceof ServerSentEvent event)) {
            return false;
        }
        try {
            return !JSON.readTree(event.data())
                    .at("/choices/0/delta/reasoning")
                    .asText()
                    .isEmpty();
        } catch (JsonProcessingException e) {
            return false;
        }
    }

    private static @Nullable JsonNode error(JsonNode json) {
        JsonNode error = json.path("error");
        if (error.isObject() || (error.isTextual() && !error.textValue().isEmpty())) {
            return error;
        }
        boolean isError = json.path("object").asText().equals("error")
                || json.at("/choices/0/finish_reason").asText().equals("error");
        return isError ? json : null;
    }
}
