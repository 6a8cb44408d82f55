package dev.sanad.llm;

import dev.langchain4j.model.chat.response.ChatResponse;

/** What the thread that reads a stream tells the thread that waits for it. */
sealed interface Signal {
    record Text(String piece) implements Signal {}

    /** A piece of reasoning: a sign of life, not shown. */
    record Thinking() implements Signal {}

    record Ended(ChatResponse response) implements Signal {}

    record Failed(LlmException failure) implements Signal {}
}
