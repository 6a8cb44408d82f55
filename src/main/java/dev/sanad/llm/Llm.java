package dev.sanad.llm;

import dev.langchain4j.data.message.ChatMessage;
import java.util.List;
import java.util.function.Consumer;

/** One model at one endpoint. Blocks: call it on a virtual thread. Safe for many threads at once. */
public interface Llm {
    /** Such as {@code openai:gpt-4.1-mini}; holds no secret. */
    String name();

    /**
     * Streams a reply. Asks once: trying again is {@link FallbackChain}'s to decide.
     *
     * @param onText hears each piece of the reply, in order, on the calling thread; reasoning is left out
     * @return once the model ended its reply properly
     * @throws LlmException when it did not; the pieces that came before were already handed over
     * @throws InterruptedException when the calling thread is interrupted; the request is cancelled
     */
    LlmReply stream(List<ChatMessage> messages, Deadline deadline, Consumer<String> onText)
            throws LlmException, InterruptedException;
}
