package dev.sanad.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.article.Article;
import dev.sanad.index.Analysis;
import dev.sanad.text.Calendars;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

@SuppressWarnings("NullAway.Init") // jqwik calls readTheSeeds before all else
class QuotationPropertiesTest {
    private static final List<Map.Entry<String, List<String>>> RETYPED = List.of(
            Map.entry("\u200C", List.of("", " ", "\u00AC", "\u00AD")),
            Map.entry("هٔ", List.of("ه", "ۀ", "ه\u200Cی", "ه ی")),
            Map.entry("لا", List.of("ﻻ", "ﻼ")),
            Map.entry("ی", List.of("ي", "ى", "ﯽ")),
            Map.entry("ک", List.of("ك", "ﮐ")),
            Map.entry("ي", List.of("ی")),
            Map.entry("ك", List.of("ک")),
            Map.entry("آ", List.of("ا", "ا\u0653")),
            Map.entry("أ", List.of("ا", "ا\u0654")),
            Map.entry("و", List.of("ﻭ", "و\u0650")),
            Map.entry("م", List.of("مـ", "م\u064E")),
            Map.entry("«", List.of("\"", "“", "", "(")),
            Map.entry("»", List.of("\"", "”", "", ")")),
            Map.entry("،", List.of(",", "", " ، ")),
            Map.entry(" ", List.of("  ", "\n", "\u00A0", " \u200F", "\t")));

    private static Path folder;
    private static QuotationArchive seeds;
    private static List<String> names;

    @BeforeContainer
    static void readTheSeeds() throws IOException {
        folder = Files.createTempDirectory("quotations");
        seeds = new QuotationArchive(folder, Path.of("seeds"));
        try (Stream<Path> files = Files.list(Path.of("seeds"))) {
            names = files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @AfterContainer
    static void removeTheArchive() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** Some words of a seed, as white space parts them. */
    private static String span(Article article, Random random, int words) {
        List<int[]> spans = Pattern.compile("\\S+")
                .matcher(article.text())
                .results()
                .map(word -> new int[] {word.start(), word.end()})
                .toList();
        int first = random.nextInt(spans.size() - words);
        return article.text().substring(spans.get(first)[0], spans.get(first + words - 1)[1]);
    }

    @Property(tries = 300)
    void anyWordsOfAnArticleAreFoundWhereTheyStand(
            @ForAll Random random, @ForAll @IntRange(min = 6, max = 120) int words) {
        Article article = seeds.article(names.get(random.nextInt(names.size())));
        String span = span(article, random, words);

        assertThat(seeds.find(span)).as(span).isInstanceOfSatisfying(Verification.Exact.class, exact -> {
            // A notice may repeat the words of the article that it corrects, which comes first then
            assertThat(exact.matches()).extracting(QuotationMatch::article).contains(article.head());
            for (QuotationMatch match : exact.matches()) {
                assertThat(span).contains(match.quote());
                seeds.assertQuotesTheStoredText(match);
            }
        });
    }

    @Property(tries = 300)
    void typingItOtherwiseChangesNothing(@ForAll Random random, @ForAll @IntRange(min = 6, max = 40) int words) {
        Article article = seeds.article(names.get(random.nextInt(names.size())));
        String span = span(article, random, words);
        String retyped = retyped(span, random);

        assertThat(seeds.find(retyped)).as(retyped).isEqualTo(seeds.find(span));
    }

    private static String retyped(String text, Random random) {
        String retyped = random.nextBoolean() ? text : Calendars.persianDigits(text);
        for (Map.Entry<String, List<String>> letter : RETYPED) {
            var made = new StringBuilder();
            for (int i = 0; i < retyped.length(); ) {
                boolean here = retyped.startsWith(letter.getKey(), i) && random.nextInt(3) > 0;
                List<String> ways = letter.getValue();
                made.append(here ? ways.get(random.nextInt(ways.size())) : retyped.charAt(i));
                i += here ? letter.getKey().length() : 1;
            }
            retyped = made.toString();
        }
        return retyped;
    }

    @Property
    void wordsAreReadInOrderAndLieWithinTheText(@ForAll String text) {
        int end = 0;
        for (QuotedWord word : new QuotedWords(new Analysis()).of(text)) {
            assertThat(word.key()).isNotEmpty();
            assertThat(word.start()).isGreaterThanOrEqualTo(end);
            assertThat(word.end()).isGreaterThan(word.start()).isLessThanOrEqualTo(text.length());
            end = word.end();
        }
    }
}
