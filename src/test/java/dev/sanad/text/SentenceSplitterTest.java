package dev.sanad.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.sanad.article.Sentence;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentenceSplitterTest {
    private static final Duration LINEAR = Duration.ofSeconds(10);
    private static final SentenceSplitter SPLITTER = new SentenceSplitter();

    /** A {@code |} stands where a sentence ends and the next begins. */
    private static void check(String parted) {
        String text = parted.replace("|", "");
        List<String> sentences = SPLITTER.split(text).stream()
                .map(sentence -> text.substring(sentence.start(), sentence.end()))
                .toList();
        assertThat(sentences)
                .containsExactlyElementsOf(Arrays.stream(parted.split("\\|"))
                        .map(sentence -> sentence.replace('\u00A0', ' ').strip())
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "او آمد. |من رفتم.",
                "او آمد! |من رفتم؟ |نه.",
                "چرا رفت؟ |و چگونه؟",
                "او رفت.|من ماندم.",
                "در سال ۱۳۹۴ ه.ش. به تهران آمد. |بعد رفت.",
                "در قرن پنجم ق.م. ساخته شد. |امروز ویران است.",
                "ر.ک. صفحه ۵ کتاب. |پایان.",
                "آقای م. احمدی گفت. |او رفت.",
                "بزرگی آن ۵٫۱ بود. |عمق آن 5.1 بود. |پایان ۳.",
                "نرخ ۲.۵ درصد شد. |بس است.",
                "«آیا می‌آیی؟» و او رفت. |بعد خوابید.",
                "«زنده باد!» که شنیده شد. |بعد.",
                "«زنده باد!» گفت علی. |بعد.",
                "«كجا؟» كه پرسيد. |بعد.",
                "«چرا؟» را پرسید. |بعد.",
                "«زنده باد!» |مردم شاد بودند.",
                "او گفت: «می‌آیم.» |سپس رفت.",
                "او آمد؛ من رفتم؛ همه رفتند. |پایان.",
                "شاید... و شاید نه. |بعد.",
                "او رفت... |من ماندم.",
                "شرکت Acme Inc. در تهران است. |دفترش بسته است.",
                "به گفتهٔ Dr. Smith این درست است. |او رفت.",
                "The U.S. President spoke. |He left.",
                "Dr. Smith came. |Mr. Jones left.",
                "در سال ۳۸۷ه\u200D. ق به قدرت رسید. |پس از آن رفت.",
                "در سده ۸ (هـ. ش) ساخته شد. |او رفت.",
                "Room No. 5 is shut. |He said no. |She left.",
                "It rose 2.5 percent. |It fell.",
                "\"Are you ready?\" she asked. |He nodded.",
                "\"Are you ready?\" |He nodded.",
                "Stop! |Then go.",
                "ایران و U.K. توافق کردند. |پایان.",
                "۱. آتش‌بس فوری|\n۲. کمک انسانی",
                "1. Ceasefire now.|\n2. Aid.",
                "عنوان خبر|\nمتن خبر|\n\nپایان",
                "  در آغاز.|  \n\t ادامه.  ",
                "\u00A0\n\u00A0فاصلهٔ نشکن.|\u00A0\nپایان\u00A0\n\u00A0",
            })
    void partsSentencesWhereTheyEnd(String parted) {
        check(parted);
    }

    @Test
    void aTextOfSpaceHasNoSentence() {
        for (String blank : List.of("", " ", "\n\n\n", "\u00A0", " \u2003\n\t \u3000", "\u2028\u2029")) {
            assertThat(SPLITTER.split(blank)).isEmpty();
        }
    }

    @Test
    void cutsASentenceThatIsTooLongAtASpace() {
        String text = "کلمه ".repeat(400).strip();
        assertThat(SPLITTER.split(text)).allSatisfy(sentence -> {
            assertThat(sentence.length()).isLessThanOrEqualTo(SentenceSplitter.LONGEST);
            assertThat(text.substring(sentence.start(), sentence.end()))
                    .startsWith("کلمه")
                    .endsWith("کلمه");
        });
    }

    @Test
    void cutsNoCharacterInTwo() {
        String text = "a" + "\uD83D\uDE00".repeat(1_000);
        assertThat(SPLITTER.split(text)).hasSize(3).allSatisfy(sentence -> {
            assertThat(sentence.length()).isLessThanOrEqualTo(SentenceSplitter.LONGEST);
            assertThat(splitsAPair(text, sentence.start())).isFalse();
            assertThat(splitsAPair(text, sentence.end())).isFalse();
        });
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<Character> letters = Arbitraries.of(
                'ا', 'و', 'ک', 'A', 'b', '۱', '2', '.', '.', '!', '؟', '»', '«', '"', ')', ' ', ' ', '\n', '\u200C',
                '\u00A0', '\u2028', '\u0085', '\t', '؛', '…', '\uD83D', '\uDE00', '\uD800', '\uDFFF', 'ه', 'ش');
        return Arbitraries.oneOf(
                Arbitraries.strings(),
                Arbitraries.strings().withChars('\n'),
                Arbitraries.strings().withChars('\uD83D', '\uDE00', ' ').ofMaxLength(2_000),
                letters.list().ofMaxSize(2_500).map(SentenceSplitterTest::joined));
    }

    private static String joined(List<Character> letters) {
        var text = new StringBuilder();
        letters.forEach(text::append);
        return text.toString();
    }

    @Property(tries = 500)
    void everyCharacterThatIsNoSpaceIsInExactlyOneSentence(@ForAll("texts") String text) {
        int covered = 0;
        for (Sentence sentence : SPLITTER.split(text)) {
            assertThat(sentence.start()).isGreaterThanOrEqualTo(covered);
            assertThat(isSpace(text, covered, sentence.start())).isTrue();
            assertThat(sentence.end()).isLessThanOrEqualTo(text.length());
            assertThat(sentence.length()).isLessThanOrEqualTo(SentenceSplitter.LONGEST);
            assertThat(isSpace(text.charAt(sentence.start()))).isFalse();
            assertThat(isSpace(text.charAt(sentence.end() - 1))).isFalse();
            assertThat(text.substring(sentence.start(), sentence.end())).doesNotContain("\n");
            assertThat(splitsAPair(text, sentence.start())).isFalse();
            assertThat(splitsAPair(text, sentence.end())).isFalse();
            covered = sentence.end();
        }
        assertThat(isSpace(text, covered, text.length())).isTrue();
    }

    private static boolean isSpace(String text, int from, int to) {
        return text.substring(from, to).chars().allMatch(c -> isSpace((char) c));
    }

    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean splitsAPair(String text, int offset) {
        return offset > 0
                && offset < text.length()
                && Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"a", " ", ".", "\n", "ا", "!» و ", "a. ", "1. ", "a.b ", "\uD83D\uDE00", ")", ". )", "؟ ", "5.a"
            })
    void aMegabyteOfTheSameIsSplitInLinearTime(String unit) {
        String text = unit.repeat(1_000_000 / unit.length());
        List<Sentence> sentences = assertTimeoutPreemptively(LINEAR, () -> SPLITTER.split(text));
        assertThat(sentences.isEmpty()).isEqualTo(text.isBlank());
    }

    @Test
    void manyShortEndsAfterMuchSpaceAreSplitInLinearTime() {
        String text = " ".repeat(500_000) + "a. B. ".repeat(80_000);
        assertThat(assertTimeoutPreemptively(LINEAR, () -> SPLITTER.split(text)))
                .isNotEmpty();
    }
}
