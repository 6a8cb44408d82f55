package dev.sanad.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.sanad.answer.Prompts.Purpose;
import dev.sanad.text.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PromptsTest {
    @TempDir
    Path folder;

    private static final Map<String, Object> VALUES =
            Map.of("boundary", "=== b ===", "evidence", "[1.1] e", "question", "q?", "today", "2026-01-15");

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    private List<String> problems() {
        var problems = catchThrowableOfType(PromptException.class, () -> Prompts.load(folder));
        return Objects.requireNonNull(problems.getMessage()).lines().toList();
    }

    private static String user(List<ChatMessage> messages) {
        assertThat(messages).hasSize(2);
        assertThat(messages.getFirst()).isInstanceOf(SystemMessage.class);
        return ((UserMessage) messages.getLast()).singleText();
    }

    @Test
    void thoseThatSanadComesWithAreUsable() throws Exception {
        for (Prompts prompts : List.of(Prompts.load(Path.of("prompts")), Prompts.load(folder))) {
            for (Language language : Language.values()) {
                assertThat(user(prompts.messages(Purpose.ANSWER, language, VALUES)))
                        .contains("[1.1] e", "q?", "=== b ===", "2026-01-15");
                assertThat(user(prompts.messages(
                                Purpose.REWRITE,
                                language,
                                Map.of("boundary", "=== b ===", "conversation", "? a\n> b", "question", "q?"))))
                        .contains("? a\n> b", "q?");
            }
        }
    }

    @Test
    void aPersianQuestionGetsThePersianPromptAndEveryOtherTheEnglish() throws Exception {
        Prompts prompts = Prompts.load(folder);

        assertThat(user(prompts.messages(Purpose.ANSWER, Language.PERSIAN, VALUES)))
                .contains("آغاز شواهد");
        assertThat(user(prompts.messages(Purpose.ANSWER, Language.ENGLISH, VALUES)))
                .contains("evidence begins");
        assertThat(user(prompts.messages(Purpose.ANSWER, Language.UNKNOWN, VALUES)))
                .contains("evidence begins");
    }

    @Test
    void aFileOfOnesOwnStandsInForTheOneThatSanadComesWith() throws Exception {
        write("answer.en.txt", "Mine.\n--- user ---\n{{ evidence }}|{{question}}");

        List<ChatMessage> messages = Prompts.load(folder).messages(Purpose.ANSWER, Language.ENGLISH, VALUES);

        assertThat(((SystemMessage) messages.getFirst()).text()).isEqualTo("Mine.");
        assertThat(user(messages)).isEqualTo("[1.1] e|q?");
    }

    @Test
    void whatLooksLikeAPlaceholderInAQuestionOrInEvidenceStaysText() throws Exception {
        String hostile = "{{evidence}} {{question}} {{boundary}} {{nothing}} $1 \\0 ${today}";
        Map<String, Object> values =
                Map.of("boundary", "=== b ===", "evidence", hostile, "question", hostile, "today", "today");
        write("answer.en.txt", "Mine.\n--- user ---\n{{evidence}}|{{question}}");

        assertThat(user(Prompts.load(folder).messages(Purpose.ANSWER, Language.ENGLISH, values)))
                .isEqualTo(hostile + "|" + hostile);
    }

    @Test
    void everyProblemOfEveryFileIsNamedAtOnce() throws Exception {
        write("answer.en.txt", "");
        write("answer.fa.txt", "Only a system part, {{evidence}} {{question}}");
        write("rewrite.en.txt", "S\n--- user ---\n{{question}} {{evidence}}");
        Files.write(folder.resolve("rewrite.fa.txt"), new byte[] {(byte) 0xFF, (byte) 0xFE, (byte) 0xC0});

        assertThat(problems())
                .anyMatch(problem -> problem.startsWith("prompts/answer.en.txt: needs a part"))
                .anyMatch(problem -> problem.startsWith("prompts/answer.fa.txt: needs a part"))
                .anyMatch(problem -> problem.startsWith("prompts/rewrite.en.txt: {{evidence}} is unknown"))
                .anyMatch(problem -> problem.startsWith("prompts/rewrite.en.txt: {{conversation}} is missing"))
                .anyMatch(problem -> problem.startsWith("prompts/rewrite.fa.txt: cannot be read as UTF-8"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            S %--- user ---% {{evidence}} {{question}} {{evidnce}}     → prompts/answer.en.txt: {{evidnce}} is unknown; known are [boundary, evidence, question, today]
            S %--- user ---% {{evidence}}                              → prompts/answer.en.txt: {{question}} is missing from the part below --- user ---
            S {{question}} %--- user ---% {{evidence}}                 → prompts/answer.en.txt: {{question}} is missing from the part below --- user ---
            S {{a b}} %--- user ---% {{evidence}} {{question}}         → prompts/answer.en.txt: {{a b}} is unknown; known are [boundary, evidence, question, today]
            S {{}} %--- user ---% {{evidence}} {{question}}            → prompts/answer.en.txt: {{}} is unknown; known are [boundary, evidence, question, today]
            S {{current_date}} %--- user ---% {{evidence}} {{question}} → prompts/answer.en.txt: {{current_date}} is unknown; known are [boundary, evidence, question, today]
            """)
    void aPlaceholderThatIsMissingOrUnknownIsRefused(String prompt, String problem) throws Exception {
        write("answer.en.txt", prompt.replace('%', '\n'));

        assertThat(problems()).containsExactly(problem);
    }

    @Test
    void aQuestionIsCutWhereItIsNoLongerSearchedAndNeverInsideACharacter() {
        String longest = "x".repeat(3_999) + "😀".repeat(10);

        assertThat(PromptData.question(longest)).isEqualTo("x".repeat(3_999));
        assertThat(PromptData.question("چند\nنفر؟")).isEqualTo("چند نفر؟");
    }
}
