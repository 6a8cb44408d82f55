package dev.sanad.ingest;

import static dev.sanad.ingest.Reading.article;
import static dev.sanad.ingest.Reading.read;
import static dev.sanad.ingest.Reading.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.article.Article;
import dev.sanad.article.ArticleHead;
import dev.sanad.article.ArticleId;
import dev.sanad.article.Published;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonReadersTest {
    private static final List<String> FIELDS = List.of(
            "\"id\":\"k-1\"",
            "\"title\":\"سرخط\"",
            "\"text\":\"متن خبر\\nدو\"",
            "\"published_at\":\"2025-10-10 14:30\"",
            "\"publisher\":{\"name\":\"پیک\"}",
            "\"link\":\"https://peyk.example/1\"",
            "\"language\":\"fa\"",
            "\"views\":12");

    private static final ArticleHead HEAD = new ArticleHead(
            new ArticleId("k-1"),
            "سرخط",
            "fa",
            "پیک",
            URI.create("https://peyk.example/1"),
            new Published.At(Instant.parse("2025-10-10T11:00:00Z")));

    @Property(tries = 100)
    void theOrderOfTheKeysMeansNothing(@ForAll("orders") List<String> fields) throws IOException {
        String json = "{" + String.join(",", fields) + "}";
        Article whole = article("a.json", json);
        assertThat(whole.head()).isEqualTo(HEAD);
        assertThat(whole.text()).isEqualTo("متن خبر\nدو");
        assertThat(article("a.jsonl", json)).isEqualTo(whole);
        assertThat(article("a.json", "[" + json + "]")).isEqualTo(whole);
    }

    @Provide
    Arbitrary<List<String>> orders() {
        return Arbitraries.shuffle(FIELDS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "body", "content", "articleBody", "Text"})
    void theTextHasSeveralNames(String key) throws IOException {
        assertThat(article("a.json", "{\"" + key + "\":\"news\"}").text()).isEqualTo("news");
    }

    @Test
    void ofTwoNamesTheBetterCounts() throws IOException {
        assertThat(article("a.json", "{\"content\":\"c\",\"text\":\"t\",\"body\":\"b\"}")
                        .text())
                .isEqualTo("t");
    }

    @Test
    void numbersServeAsIdsAndAsDates() throws IOException {
        Article article = article("a.json", "{\"_id\":17,\"text\":\"t\",\"date\":1429698600}");
        assertThat(article.id()).isEqualTo(new ArticleId("17"));
        assertThat(article.head().published()).isEqualTo(new Published.At(Instant.parse("2015-04-22T10:30:00Z")));
    }

    @Test
    void anArticleWithoutAnIdIsNamedByItsPlace() throws IOException {
        assertThat(article("d/a.json", "{\"text\":\"t\"}").id()).isEqualTo(new ArticleId("d/a.json"));
        assertThat(ids("d/a.json", "[{\"text\":\"t\"},{\"text\":\"u\"}]")).containsExactly("d/a.json#1", "d/a.json#2");
        assertThat(ids("d/a.jsonl", "{\"text\":\"t\"}\n\n{\"text\":\"u\"}\n"))
                .containsExactly("d/a.jsonl#1", "d/a.jsonl#3");
    }

    @Test
    void aBadLineIsRefusedByItself() throws IOException {
        ReadResult result = read("a.jsonl", """
                {"text":"one"}
                {"text":"two"
                ["three"]
                {"title":"four"}
                {"text":"five"} and more
                {"text":"six","date":"?"}
                {"text":"\\u0000seven"}
                {"text":"\\ud800eight"}
                {"text":"nine"}""");
        assertThat(result.articles()).extracting(Article::text).containsExactly("one", "six", "nine");
        assertThat(result.refusals())
                .extracting(Refusal::name)
                .containsExactly("a.jsonl:2", "a.jsonl:3", "a.jsonl:4", "a.jsonl:5", "a.jsonl:7", "a.jsonl:8");
        assertThat(result.refusals().get(0).reason()).startsWith("is not JSON (line 1, column");
        assertThat(result.refusals().get(1).reason()).isEqualTo("is no JSON object with an article's fields");
        assertThat(result.refusals().get(2).reason()).isEqualTo("has no text (a string under text, body or content)");
        assertThat(result.warnings()).extracting(Warning::name).containsExactly("a.jsonl:6");
    }

    @Test
    void aBadElementIsRefusedByItself() throws IOException {
        ReadResult result = read("a.json", "[{\"text\":\"one\"},7,{\"text\":null},{\"text\":\"four\"}]");
        assertThat(result.articles()).extracting(Article::text).containsExactly("one", "four");
        assertThat(result.refusals())
                .containsExactly(
                        new Refusal("a.json#2", "is no JSON object with an article's fields"),
                        new Refusal("a.json#3", "has no text (a string under text, body or content)"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[{\"text\":\"t\"},", "nul", "{\"text\":\"t\"}{}"})
    void aFileThatIsNoJsonIsRefusedWhole(String json) throws IOException {
        assertThat(refusal("a.json", json))
                .satisfiesAnyOf(
                        reason -> assertThat(reason).startsWith("is not JSON"),
                        reason -> assertThat(reason).startsWith("is no JSON"));
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        assertThat(refusal("a.json", "[]")).isEqualTo("is an empty array");
        assertThat(refusal("a.jsonl", "")).isEqualTo("is empty");
    }

    @Test
    void linesMayBeOfAnyEncodingThatIsRecognised() throws IOException {
        String json = "{\"text\":\"وزير کشور فردا به تبريز مي رود\"}\n{\"text\":\"باران در راه است\"}\n";
        for (String charset : List.of("UTF-8", "windows-1256", "UTF-16", "UTF-16LE")) {
            ReadResult result = read("a.jsonl", json.getBytes(Charset.forName(charset)));
            assertThat(result.refusals()).as(charset).isEmpty();
            assertThat(result.articles())
                    .as(charset)
                    .extracting(Article::text)
                    .containsExactly("وزير کشور فردا به تبريز مي رود", "باران در راه است");
        }
    }

    @Test
    void aByteOrderMarkAndCarriageReturnsDoNoHarm() throws IOException {
        assertThat(ids("a.ndjson", "\uFEFF{\"text\":\"t\"}\r\n{\"text\":\"u\"}\r\n"))
                .containsExactly("a.ndjson#1", "a.ndjson#2");
    }

    @Test
    void manyLinesThatCrossEveryBufferComeWhole() throws IOException {
        var json = new StringBuilder();
        for (int i = 0; i < 5000; i++) {
            json.append("{\"id\":")
                    .append(i)
                    .append(",\"text\":\"")
                    .append("خ".repeat(i % 400 + 1))
                    .append("\"}\n");
        }
        ReadResult result = read("a.jsonl", json.toString());
        assertThat(result.refusals()).isEmpty();
        assertThat(result.articles()).hasSize(5000);
        assertThat(result.articles().get(4321).text()).isEqualTo("خ".repeat(4321 % 400 + 1));
    }

    @Test
    void aLineThatIsTooLongIsPassedOver() throws IOException, RefusedException {
        var lines = new ByteLines(
                new java.io.ByteArrayInputStream("aaa\nbbbbbbb\n\ncc".getBytes(StandardCharsets.UTF_8)), 3);
        var read = new java.util.ArrayList<String>();
        while (lines.next()) {
            try {
                read.add(lines.number() + new String(lines.bytes(), StandardCharsets.UTF_8));
            } catch (RefusedException e) {
                read.add(lines.number() + "!");
            }
        }
        assertThat(read).containsExactly("1aaa", "2!", "3", "4cc");
    }

    private static List<String> ids(String path, String json) throws IOException {
        return read(path, json).articles().stream().map(a -> a.id().value()).toList();
    }
}
