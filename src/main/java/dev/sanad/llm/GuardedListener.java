package dev.sanad.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a parser and a model's listener: passes events on while all is well, ends the stream at the first
 * failure or after the last event, and reports one end. The parsers log what a listener throws, so nothing is thrown.
 */
final class GuardedListener implements ServerSentEventListener {
    private final ServerSentEventListener listener;
    private final EndableStream stream;
    private final String contentType;
    private StreamEvent.Mark mark = StreamEvent.Mark.GOES_ON;
    private @Nullable RuntimeException failure;
    private boolean understood;

    GuardedListener(ServerSentEventListener listener, EndableStream stream, String contentType) {
        this.listener = listener;
        this.stream = stream;
        this.contentType = contentType;
    }

    @Override
    public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
        boolean over = failure != null || mark == StreamEvent.Mark.LAST;
        if (over || event.data().isBlank()) {
            return;
        }
        try {
            StreamEvent.Mark next = StreamEvent.mark(event);
            mark = next.compareTo(mark) > 0 ? next : mark;
            understood = true;
            listener.onEvent(event, context);
        } catch (JsonProcessingException e) {
            // the last line of a stream that was cut is handed over as far as it came
            failure = new StreamFailure(
                    understood && stream.exhausted()
                            ? Failures.cut()
                            : Failures.malformed("sent an event that is not JSON"));
        } catch (RuntimeException e) {
            failure = e;
        }
        if (failure != null || mark == StreamEvent.Mark.LAST) {
            stream.end();
        }
    }

    @Override
    public void onError(Throwable lostConnection) {
        // the end is reported once the parser returned; without a mark of a proper one it is a cut
    }

    /** To be called once, after the parser returned. */
    void reportEnd() {
        if (failure != null) {
            listener.onError(failure);
        } else if (mark == StreamEvent.Mark.GOES_ON) {
            listener.onError(new StreamFailure(understood ? Failures.cut() : notUnderstood()));
        } else {
            listener.onClose();
        }
    }

    private LlmException notUnderstood() {
        String type = contentType.split(";", 2)[0].strip();
        return type.equals("text/html") || type.equals("application/json")
                ? Failures.malformed("answered with " + type + " in place of a stream; is its base URL right?")
                : Failures.cut();
    }
}
