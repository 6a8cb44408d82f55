package dev.sanad.llm;

import dev.langchain4j.model.chat.response.ChatResponse;
import dev.langchain4j.model.output.FinishReason;
import dev.langchain4j.model.output.TokenUsage;
import dev.sanad.config.Settings.Timeouts;
import dev.sanad.llm.LlmException.Kind;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Receives one reply. The first-token time runs from the request to the first piece of text or reasoning, whatever
 * else the server sends meanwhile; the stall time from each piece to the next. Time that the listener takes counts for
 * neither, only for the deadline.
 */
final class Reception {
    private final Timeouts timeouts;
    private final Deadline deadline;
    private final Consumer<String> onText;
    private final ThinkFilter filter = new ThinkFilter();
    private final StringBuilder text = new StringBuilder();
    private boolean begun;
    private Deadline patience;

    Reception(Timeouts timeouts, Deadline deadline, Consumer<String> onText) {
        this.timeouts = timeouts;
        this.deadline = deadline;
        this.onText = onText;
        patience = Deadline.in(timeouts.firstToken());
    }

    LlmReply of(BlockingQueue<Signal> signals) throws LlmException, InterruptedException {
        while (true) {
            switch (next(signals)) {
                case Signal.Text(String piece) -> handOver(filter.accept(piece));
                case Signal.Thinking() -> {}
                case Signal.Failed(LlmException failure) -> throw failure;
                case Signal.Ended(ChatResponse response) -> {
                    handOver(filter.finish());
                    return reply(response);
                }
            }
            begun = true;
            patience = Deadline.in(timeouts.stall());
        }
    }

    private Signal next(BlockingQueue<Signal> signals) throws LlmException, InterruptedException {
        long nanos =
                Math.min(patience.remaining().toNanos(), deadline.remaining().toNanos());
        Signal signal = deadline.passed() ? null : signals.poll(nanos, TimeUnit.NANOSECONDS);
        if (signal != null) {
            return signal;
        }
        if (deadline.passed()) {
            throw new LlmException(Kind.DEADLINE, "did not finish in the time that an answer may take");
        }
        throw begun
                ? new LlmException(Kind.STALLED, "fell silent for " + seconds(timeouts.stall()))
                : new LlmException(Kind.TIMEOUT, "sent no text within " + seconds(timeouts.firstToken()));
    }

    private void handOver(String piece) {
        if (!piece.isEmpty()) {
            text.append(piece);
            onText.accept(piece);
        }
    }

    private LlmReply reply(ChatResponse response) throws LlmException {
        if (text.toString().isBlank()) {
            throw new LlmException(Kind.EMPTY, "ended its reply without any text");
        }
        TokenUsage usage = response.tokenUsage();
        FinishReason reason = response.finishReason();
        return new LlmReply(
                text.toString(),
                usage == null ? null : positive(usage.inputTokenCount()),
                usage == null ? null : positive(usage.outputTokenCount()),
                reason == FinishReason.LENGTH || reason == FinishReason.CONTENT_FILTER);
    }

    /** LangChain4j counts zero where a server counts nothing. */
    private static @Nullable Integer positive(@Nullable Integer count) {
        return count == null || count <= 0 ? null : count;
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() % 1000 == 0 ? duration.toSeconds() + " s" : duration.toMillis() + " ms";
    }
}
