package dev.sanad.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.llm.LlmException;
import dev.sanad.llm.LlmException.Kind;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionVectorsTest {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private final AtomicLong now = new AtomicLong();
    private final AtomicBoolean failing = new AtomicBoolean();
    private final ScriptedEmbedder embedder = new ScriptedEmbedder("test:scripted", question -> {
        if (failing.get()) {
            throw new LlmException(Kind.UNREACHABLE, "cannot be reached");
        }
        return new float[] {0, 1};
    });
    private final QuestionVectors vectors = new QuestionVectors(embedder, PATIENCE, now::get);

    private void passes(Duration time) {
        now.addAndGet(time.toNanos());
    }

    @Test
    void givesTheModelsVectorWithinItsPatience() {
        assertThat(vectors.of("باران")).containsExactly(0, 1);
        assertThat(vectors.model()).isEqualTo("test:scripted");
        assertThat(embedder.asked()).containsExactly("باران");
        assertThat(embedder.patience()).isPositive().isLessThanOrEqualTo(PATIENCE);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -30_000_000_000L, -1, Long.MAX_VALUE - 1_000_000_000L, Long.MIN_VALUE, 1L << 40})
    void aFailingModelIsAskedOnceThenLeftInPeaceAWhile(long clock) {
        now.set(clock);
        failing.set(true);
        try (var log = new Logged(QuestionVectors.class)) {
            for (int i = 0; i < 5; i++) {
                assertThat(vectors.of("باران")).isNull();
            }
            assertThat(embedder.asked()).hasSize(1);
            passes(Duration.ofSeconds(29));
            assertThat(vectors.of("باران")).isNull();
            assertThat(embedder.asked()).hasSize(1);
            passes(Duration.ofSeconds(2));
            assertThat(vectors.of("باران")).isNull();
            assertThat(vectors.of("باران")).isNull();
            assertThat(embedder.asked()).hasSize(2);
            assertThat(log.lines())
                    .containsExactly(
                            "WARN test:scripted gives no vectors (UNREACHABLE: cannot be reached); questions are"
                                    + " answered by their words alone");
        }
    }

    @Test
    void aModelThatIsWellAgainIsAskedEveryTimeAndMayBeLostAnew() {
        try (var log = new Logged(QuestionVectors.class)) {
            failing.set(true);
            assertThat(vectors.of("باران")).isNull();
            failing.set(false);
            assertThat(vectors.of("باران")).as("still in peace").isNull();
            passes(Duration.ofSeconds(31));
            assertThat(vectors.of("باران")).isNotNull();
            assertThat(vectors.of("برف")).isNotNull();
            failing.set(true);
            assertThat(vectors.of("باران")).isNull();

            assertThat(embedder.asked()).hasSize(4);
            assertThat(log.lines()).hasSize(3);
            assertThat(log.lines().get(1)).isEqualTo("INFO test:scripted gives vectors again");
            assertThat(log.lines().get(2)).startsWith("WARN test:scripted gives no vectors");
        }
    }

    @Test
    void theLogHoldsNothingOfTheQuestion() {
        failing.set(true);
        try (var log = new Logged(QuestionVectors.class)) {
            vectors.of("باران");
            assertThat(log.lines()).hasSize(1).noneMatch(line -> line.contains("باران"));
        }
    }

    @Test
    void anInterruptIsRestoredAndBlamesNoModel() {
        var interrupted = new QuestionVectors(
                new ScriptedEmbedder("test:interrupted", question -> {
                    throw new InterruptedException();
                }),
                PATIENCE,
                now::get);
        try (var log = new Logged(QuestionVectors.class)) {
            assertThat(interrupted.of("باران")).isNull();
            assertThat(Thread.interrupted()).isTrue();
            assertThat(log.lines()).isEmpty();
            assertThat(interrupted.of("باران")).isNull();
            assertThat(Thread.interrupted()).as("it was asked again").isTrue();
        }
    }
}
