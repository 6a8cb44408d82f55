package dev.sanad.llm;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.chat.response.PartialThinking;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;
import java.util.concurrent.BlockingQueue;

/**
 * Turns what a model reports into signals, of which the last and only the last is an end. A full queue makes the model
 * wait. Of the reading thread.
 */
final class Relay implements StreamingChatResponseHandler {
    private final BlockingQueue<Signal> signals;
    private boolean over;

    Relay(BlockingQueue<Signal> signals) {
        this.signals = signals;
    }

    @Override
    public void onPartialResponse(String piece) {
        put(new Signal.Text(piece));
    }

    @Override
    public void onPartialThinking(PartialThinking thinking) {
        put(new Signal.Thinking());
    }

    @Override
    public void onUnmappedRawEvent(Object event) {
        if (StreamEvent.thinks(event)) {
            put(new Signal.Thinking());
        }
    }

    @Override
    public void onCompleteResponse(ChatResponse response) {
        end(new Signal.Ended(response));
    }

    @Override
    public void onError(Throwable error) {
        end(new Signal.Failed(Failures.of(error)));
    }

    /** Nothing more will be reported; without an end so far, there was none. */
    void close() {
        end(new Signal.Failed(Failures.cut()));
    }

    private void end(Signal signal) {
        put(signal);
        over = true;
    }

    private void put(Signal signal) {
        if (over) {
            return;
        }
        try {
            signals.put(signal);
        } catch (InterruptedException e) {
            over = true; // nobody waits any more
            Thread.currentThread().interrupt();
        }
    }
}
