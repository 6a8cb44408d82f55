package dev.sanad.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class SnippetTest {
    @Test
    void showsTheAnswerWithWhatStandsAroundIt() {
        String text = "کلمه ".repeat(100) + "پاسخ این‌جاست " + "کلمه ".repeat(100);

        assertThat(Snippet.around(text, List.of("نیست", "پاسخ")))
                .contains("پاسخ این‌جاست")
                .startsWith("… ")
                .endsWith("…");
        assertThat(Snippet.around("short", List.of("nowhere"))).isEqualTo("short");
    }

    @Property
    void neverCutsACharacter(@ForAll @IntRange(max = 300) int before, @ForAll @IntRange(max = 300) int after) {
        String text = "a" + "😀".repeat(before) + "answer" + "😀".repeat(after);

        for (String piece : List.of(Snippet.beginning(text), Snippet.around(text, List.of("answer")))) {
            assertThat(piece.codePoints()).noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
        }
    }

    @Property
    void whatIsPutIntoAPageIsNeverMarkup(@ForAll String text) {
        assertThat(Html.escape(text)).doesNotContain("<", ">", "\"", "'");
    }
}
