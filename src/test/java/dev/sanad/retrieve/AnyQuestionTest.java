package dev.sanad.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.article.Article;
import dev.sanad.index.PassageVectors;
import dev.sanad.text.LocaleNames;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is asked is answered, in an archive of both languages that has every word of the lexicon. */
class AnyQuestionTest {
    private static final double NEARLY = 0.05;
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final QueryPlanner PLANNER = new QueryPlanner(SmallIndex.ANALYSIS);
    private static final int LIMIT = 10;

    @TempDir
    static Path folder = Path.of("");

    private static ArchiveSearcher searcher;
    private static Retriever retriever;

    @BeforeAll
    static void indexTheLexicon() throws IOException {
        SmallIndex.write(folder, PassageVectors.NONE, articles());
        searcher = ArchiveSearcher.open(folder);
        retriever = searcher.retriever(SmallIndex.ANALYSIS, ZoneId.of("Asia/Tehran"), Ranking.fitted(), null, null);
    }

    @AfterAll
    static void close() throws IOException {
        searcher.close();
    }

    private static List<Article> articles() throws IOException {
        List<String> english = new ArrayList<>();
        List<String> persian = new ArrayList<>();
        LocaleNames.all().forEach(name -> {
            english.add(name.english());
            persian.add(name.persian());
        });
        var file = Objects.requireNonNull(Lexicon.class.getResourceAsStream("glossary.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .forEach(line -> {
                        english.add(line.split("\\|")[0]);
                        persian.add(line.split("\\|")[1]);
                    });
        }
        return List.of(
                SmallIndex.article("en", "Words", String.join(". ", english), "2025-01-02"),
                SmallIndex.article("fa", "واژه‌ها", String.join(". ", persian), "2015-06-22"));
    }

    private static Retrieval ask(String question) {
        Retrieval retrieval = retriever.retrieve(PLANNER.plan(question, TODAY), LIMIT);
        assertThat(retrieval.words()).hasSameSizeAs(retrieval.plan().words());
        assertThat(retrieval.hits())
                .hasSizeLessThanOrEqualTo(LIMIT)
                .allSatisfy(hit -> assertThat(hit.score()).isFinite());
        List<Hit> hits = retrieval.hits();
        for (int i = 1; i < hits.size(); i++) {
            // of two that are nearly as good the newer stands first
            assertThat(hits.get(i).score()).isLessThanOrEqualTo(hits.get(i - 1).score() + NEARLY);
        }
        return retrieval;
    }

    /** A character of any plane, or one that is known to make trouble. */
    private static void append(StringBuilder text, Random random) {
        String trouble =
                "\u200C\u200D\u200E\u200F\u202B\u202E\u2066\u2069\uFEFF\u00AD\u0640\u064B\u0650\u0301\u0000\u0007\uD800\uDFFF"
                        + "\uFFFF\uFDFA\uFDF2\u0130\u1E9E\u06DD٬٫,.:/-–()[]{}\"'\\*?+^~&|!<>=@#%$ \n\t";
        switch (random.nextInt(6)) {
            case 0 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
            case 1 -> text.append((char) random.nextInt(Character.MAX_VALUE + 1));
            case 2 -> text.append(trouble.charAt(random.nextInt(trouble.length())));
            case 3 -> text.append((char) ('\u0600' + random.nextInt(0x100)));
            case 4 -> text.append((char) (' ' + random.nextInt(95)));
            default -> text.append("می وزیر تیر ۱۳۹۴ 12 of Russia last week هزار و ".charAt(random.nextInt(47)));
        }
    }

    @Test
    void tenThousandTextsOfAnyCharacters() {
        var random = new Random(4);
        int found = 0;
        for (int i = 0; i < 10_000; i++) {
            var text = new StringBuilder();
            int length = i % 100 == 0 ? 5_000 : random.nextInt(60);
            while (text.length() < length) {
                append(text, random);
            }
            found += ask(text.toString()).hits().isEmpty() ? 0 : 1;
        }
        assertThat(found).as("questions that found something").isBetween(500, 9_500);
    }

    private static String numbered(String word, int count) {
        var text = new StringBuilder();
        for (int i = 0; i < count; i++) {
            text.append(word).append(Integer.toString(i, 26).replace('0', 'z')).append(' ');
        }
        return text.toString();
    }

    static Stream<String> hostile() {
        return Stream.of(
                "title:(متن OR *) AND NOT \"x\"~2^3 [a TO b] {",
                "*:* AND light:وزیر^1e9 _exists_:id /.*/ ((((",
                "a".repeat(1 << 20),
                "ا".repeat(1 << 20),
                "\u200C".repeat(1 << 20),
                "ا\u200C".repeat(1 << 19),
                "\uD800".repeat(1 << 20),
                "\uDBFF\uDFFF".repeat(1 << 19),
                "\u0301".repeat(1 << 20),
                "e\u0301\u0302".repeat(100_000),
                "\u202E".repeat(1 << 20),
                "9".repeat(1 << 20),
                "۹٬".repeat(1 << 19),
                "1/".repeat(1 << 19),
                "۱۳۹۴/۴/".repeat(1 << 17),
                "تیر ۱۳۹۴ ".repeat(5_000),
                "۵ تا ".repeat(5_000),
                "last week ".repeat(5_000),
                "بین ".repeat(5_000),
                "هزار و ".repeat(5_000),
                "ربیع ".repeat(5_000),
                numbered("term", 5_000),
                numbered("واژه", 5_000),
                "x".repeat(5_000) + " وزیر",
                "ک".repeat(5_000) + " minister",
                "((([[[{{{".repeat(20_000),
                "\"\\".repeat(100_000),
                "?!؟".repeat(100_000),
                " ".repeat(1 << 20),
                "\n\t\u00A0".repeat(100_000),
                "\u0000".repeat(1 << 20),
                "\uFDFA".repeat(100_000),
                "😀".repeat(100_000),
                "نخست‌وزیر ".repeat(5_000),
                "prime minister ".repeat(5_000));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void isAnsweredWhateverItIs(String question) {
        Retrieval retrieval = ask(question);
        assertThat(retrieval.plan().question()).hasSizeLessThanOrEqualTo(QueryPlanner.MOST_CHARACTERS);
    }

    /** As many readings as a question can have: the words with the most translations, each in many inflections. */
    @Test
    void theWordsWithTheMostTranslationsAreNotTooManyToSearch() throws IOException {
        var expressions = new LinkedHashSet<String>();
        for (Article article : articles()) {
            for (String expression : article.text().split("[.,]")) {
                expressions.add(expression.strip());
            }
        }
        var words = new QueryWords(SmallIndex.ANALYSIS);
        Comparator<String> byTranslations = Comparator.comparingInt(expression ->
                SmallIndex.LEXICON
                        .of(words.of(expression).stream()
                                .flatMap(word -> word.light().stream())
                                .toList())
                        .stream()
                        .mapToInt(List::size)
                        .sum());
        List<String> sorted = expressions.stream()
                .filter(expression -> words.of(expression).size() == 1)
                .sorted(byTranslations.reversed())
                .toList();
        for (boolean latin : new boolean[] {true, false}) {
            String question = String.join(
                    " ",
                    sorted.stream()
                            .filter(expression -> (expression.charAt(0) < 'z') == latin)
                            .limit(QueryPlanner.MOST_WORDS)
                            .toList());
            assertThat(ask(question).hits()).isNotEmpty();
        }
    }
}
