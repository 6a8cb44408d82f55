package dev.sanad.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QueryReaderTest {
    @TempDir
    private Path folder;

    private Path file(String name, String content) throws Exception {
        return Files.writeString(folder.resolve(name), content);
    }

    @Test
    void readsWhatIsThereAndTellsEmptyAnswersFromNone() throws Exception {
        Path file = file("q.jsonl", """
                \uFEFF{"id":"1","question":"چه؟","gold":"a","answers":["x","y"]}

                {"id":2,"question":"که؟","gold":["a","b"]}
                {"id":"3","question":"کجا؟","answers":[]}
                """);

        List<Query> queries = QueryReader.read(List.of(file));

        assertThat(queries).extracting(Query::id).containsExactly("1", "2", "3");
        assertThat(queries).extracting(Query::answers).containsExactly(List.of("x", "y"), null, List.of());
        assertThat(queries.get(1).gold()).containsExactly("a", "b");
        assertThat(queries).extracting(Query::isRanked).containsExactly(true, true, false);
        assertThat(queries.get(2).place()).isEqualTo(file + ":4");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"id\":\"1\",\"gold\":\"a\"} | \"question\" is missing, or no string",
                "{\"id\":\"1\",\"question\":\"x\"} | a query names a gold article or answers",
                "{\"id\":\"1\",\"question\":\" \",\"gold\":\"a\"} | a query has an id and a question",
                "{\"id\":\"1\",\"question\":\"x\",\"answers\":\"a\"} | \"answers\" is a list of strings",
                "{\"id\":\"1\",\"question\":\"x\",\"answers\":[\"\"]} | an answer is not blank",
                "{\"id\":\"1\",\"question\":\"x\",\"gold\":\"a\" | is not JSON",
                "[] | a query is a JSON object",
            })
    void aBadLineIsNamedWithWhatIsWrong(String line, String problem) throws Exception {
        Path file = file("q.jsonl", "{\"id\":\"0\",\"question\":\"x\",\"gold\":\"a\"}\n" + line + "\n");

        assertThatThrownBy(() -> QueryReader.read(List.of(file)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining(file + ":2")
                .hasMessageContaining(problem);
    }

    @Test
    void allThatIsWrongIsNamedAtOnce() throws Exception {
        Path first = file("one.jsonl", "{\"id\":\"1\",\"question\":\"x\",\"gold\":\"a\"}\nnonsense\n");
        Path second = file("two.jsonl", "{\"id\":\"1\",\"question\":\"x\",\"gold\":\"a\"}\n");
        Path empty = file("empty.jsonl", "\n");
        Path latin = folder.resolve("latin.jsonl");
        Files.write(latin, new byte[] {'{', (byte) 0xE9, '}'});
        Path none = folder.resolve("none.jsonl");

        assertThatThrownBy(() -> QueryReader.read(List.of(first, second, empty, latin, none)))
                .hasMessageContaining(first + ":2 is not JSON")
                .hasMessageContaining(second + ":1 has the id 1, which " + first + ":1 has too")
                .hasMessageContaining(empty + " holds no query")
                .hasMessageContaining(latin + ":1 or a line soon after it is not UTF-8")
                .hasMessageContaining(none + " does not exist");
    }
}
