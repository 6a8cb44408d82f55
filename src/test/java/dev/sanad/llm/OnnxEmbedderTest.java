package dev.sanad.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.sanad.config.Embedding;
import dev.sanad.config.Embedding.Pooling;
import dev.sanad.config.OnnxFile;
import dev.sanad.llm.LlmException.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A real model, in process: all-MiniLM-L6-v2. */
class OnnxEmbedderTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private static Path folder;

    private static OnnxFile file;
    private static Embedder embedder;

    @BeforeAll
    static void unpack() throws IOException {
        file = OnnxModels.miniLm(folder);
        embedder = embedder(OnnxModels.inProcess(file));
    }

    @AfterAll
    static void close() {
        embedder.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Who won the football match?  | The home team beat its guests in the final.     | The price of bread has risen again.
        How much does bread cost?    | The price of a loaf has risen by ten percent.   | The home team beat its guests in the final.
        Where did the earth shake?   | An earthquake hit the north of the country.     | Parliament voted on the budget.
        """)
    void aQuestionIsNearerToWhatAnswersItThanToWhatDoesNot(String question, String answer, String other)
            throws Exception {
        float[] asked = embedder.query(question, Deadline.in(LONG));
        List<float[]> passages = embedder.passages(List.of(answer, other), Deadline.in(LONG));

        assertThat(OnnxModels.cosine(asked, passages.get(0)))
                .isGreaterThan(OnnxModels.cosine(asked, passages.get(1)) + 0.1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "\n\t",
                "\u200c",
                "؟!",
                "\u0000",
                "\ud83d",
                "a\ud83d b\udc4d",
                "👍🏽",
                "[CLS] [SEP] [PAD] <mask>",
                "\ufeff\u202e",
                "ﷺ",
                "سلام"
            })
    void thereIsAVectorOfUnitLengthForEveryText(String text) throws Exception {
        List<float[]> vectors = embedder.passages(List.of(text), Deadline.in(LONG));

        assertThat(OnnxModels.cosine(vectors.getFirst(), vectors.getFirst())).isCloseTo(1, within(1e-5));
        assertThat(embedder.query(text, Deadline.in(LONG))).hasSize(384);
    }

    @Test
    void thereIsAVectorForRandomText() throws Exception {
        var random = new Random(4);
        for (int i = 0; i < 300; i++) {
            String text = random.ints(random.nextInt(40), 0, 0x30000)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();

            assertThat(embedder.query(text, Deadline.in(LONG))).as(text).hasSize(384);
        }
    }

    @Test
    void aTextThatIsTooLongIsAveragedAndThenCut() throws Exception {
        String match = "The home team beat its guests in the final of the football cup. ";
        float[] once = embedder.passages(List.of(match), Deadline.in(LONG)).getFirst();
        List<float[]> vectors = embedder.passages(
                List.of(match.repeat(100), match.repeat(100) + "Bread is dear. ".repeat(50_000), "x".repeat(1_000_000)),
                Deadline.in(LONG));

        assertThat(OnnxModels.cosine(once, vectors.get(0))).isGreaterThan(0.75);
        assertThat(OnnxModels.cosine(once, vectors.get(1))).isGreaterThan(0.5);
    }

    @Test
    void manyThreadsGetWhatOneGets() throws Exception {
        var texts = new ArrayList<String>();
        for (int i = 0; i < 64; i++) {
            texts.add("Article " + i + " tells of the year " + (1900 + i) + ", and of much else. ".repeat(i % 7));
        }
        List<float[]> alone = embedder.passages(texts, Deadline.in(LONG));

        try (var threads = Executors.newFixedThreadPool(4);
                Embedder another = embedder(OnnxModels.inProcess(file))) {
            List<Future<float[]>> found = texts.stream()
                    .map(text -> threads.submit(() ->
                            another.passages(List.of(text), Deadline.in(LONG)).getFirst()))
                    .toList();
            for (int i = 0; i < texts.size(); i++) {
                assertThat(OnnxModels.cosine(alone.get(i), found.get(i).get())).isCloseTo(1, within(1e-4));
            }
        }
    }

    @Test
    void noTextsHaveNoVectors() throws Exception {
        assertThat(embedder.passages(List.of(), Deadline.in(LONG))).isEmpty();
    }

    @Test
    void poolingIsTheModelsBusinessAndStandsInTheName() throws Exception {
        var settings = OnnxModels.settings(new Embedding.Source.InProcess(file, Pooling.CLS), null, null);
        try (Embedder cls = embedder(settings)) {
            assertThat(cls.name()).isEqualTo(embedder.name() + ":cls");
            float[] vector = cls.query("bread", Deadline.in(LONG));

            assertThat(OnnxModels.cosine(vector, embedder.query("bread", Deadline.in(LONG))))
                    .isLessThan(0.99);
        }
    }

    @Test
    void aPassedDeadlineIsAFailure() {
        LlmException failure = catchThrowableOfType(
                LlmException.class, () -> embedder.passages(List.of("bread"), Deadline.in(Duration.ZERO)));

        assertThat(failure.kind()).isEqualTo(Kind.DEADLINE);
    }

    @Test
    void anInterruptedCallerGetsNoVector() {
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> embedder.query("bread", Deadline.in(LONG))).isInstanceOf(InterruptedException.class);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aDamagedFileFailsWhenTheModelIsFirstUsed(boolean modelIsDamaged, @TempDir Path other) throws Exception {
        OnnxFile whole = OnnxModels.miniLm(other);
        Files.writeString(modelIsDamaged ? whole.model() : whole.tokenizer(), "{\"no\": \"model\"}");
        try (Embedder damaged = embedder(OnnxModels.inProcess(whole))) {
            LlmException failure =
                    catchThrowableOfType(LlmException.class, () -> damaged.query("bread", Deadline.in(LONG)));

            assertThat(failure.kind()).isEqualTo(Kind.REJECTED);
            assertThat(failure).hasMessageContaining("cannot be loaded: its model or tokenizer file is damaged");
        }
    }

    @Test
    void aClosedModelIsNotUsedAgain() throws Exception {
        Embedder closed = embedder(OnnxModels.inProcess(file));
        closed.query("bread", Deadline.in(LONG));
        closed.close();
        closed.close();

        assertThatThrownBy(() -> closed.query("bread", Deadline.in(LONG)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
    }

    private static Embedder embedder(Embedding settings) throws IOException {
        Embedder made = Embedders.of(settings, folder);
        assertThat(made).isNotNull();
        return java.util.Objects.requireNonNull(made);
    }
}
