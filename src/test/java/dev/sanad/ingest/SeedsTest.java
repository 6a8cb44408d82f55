package dev.sanad.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.article.Article;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The articles that a clone comes with, and the spellings that they must hold between them. */
class SeedsTest {
    private static final Path SEEDS = Path.of("seeds");

    static List<ReadResult> seeds() throws SourceUnavailableException {
        return SourceFiles.list(SEEDS, Reading.READERS).files().stream()
                .map(SeedsTest::read)
                .toList();
    }

    private static ReadResult read(SourceFiles.Entry entry) {
        try {
            return Objects.requireNonNull(Reading.READERS.forPath(entry.path())).read(entry.content());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Article> articles(String language) throws SourceUnavailableException {
        return seeds().stream()
                .flatMap(result -> result.articles().stream())
                .filter(article -> article.head().language().equals(language))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void everySeedIsAWholeArticle(ReadResult seed) {
        assertThat(seed.refusals()).isEmpty();
        assertThat(seed.warnings()).isEmpty();
        assertThat(seed.articles()).hasSize(1);
        Article article = seed.articles().getFirst();
        assertThat(article.head().title()).isNotBlank();
        assertThat(article.head().source()).isNotBlank();
        assertThat(article.head().url()).isNotNull();
        assertThat(article.head().published()).isNotNull();
        assertThat(article.id().value()).startsWith(article.head().language() + "-");
        assertThat(article.text().split("\\s+").length).isBetween(150, 500);
        assertThat(article.text().split("\n\n").length).isGreaterThanOrEqualTo(4);
        assertThat(dev.sanad.text.Language.of(article.text()).tag())
                .isEqualTo(article.head().language());
    }

    @Test
    void mostSeedsArePersianAndSomeAreEnglish() throws SourceUnavailableException {
        assertThat(articles("fa")).hasSizeGreaterThanOrEqualTo(9);
        assertThat(articles("en")).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void noTwoSeedsShareAnAddressOrATitle() throws SourceUnavailableException {
        List<Article> all =
                seeds().stream().flatMap(seed -> seed.articles().stream()).toList();
        assertThat(all).extracting(article -> article.head().url()).doesNotHaveDuplicates();
        assertThat(all).extracting(article -> article.head().title()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "می\u200cرو", // the three ways to write a ZWNJ
                "می رو",
                "ميگوي|میرس",
                "ها\u200cی|\u200cها",
                " ها ",
                "فیلمها|خانوادههاي",
                "[ۀهٔ]", // ezafe
                "[۰-۹]{2}", // three scripts of digits
                "[٠-٩]{2}",
                "[0-9]{2}",
                "[۰-۹]٫[۰-۹]",
                "هفتاد و دو",
                "۱۸ مهر(?! ۱۴)", // a day of no year
                "«[^»]+»",
                "[A-Z][a-z]+ [A-Z][a-z]+",
                "وی گفت|وي گفت",
                "این مقام|اين مقام",
                "(?m)^اصلاحیه:"
            })
    void someSeedHoldsWhatPersianNewsDoes(String pattern) throws SourceUnavailableException {
        assertThat(articles("fa"))
                .anyMatch(article ->
                        Pattern.compile(pattern).matcher(article.text()).find());
    }

    @Test
    void twoSeedsWriteArabicYehAndKaf() throws SourceUnavailableException {
        assertThat(articles("fa").stream()
                        .map(Article::text)
                        .filter(text -> text.indexOf('ي') >= 0 && text.indexOf('ك') >= 0))
                .hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void theQuakeIsToldByFourArticlesInTwoLanguages() throws SourceUnavailableException {
        assertThat(articles("fa").stream().map(Article::text))
                .filteredOn(text -> text.contains("سنگ\u200cدشت") || text.contains("سنگدشت"))
                .hasSize(3);
        assertThat(articles("en").stream().map(Article::text))
                .filteredOn(text -> text.contains("Sangdasht"))
                .hasSize(1);
    }

    @Test
    void aSeedTellsThePlanForYemenInOneSentence() throws SourceUnavailableException {
        assertThat(articles("fa").stream().map(Article::text))
                .filteredOn(text -> text.contains("طرح ایران برای یمن چهار ماده دارد: آتش\u200cبس فوری"))
                .hasSize(1);
    }
}
