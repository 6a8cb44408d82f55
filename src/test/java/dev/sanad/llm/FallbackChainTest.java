package dev.sanad.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.langchain4j.data.message.ChatMessage;
import dev.sanad.llm.LlmException.Kind;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FallbackChainTest {
    private final List<String> asked = new ArrayList<>();
    private final List<Duration> pauses = new ArrayList<>();

    @Test
    void theFirstThatAnswersIsTaken() throws Exception {
        assertThat(run(model("a"), model("b"))).isEqualTo("from a");
        assertThat(asked).containsExactly("a");
    }

    @ParameterizedTest
    @EnumSource(names = {"UNAUTHORIZED", "REJECTED", "TIMEOUT", "STALLED", "EMPTY", "MALFORMED", "RATE_LIMITED"})
    void whatAMomentDoesNotCureGoesToTheNextAtOnce(Kind kind) throws Exception {
        assertThat(run(model("a", failure(kind)), model("b"))).isEqualTo("from b");
        assertThat(asked).containsExactly("a", "b");
        assertThat(pauses).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(names = {"SERVER", "UNREACHABLE", "CUT"})
    void whatAMomentMayCureIsTriedOnceMore(Kind kind) throws Exception {
        assertThat(run(model("a", failure(kind)), model("b"))).isEqualTo("from a");
        assertThat(pauses).containsExactly(Duration.ofMillis(500));
    }

    @Test
    void noEndpointIsAskedAThirdTime() throws Exception {
        assertThat(run(model("a", failure(Kind.SERVER), failure(Kind.SERVER)), model("b")))
                .isEqualTo("from b");
        assertThat(asked).containsExactly("a", "a", "b");
    }

    @ParameterizedTest
    @CsvSource({"RATE_LIMITED, 1000, a", "RATE_LIMITED, 1001, b", "SERVER, 1000, a", "SERVER, 1001, b", "SERVER, 0, a"})
    void aShortWaitIsWaitedBeforeTheNext(Kind kind, long millis, String answering) throws Exception {
        assertThat(run(model("a", failure(kind, millis)), model("b"))).isEqualTo("from " + answering);
        assertThat(pauses).hasSize(answering.equals("a") ? 1 : 0);
    }

    @Test
    void theLastIsWaitedForLonger() throws Exception {
        assertThat(run(model("a", failure(Kind.REJECTED)), model("b", failure(Kind.RATE_LIMITED, 5000))))
                .isEqualTo("from b");
        assertThat(pauses).containsExactly(Duration.ofSeconds(5));
    }

    @Test
    void theLastIsNotWaitedForTooLong() {
        assertThat(failure(model("a", failure(Kind.RATE_LIMITED, 5001))).failures())
                .hasSize(1);
        assertThat(pauses).isEmpty();
    }

    @Test
    void noWaitIsBegunThatTheDeadlineWouldEnd() {
        var chain = chain(Duration.ofSeconds(3), model("a", failure(Kind.RATE_LIMITED, 4000)));

        assertThat(catchThrowableOfType(ChainFailure.class, () -> chain.run(this::attempt, () -> true))
                        .failures())
                .hasSize(1);
        assertThat(pauses).isEmpty();
    }

    @Test
    void afterTheDeadlineNobodyElseIsAsked() {
        assertThat(failure(model("a", failure(Kind.DEADLINE)), model("b")).failures())
                .hasSize(1);
        assertThat(asked).containsExactly("a");
    }

    @Test
    void allShareOneDeadline() throws Exception {
        var deadlines = new ArrayList<Deadline>();
        chain(Asking.LONG, model("a", failure(Kind.EMPTY)), model("b"))
                .run(
                        (llm, deadline) -> {
                            deadlines.add(deadline);
                            return attempt(llm, deadline);
                        },
                        () -> true);

        assertThat(deadlines).hasSize(2);
        assertThat(deadlines.getFirst()).isSameAs(deadlines.getLast());
        assertThat(deadlines.getFirst().remaining()).isLessThanOrEqualTo(Asking.LONG);
    }

    @Test
    void whatHasBeenShownIsNotBegunAnew() {
        var chain = chain(Asking.LONG, model("a", failure(Kind.CUT)), model("b"));

        ChainFailure failure = catchThrowableOfType(ChainFailure.class, () -> chain.run(this::attempt, () -> false));

        assertThat(failure.failures()).hasSize(1);
        assertThat(asked).containsExactly("a");
    }

    @Test
    void aFailureNamesEveryEndpointAndWhatItDid() {
        ChainFailure failure = failure(model("a", failure(Kind.REJECTED)), model("b", failure(Kind.TIMEOUT)));

        assertThat(failure).hasMessage("a did REJECTED; b did TIMEOUT");
        assertThat(failure.failures())
                .extracting(each -> each.llm() + " " + each.failure().kind())
                .containsExactly("a REJECTED", "b TIMEOUT");
    }

    @Test
    void aWaitCanBeInterrupted() throws Exception {
        var failed = new CountDownLatch(1);
        var thrown = new CompletableFuture<Exception>();
        Thread caller = Thread.ofVirtual().start(() -> {
            try {
                new FallbackChain(List.of(model("a", failure(Kind.RATE_LIMITED, 5000))), Asking.LONG)
                        .run(this::attempt, () -> {
                            failed.countDown();
                            return true;
                        });
            } catch (ChainFailure | InterruptedException e) {
                thrown.complete(e);
            }
        });
        assertThat(failed.await(20, TimeUnit.SECONDS)).isTrue();
        caller.interrupt();

        assertThat(thrown.get(20, TimeUnit.SECONDS)).isInstanceOf(InterruptedException.class);
    }

    @Test
    void aChainNeedsAnEndpoint() {
        assertThatIllegalArgumentException().isThrownBy(() -> new FallbackChain(List.of(), Asking.LONG));
    }

    private String run(Llm... llms) throws ChainFailure, InterruptedException {
        return chain(Asking.LONG, llms).run(this::attempt, () -> true);
    }

    private ChainFailure failure(Llm... llms) {
        return catchThrowableOfType(ChainFailure.class, () -> run(llms));
    }

    private FallbackChain chain(Duration total, Llm... llms) {
        return new FallbackChain(List.of(llms), total, pauses::add);
    }

    private String attempt(Llm llm, Deadline deadline) throws LlmException, InterruptedException {
        return llm.stream(Asking.PROMPT, deadline, piece -> {}).text();
    }

    private Llm model(String name, LlmException... failures) {
        return new Scripted(name, new ArrayDeque<>(List.of(failures)));
    }

    private static LlmException failure(Kind kind) {
        return new LlmException(kind, "did " + kind);
    }

    private static LlmException failure(Kind kind, long retryAfterMillis) {
        return new LlmException(kind, "did " + kind, Duration.ofMillis(retryAfterMillis));
    }

    /** Fails as told, then answers. */
    private final class Scripted implements Llm {
        private final String name;
        private final Deque<LlmException> failures;

        Scripted(String name, Deque<LlmException> failures) {
            this.name = name;
            this.failures = failures;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public LlmReply stream(List<ChatMessage> messages, Deadline deadline, Consumer<String> onText)
                throws LlmException {
            asked.add(name);
            @Nullable LlmException failure = failures.poll();
            if (failure != null) {
                throw failure;
            }
            return new LlmReply("from " + name, null, null, false);
        }
    }
}
