package dev.sanad.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.text.Folding;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Nearly the same texts are told from others. */
class SignatureTest {
    private static final double ONE_TEXT = 0.4;

    private static List<String> seeds() throws IOException {
        try (var files = Files.list(Path.of("seeds"))) {
            List<String> texts = new ArrayList<>();
            for (Path file : files.sorted().toList()) {
                String text = Files.readString(file);
                texts.add(text.substring(text.indexOf("---", 3) + 3));
            }
            return texts;
        }
    }

    private static Signature signature(String text) {
        return Objects.requireNonNull(Signature.of(text), text);
    }

    private static boolean isFound(Signature one, Signature other) {
        return IntStream.of(one.bands())
                        .anyMatch(band -> IntStream.of(other.bands()).anyMatch(theirs -> theirs == band))
                && one.similarity(other) >= ONE_TEXT;
    }

    /** As a paper prints an agency's text: its own line above, the last paragraph cut, a word changed here and there. */
    private static String reprint(String text, Random random) {
        List<String> paragraphs = new ArrayList<>(List.of(text.strip().split("\n\n")));
        paragraphs.removeLast();
        paragraphs.addFirst("به گزارش خبرنگار ما، این خبر را امروز خبرگزاری‌ها فرستادند.");
        String[] words = String.join("\n\n", paragraphs).split(" ");
        for (int i = 0; i < words.length; i++) {
            if (random.nextInt(40) == 0) {
                words[i] = "نیز";
            }
        }
        return String.join(" ", words).replace('ی', 'ي').replace('ک', 'ك');
    }

    @Test
    void everyReprintIsFoundAndNoOtherArticleIs() throws IOException {
        var random = new Random(7);
        List<String> texts = seeds();
        List<Signature> originals = texts.stream().map(SignatureTest::signature).toList();
        List<Signature> reprints =
                texts.stream().map(text -> signature(reprint(text, random))).toList();

        for (int i = 0; i < originals.size(); i++) {
            for (int j = 0; j < originals.size(); j++) {
                assertThat(isFound(originals.get(i), reprints.get(j)))
                        .as(i + " " + j)
                        .isEqualTo(i == j);
            }
        }
    }

    @Test
    void similarityIsAboutTheShareOfRunsOfThreeWordsInCommon() throws IOException {
        var random = new Random(11);
        for (String text : seeds()) {
            String reprint = reprint(text, random);
            var runs = runs(text);
            var all = runs(reprint);
            all.addAll(runs);
            var common = runs(reprint);
            common.retainAll(runs);
            double share = (double) common.size() / all.size();

            assertThat(signature(text).similarity(signature(reprint))).isBetween(share - 0.2, share + 0.2);
        }
    }

    private static Set<String> runs(String text) {
        String[] words = Signature.words(text).split(" ");
        var runs = new HashSet<String>();
        for (int i = 0; i + 3 <= words.length; i++) {
            runs.add(words[i] + " " + words[i + 1] + " " + words[i + 2]);
        }
        return runs;
    }

    @Test
    void aTextIsTheSameHoweverItsLettersAreWritten() throws IOException {
        for (String text : seeds()) {
            String typed = text.replace('ی', 'ي').replace('ک', 'ك').replace(String.valueOf(Folding.ZWNJ), "");

            assertThat(signature(typed).similarity(signature(text))).isEqualTo(1);
            assertThat(signature(typed).bands()).isEqualTo(signature(text).bands());
        }
    }

    @Test
    void itIsReadAsItWasWritten() throws IOException {
        Signature signature = signature(seeds().getFirst());

        assertThat(Signature.ofBytes(ByteBuffer.wrap(signature.bytes())).similarity(signature))
                .isEqualTo(1);
    }

    @Test
    void aShortTextHasNone() {
        assertThat(Signature.of("")).isNull();
        assertThat(Signature.of("در این باره توضیحی داده نشد.")).isNull();
    }
}
