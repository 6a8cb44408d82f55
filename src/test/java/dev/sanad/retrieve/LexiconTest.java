package dev.sanad.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.text.LocaleNames;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LexiconTest {
    private static final QueryWords WORDS = new QueryWords(SmallIndex.ANALYSIS);
    private static final Lexicon LEXICON = SmallIndex.LEXICON;

    private static List<String> stems(String expression) {
        return WORDS.of(expression).stream()
                .flatMap(word -> word.light().stream())
                .toList();
    }

    private static List<String> glossary() throws IOException {
        var file = Objects.requireNonNull(Lexicon.class.getResourceAsStream("glossary.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.isBlank() && line.charAt(0) != '#')
                    .toList();
        }
    }

    private static List<String> side(String line, int side) {
        return Arrays.stream(line.split("\\|", -1)[side].split(",", -1))
                .map(String::strip)
                .toList();
    }

    static Stream<String> lines() throws IOException {
        return glossary().stream();
    }

    @ParameterizedTest
    @MethodSource("lines")
    void aLineHasEnglishThenPersianExpressionsEachOnceAndNoneTooLong(String line) {
        assertThat(line.split("\\|", -1)).hasSize(2);
        assertThat(side(line, 0)).doesNotHaveDuplicates().allSatisfy(english -> {
            assertThat(english).matches("[a-z0-9][a-z0-9 '.-]*");
            assertThat(stems(english)).as(english).hasSizeBetween(1, Lexicon.LONGEST);
        });
        assertThat(side(line, 1)).doesNotHaveDuplicates().allSatisfy(persian -> {
            assertThat(persian).matches("[\\p{IsArabic}\\p{M}][\\p{IsArabic}\\p{M}\u200C ]*");
            assertThat(WORDS.of(persian)).as(persian).hasSizeBetween(1, Lexicon.LONGEST);
        });
    }

    @ParameterizedTest
    @MethodSource("lines")
    void everyExpressionOfALineIsFoundByEveryOther(String line) {
        for (String english : side(line, 0)) {
            for (String persian : side(line, 1)) {
                assertThat(LEXICON.of(stems(english))).as(english).contains(stems(persian));
                assertThat(LEXICON.of(stems(persian))).as(persian).contains(stems(english));
            }
        }
    }

    @Test
    void noLineStandsTwice() throws IOException {
        assertThat(glossary()).doesNotHaveDuplicates();
    }

    @Test
    void everyNameOfCldrThatHasWordsIsFoundBothWays() {
        assertThat(LocaleNames.all()).allSatisfy(name -> {
            List<String> english = stems(name.english());
            List<String> persian = stems(name.persian());
            if (!english.isEmpty() && !persian.isEmpty()) {
                assertThat(LEXICON.of(english)).contains(persian);
                assertThat(LEXICON.of(persian)).contains(english);
            }
        });
    }

    @ParameterizedTest
    @CsvSource({
        "Russia, روسیه",
        "Germany, آلمان",
        "United States, ایالات متحده",
        "Saudi Arabia, عربستان سعودی",
        "Russian, روسی",
        "Euro, یورو",
        "January, ژانویه",
        "Monday, دوشنبه",
        "prime minister, نخست\u200Cوزیر",
        "security council, شورای امنیت",
    })
    void knowsTheWordsOfTheNews(String english, String persian) {
        assertThat(LEXICON.of(stems(english))).contains(stems(persian));
        assertThat(LEXICON.of(stems(persian))).contains(stems(english));
    }

    @Test
    void knowsNothingOfAnyOtherExpression() {
        assertThat(LEXICON.of(List.of())).isEmpty();
        assertThat(LEXICON.of(stems("Sangdasht"))).isEmpty();
    }
}
