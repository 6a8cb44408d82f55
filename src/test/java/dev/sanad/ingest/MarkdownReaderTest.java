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
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class MarkdownReaderTest {
    @Test
    void frontMatterBecomesTheHeadAndTheRestTheText() throws IOException {
        Article article = article("news/a.md", """
                ---
                title: "اصلاحیه: یک خبر"
                date: 2025-10-10T14:30:00+03:30
                source: خبرگزاری پیک
                url: https://peyk.example/1
                lang: fa
                tags: [یک, دو]
                unknown: {a: b}
                ---

                متن خبر\u200cها.

                  پایان.
                """);
        assertThat(article.head())
                .isEqualTo(new ArticleHead(
                        new ArticleId("news/a.md"),
                        "اصلاحیه: یک خبر",
                        "fa",
                        "خبرگزاری پیک",
                        URI.create("https://peyk.example/1"),
                        new Published.At(Instant.parse("2025-10-10T11:00:00Z"))));
        assertThat(article.text()).isEqualTo("متن خبر\u200cها.\n\n  پایان.\n");
    }

    @Test
    void anIdOfItsOwnNamesTheArticle() throws IOException {
        assertThat(article("a.md", "---\nid: 17-b\n---\nText.").id()).isEqualTo(new ArticleId("17-b"));
    }

    @Test
    void theTitleIsTheFirstHeadingOrTheFilesName() throws IOException {
        assertThat(article("x/my-note.md", "## Small\n\n# The *big* one #\n\nText.")
                        .head()
                        .title())
                .isEqualTo("The *big* one");
        assertThat(article("x/my-note.md", "#hashtag\nText.").head().title()).isEqualTo("my-note");
    }

    @Test
    void withoutFrontMatterTheLanguageIsThatOfTheText() throws IOException {
        assertThat(article("a.md", "این یک خبر است.").head().language()).isEqualTo("fa");
        assertThat(article("a.md", "This is news.").head().language()).isEqualTo("en");
    }

    @Test
    void languagesAreWrittenTheShortWay() throws IOException {
        assertThat(article("a.md", "---\nlang: fa-IR\n---\nText.").head().language())
                .isEqualTo("fa");
        assertThat(article("a.md", "---\nlang: fas\n---\nText.").head().language())
                .isEqualTo("fa");
        assertThat(article("a.md", "---\nlang: EN_gb\n---\nText.").head().language())
                .isEqualTo("en");
        assertThat(article("a.md", "---\nlang: Persian\n---\nمتن.").head().language())
                .isEqualTo("fa");
    }

    @Test
    void lineEndsOfAnySystemAreTheSame() throws IOException {
        Article article = article("a.md", "---\r\ntitle: T\r\n---\r\n\r\nOne.\r\nTwo.\rThree.");
        assertThat(article.head().title()).isEqualTo("T");
        assertThat(article.text()).isEqualTo("One.\nTwo.\nThree.");
    }

    @Test
    void aByteOrderMarkHidesNoFrontMatter() throws IOException {
        assertThat(article("a.md", "\uFEFF---\ntitle: T\n---\nText.").head().title())
                .isEqualTo("T");
    }

    @Test
    void readsFrontMatterOfAnOldEncoding() throws IOException {
        byte[] bytes = "---\ntitle: خبر تازه\n---\nمتن اين خبر کوتاه است.".getBytes(Charset.forName("windows-1256"));
        ReadResult result = read("a.md", bytes);
        assertThat(result.articles()).extracting(a -> a.head().title()).containsExactly("خبر تازه");
        assertThat(result.articles()).extracting(Article::text).containsExactly("متن اين خبر کوتاه است.");
    }

    @Test
    void brokenYamlIsRefusedWithItsLine() throws IOException {
        assertThat(refusal("a.md", "---\ntitle: T\ndate: [1\n---\nText."))
                .startsWith("has front matter that is not YAML in line 4");
        assertThat(refusal("a.md", "---\ntitle: اصلاحیه: خبر\n---\nText."))
                .isEqualTo("has front matter that is not YAML in line 2: mapping values are not allowed here");
    }

    @Test
    void aRuleAtTheBeginningIsNoFrontMatter() throws IOException {
        assertThat(article("a.md", "---\nOnly words\n---\nText.").text()).isEqualTo("---\nOnly words\n---\nText.");
        assertThat(article("a.md", "---\nNo end: here").text()).isEqualTo("---\nNo end: here");
    }

    @Test
    void frontMatterMayEndWithTheFile() throws IOException {
        assertThat(refusal("a.md", "---\ntitle: T\n---")).isEqualTo("has no text");
        assertThat(refusal("a.md", "---\ntitle: T\ntext: no\n---\n\n")).isEqualTo("has no text");
        assertThat(refusal("a.md", "")).isEqualTo("has no text");
        assertThat(refusal("a.md", "---\n---\n…\n")).isEqualTo("has no text");
    }

    @Test
    void whatCannotBeUsedIsLeftOutAndNamed() throws IOException {
        ReadResult result = read("a.md", "---\ndate: دیروز\nurl: khabar/1\n---\nText.");
        assertThat(result.articles()).hasSize(1);
        assertThat(result.articles().getFirst().head().published()).isNull();
        assertThat(result.articles().getFirst().head().url()).isNull();
        assertThat(result.warnings())
                .containsExactly(
                        new Warning("a.md", "has a url that is no web address, and goes without: khabar/1"),
                        new Warning(
                                "a.md",
                                "has a date that cannot be read, and stays undated: دیروز; write it as 2015-04-22,"
                                        + " 2015-04-22T10:30:00+04:30 or 1394/02/02"));
    }

    @Test
    void aDateWithoutATimeStaysADay() throws IOException {
        assertThat(article("a.md", "---\ndate: 1394/02/02\n---\nText.").head().published())
                .isEqualTo(new Published.On(LocalDate.of(2015, 4, 22)));
    }

    @Test
    void emptyLinesBeforeTheTextAreNoPartOfIt() throws IOException {
        assertThat(article("a.md", "---\ntitle: T\n---\n" + " \n".repeat(100_000) + "  Text.\n")
                        .text())
                .isEqualTo("  Text.\n");
    }

    @Test
    void anIdThatCannotBeOneIsRefused() throws IOException {
        assertThat(refusal("a.md", "---\nid: \"a\\nb\"\n---\nText."))
                .isEqualTo("is refused: an article's id must not hold control characters");
    }

    @Test
    void aFileThatIsTooLargeIsRefused() throws IOException {
        assertThat(refusal("a.md", new byte[Bytes.LIMIT + 1])).startsWith("is larger than 64 MiB");
    }
}
