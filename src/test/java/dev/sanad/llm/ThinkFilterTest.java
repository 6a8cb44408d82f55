package dev.sanad.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class ThinkFilterTest {
    @Test
    void onlyLeadingReasoningIsLeftOut() {
        check("چهار ماده دارد.", "چهار ماده دارد.");
        check("<think>hm</think>Four.", "Four.");
        check("<think>\n</think>\n\nFour.", "Four.");
        check("\n <thinking>a < b </think> c</thinking> Four.", "Four.");
        check("<think>a</think>\n<think>b</think>Four.", "Four.");
        check(" Four <think>points</think>.", " Four <think>points</think>.");
        check("<b>Four</b>", "<b>Four</b>");
    }

    @Test
    void aBeginningThatBecomesNoTagIsText() {
        check("<", "<");
        check("<thin", "<thin");
        check("  ", "  ");
    }

    @Test
    void reasoningThatNeverEndsLeavesNothing() {
        check("<think>never ends </thin", "");
    }

    @Property
    void whereAReplyIsSplitChangesNothing(@ForAll("pieces") List<String> pieces) {
        assertThat(filtered(pieces)).isEqualTo(filtered(List.of(String.join("", pieces))));
    }

    @Property
    void textWithoutTagsIsNeverLost(@ForAll("plain") List<String> pieces) {
        assertThat(filtered(pieces)).isEqualTo(String.join("", pieces));
    }

    @Provide
    Arbitrary<List<String>> pieces() {
        return Arbitraries.of("<", "think", "ing", ">", "</", "think>", "<think>", "</think>", " ", "\n", "text", "سند")
                .list()
                .ofMaxSize(12);
    }

    @Provide
    Arbitrary<List<String>> plain() {
        return Arbitraries.strings().excludeChars('>').list().ofMaxSize(5);
    }

    private static void check(String reply, String text) {
        assertThat(filtered(List.of(reply))).isEqualTo(text);
        assertThat(filtered(reply.codePoints().mapToObj(Character::toString).toList()))
                .isEqualTo(text);
    }

    private static String filtered(List<String> pieces) {
        var filter = new ThinkFilter();
        var text = new StringBuilder();
        pieces.forEach(piece -> text.append(filter.accept(piece)));
        return text.append(filter.finish()).toString();
    }
}
