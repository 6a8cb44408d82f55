package dev.sanad.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BenchQueriesTest {
    @TempDir
    private Path folder;

    @Test
    void areTheQuestionsOfTheLines() throws Exception {
        Path file = Files.writeString(
                folder.resolve("q.jsonl"),
                "{\"id\":1,\"question\":\"کی؟\",\"answers\":[]}\n\n{\"question\":\"کجا؟\"}\n");

        assertThat(BenchQueries.read(file)).containsExactly("کی؟", "کجا؟");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
        '{"question":"x"}\n{"query":"y"}' | q.jsonl:2 has no question
        {"question"                       | q.jsonl:1 is not JSON
        []                                | q.jsonl:1 has no question
        ' '                               | holds no question
        """)
    void aFileThatIsNoneIsRefusedByLine(String content, String reason) throws Exception {
        Path file = Files.writeString(folder.resolve("q.jsonl"), content.replace("\\n", "\n"));

        assertThatThrownBy(() -> BenchQueries.read(file))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> BenchQueries.read(folder.resolve("none.jsonl")))
                .isInstanceOf(BenchException.class)
                .hasMessageContaining("none.jsonl does not exist");
    }
}
