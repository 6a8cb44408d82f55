package dev.sanad.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArticleReadersTest {
    @ParameterizedTest
    @CsvSource({
        "a.md, MarkdownReader",
        "a.b/c.Markdown, MarkdownReader",
        "a.TXT, TextReader",
        "a.html, HtmlReader",
        "a.htm, HtmlReader",
        "a.xhtml, HtmlReader",
        "a.json, JsonReader",
        "a.jsonl, JsonLinesReader",
        "x/خبر.NDJSON, JsonLinesReader"
    })
    void theExtensionChoosesTheReader(String path, String reader) {
        assertThat(Reading.READERS.forPath(path))
                .extracting(r -> r.getClass().getSimpleName())
                .isEqualTo(reader);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.pdf", "README", "md", "folder.md/photo", "a.md.bak", "a."})
    void otherFilesAreNoArticles(String path) {
        assertThat(Reading.READERS.forPath(path)).isNull();
    }
}
