package dev.sanad.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.sanad.config.Embedding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** multilingual-e5-small as it is used when somebody fetched it: installed in an archive. */
class E5Test {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path archive;

    @BeforeEach
    void install() throws Exception {
        @Nullable Path e5 = OnnxModels.e5();
        assumeTrue(e5 != null, "skipped: name the folder of multilingual-e5-small with -Dsanad.e5 or E5_MODEL_FOLDER");
        Path folder = Files.createDirectories(LocalModels.folder(archive, LocalModels.USUAL));
        for (String file : List.of("model.onnx", "tokenizer.json")) {
            Files.createSymbolicLink(
                    folder.resolve(file), Objects.requireNonNull(e5).resolve(file));
        }
    }

    @Test
    void findsAcrossLanguages() throws Exception {
        try (Embedder embedder = embedder(null)) {
            List<float[]> passages = embedder.passages(
                    List.of(
                            "زمین‌لرزه‌ای به بزرگی ۵٫۲ شمال کشور را لرزاند.",
                            "بهای نان در تهران ده درصد افزایش یافت.",
                            "تیم ملی والیبال در دیدار پایانی پیروز شد."),
                    Deadline.in(LONG));

            assertThat(nearest(embedder, "زلزله کجا آمد؟", passages)).isZero();
            assertThat(nearest(embedder, "How much did the price of bread rise?", passages))
                    .isEqualTo(1);
            assertThat(nearest(embedder, "Who won the volleyball final?", passages))
                    .isEqualTo(2);
        }
    }

    @Test
    void questionsAndPassagesGetPrefixesOfTheirOwn() throws Exception {
        try (Embedder usual = embedder(null);
                Embedder bare = embedder("")) {
            String text = "بهای نان";
            float[] question = usual.query(text, Deadline.in(LONG));
            float[] passage = usual.passages(List.of(text), Deadline.in(LONG)).getFirst();

            assertThat(OnnxModels.cosine(question, passage)).isLessThan(0.999);
            assertThat(OnnxModels.cosine(bare.query("query: " + text, Deadline.in(LONG)), question))
                    .isGreaterThan(0.9999);
        }
    }

    @Test
    void aPageIsAveraged() throws Exception {
        try (Embedder embedder = embedder(null)) {
            String page = "بهای نان در تهران ده درصد افزایش یافت و نانوایان از گرانی آرد گله دارند. ".repeat(80);
            List<float[]> passages = embedder.passages(List.of(page, "تیم ملی پیروز شد."), Deadline.in(LONG));

            assertThat(nearest(embedder, "نان گران شد؟", passages)).isZero();
        }
    }

    private static int nearest(Embedder embedder, String question, List<float[]> passages) throws Exception {
        float[] asked = embedder.query(question, Deadline.in(LONG));
        int best = 0;
        for (int i = 1; i < passages.size(); i++) {
            if (OnnxModels.cosine(asked, passages.get(i)) > OnnxModels.cosine(asked, passages.get(best))) {
                best = i;
            }
        }
        return best;
    }

    private Embedder embedder(@Nullable String prefix) throws Exception {
        return Objects.requireNonNull(
                Embedders.of(OnnxModels.settings(new Embedding.Source.Installed(), prefix, prefix), archive));
    }
}
