package dev.sanad.llm;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.model.chat.StreamingChatModel;
import dev.sanad.config.Settings.Timeouts;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;

/**
 * A LangChain4j model whose requests run over {@link StreamingHttpClient}. One virtual thread reads the stream while
 * the caller waits for its signals, as long as the timeouts allow; when the caller goes, the reader is interrupted,
 * which closes the connection.
 */
final class StreamingLlm implements Llm {
    /** Pieces that may wait for a caller that is slower than the model. */
    private static final int AHEAD = 256;

    private final String name;
    private final StreamingChatModel model;
    private final Timeouts timeouts;

    StreamingLlm(String name, StreamingChatModel model, Timeouts timeouts) {
        this.name = name;
        this.model = model;
        this.timeouts = timeouts;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public LlmReply stream(List<ChatMessage> messages, Deadline deadline, Consumer<String> onText)
            throws LlmException, InterruptedException {
        List<ChatMessage> prompt = List.copyOf(messages);
        if (prompt.isEmpty()) {
            throw new IllegalArgumentException("a model is asked with at least one message");
        }
        var reception = new Reception(timeouts, deadline, onText);
        var signals = new ArrayBlockingQueue<Signal>(AHEAD);
        Thread reader = Thread.ofVirtual().name("llm " + name).unstarted(() -> read(prompt, signals));
        if (!deadline.passed()) {
            reader.start();
        }
        try {
            return reception.of(signals);
        } finally {
            reader.interrupt();
        }
    }

    private void read(List<ChatMessage> prompt, BlockingQueue<Signal> signals) {
        var relay = new Relay(signals);
        try {
            model.chat(prompt, relay);
        } catch (RuntimeException e) {
            relay.onError(e);
        } finally {
            relay.close();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
