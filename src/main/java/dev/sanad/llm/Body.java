package dev.sanad.llm;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The body of a reply, piece by piece, by a reader who does not wait for ever. Closing it early closes the connection. */
final class Body implements AutoCloseable, Flow.Subscriber<List<ByteBuffer>> {
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Duration patience;
    private Flow.@Nullable Subscription subscription;
    private boolean closed;

    private sealed interface Event {
        record Piece(List<ByteBuffer> buffers) implements Event {}

        record Failed() implements Event {}

        record Ended() implements Event {}
    }

    /** @param patience how long to wait for the next piece */
    Body(Flow.Publisher<List<ByteBuffer>> publisher, Duration patience) {
        this.patience = patience;
        publisher.subscribe(this);
    }

    /**
     * Null at the end.
     *
     * @throws BrokenOff when the connection is lost, or nothing comes
     */
    @Nullable List<ByteBuffer> next() throws BrokenOff, InterruptedException {
        return switch (events.poll(patience.toMillis(), TimeUnit.MILLISECONDS)) {
            case null -> throw new BrokenOff("fell silent for " + patience.toMillis() / 1000.0 + " s");
            case Event.Piece piece -> {
                request();
                yield piece.buffers();
            }
            case Event.Failed failed -> throw new BrokenOff("broke off");
            case Event.Ended ended -> null;
        };
    }

    /** What is left of it, as text, to a limit in bytes. */
    String text(int limit) throws BrokenOff, InterruptedException {
        var text = new ByteArrayOutputStream();
        for (List<ByteBuffer> piece = next(); piece != null && text.size() < limit; piece = next()) {
            for (ByteBuffer buffer : piece) {
                byte[] bytes = new byte[buffer.remaining()];
                buffer.get(bytes);
                text.writeBytes(bytes);
            }
        }
        return text.toString(StandardCharsets.UTF_8);
    }

    @Override
    public synchronized void onSubscribe(Flow.Subscription given) {
        if (closed) {
            given.cancel();
            return;
        }
        subscription = given;
        given.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> buffers) {
        events.add(new Event.Piece(buffers));
    }

    @Override
    public void onError(Throwable failure) {
        events.add(new Event.Failed());
    }

    @Override
    public void onComplete() {
        events.add(new Event.Ended());
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (subscription != null) {
            subscription.cancel();
        }
    }

    private synchronized void request() {
        if (subscription != null) {
            subscription.request(1);
        }
    }
}
