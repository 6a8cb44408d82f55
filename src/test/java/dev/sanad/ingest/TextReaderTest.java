package dev.sanad.ingest;

import static dev.sanad.ingest.Reading.article;
import static dev.sanad.ingest.Reading.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.article.Article;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TextReaderTest {
    private static final String LONG = "A paragraph that goes on and on ".repeat(5) + "and ends.";

    static String[][] titled() {
        return new String[][] {
            {"زلزله در کرمان\n\nمتن خبر.", "زلزله در کرمان"},
            {"\n\n  Quake in Kerman \n\nText.", "Quake in Kerman"},
            {"Quake in Kerman\nThe text is one line.", "Quake in Kerman"},
            {"Quake in Kerman\n" + LONG + "\n" + LONG, "Quake in Kerman"},
            {"آیا دلار گران می\u200cشود؟\n\nمتن.", "آیا دلار گران می\u200cشود؟"},
            {"Quake in Kerman\r\n\r\nText.", "Quake in Kerman"},
        };
    }

    @ParameterizedTest
    @MethodSource("titled")
    void aShortFirstLineIsTheTitleAndStaysInTheText(String text, String title) throws IOException {
        Article article = article("news/file-1.txt", text);
        assertThat(article.head().title()).isEqualTo(title);
        assertThat(article.text()).isEqualTo(text.replace("\r\n", "\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Only one line",
                "Only one line\n\n",
                "A sentence that ends.\n\nText.",
                "He said: “It ends.”\n\nText.",
                "Lines that were broken at some width go on in the\nnext line and mean no title at all, so that the\nfile's",
                "وی گفت:\n\n«بله»",
            })
    void otherwiseTheFilesNameIsTheTitle(String text) throws IOException {
        assertThat(article("news/file-1.txt", text).head().title()).isEqualTo("file-1");
        assertThat(article("file.1.TXT", LONG + "\n\n" + text).head().title()).isEqualTo("file.1");
    }

    @Test
    void whatHasNoLetterIsNoText() throws IOException {
        assertThat(refusal("a.txt", "")).isEqualTo("has no text");
        assertThat(refusal("a.txt", " \n\u200c…\n---\n")).isEqualTo("has no text");
    }
}
