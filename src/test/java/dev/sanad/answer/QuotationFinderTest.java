package dev.sanad.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotationFinderTest {
    @TempDir
    private static Path seedFolder;

    private static QuotationArchive seeds;

    @TempDir
    private Path folder;

    @BeforeAll
    static void readTheSeeds() throws IOException {
        seeds = new QuotationArchive(seedFolder, Path.of("seeds"));
    }

    /** An archive of articles, each {@code id | published, may be empty | text}. */
    private QuotationArchive archive(String... articles) throws IOException {
        Path source = Files.createDirectories(folder.resolve("source"));
        for (String article : articles) {
            String[] parts = article.split("\\|", 3);
            String date = parts[1].isBlank() ? "" : "date: " + parts[1].strip() + "\n";
            Files.writeString(
                    source.resolve(parts[0].strip() + ".md"), "---\ntitle: t\n" + date + "---\n\n" + parts[2].strip());
        }
        return new QuotationArchive(folder.resolve("archive"), source);
    }

    private static List<QuotationMatch> matches(Verification verification) {
        return switch (verification) {
            case Verification.Exact exact -> exact.matches();
            case Verification.Near near -> near.matches();
            case Verification.NotFound none -> List.of();
            case Verification.TooShort none -> List.of();
        };
    }

    private static List<String> ids(Verification verification) {
        return matches(verification).stream()
                .map(match -> match.article().id().value())
                .toList();
    }

    private static List<String> differences(Verification verification) {
        return matches(verification).getFirst().differences().stream()
                .map(one -> one.kind() + " " + one.given() + "/" + one.found())
                .toList();
    }

    static Stream<Arguments> quotations() throws IOException {
        try (InputStream in = Objects.requireNonNull(
                QuotationFinderTest.class.getResourceAsStream("quotations.txt"), "quotations.txt")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> Arguments.of((Object[]) line.split("\\|")));
        }
    }

    @ParameterizedTest
    @MethodSource("quotations")
    void tellsWhatTheArchiveSaysFromWhatItDoesNot(
            String kind, String article, String given, String found, String quotation) {
        Verification verification = seeds.find(quotation);

        switch (kind) {
            case "exact" -> assertThat(verification).isInstanceOf(Verification.Exact.class);
            case "near" -> assertThat(verification).isInstanceOf(Verification.Near.class);
            default -> assertThat(verification).isInstanceOf(Verification.NotFound.class);
        }
        if (kind.equals("near")) {
            assertThat(matches(verification).getFirst().differences())
                    .singleElement()
                    .satisfies(difference -> {
                        assertThat(difference.given()).isEqualTo(given);
                        assertThat(difference.found()).isEqualTo(found);
                    });
        }
        assertThat(ids(verification).stream().limit(1).toList())
                .isEqualTo(article.isEmpty() ? List.of() : List.of(article));
        matches(verification).forEach(seeds::assertQuotesTheStoredText);
    }

    @Test
    void aQuotationMayRunFromOnePassageIntoTheNext() throws IOException {
        String words = "باران در شمال ادامه دارد و راه‌ها لغزنده است. ";
        String text = "آغاز متن. " + words.repeat(30) + "سخنگو از رانندگان خواست آهسته بروند. "
                + "پس از آن پل تازه گشوده شد. " + words.repeat(30);
        QuotationArchive archive = archive("a||" + text, "b||" + words);

        Verification verification =
                archive.find("رانندگان خواست آهسته بروند. پس از آن پل تازه گشوده شد. باران در شمال");

        assertThat(verification).isInstanceOf(Verification.Exact.class);
        assertThat(ids(verification)).containsExactly("a.md");
        matches(verification).forEach(archive::assertQuotesTheStoredText);
    }

    @Test
    void namesEveryArticleThatHasItTheFirstPublishedFirstAndUndatedOnesLast() throws IOException {
        String text = "مدیر کارخانه گفت تولید از فردا آغاز می‌شود.";
        QuotationArchive archive = archive(
                "undated-b||" + text,
                "undated-a||" + text,
                "day|2024-05-01|" + text,
                "morning|2024-05-01T08:00:00+03:30|" + text,
                "earlier|2024-04-30|مقدمه. " + text + " پایان.",
                "other|2020-01-01|مدیر دیگری سخن گفت.");

        assertThat(ids(archive.find("مدیر كارخانه گفت: «تولید از فردا آغاز میشود»")))
                .containsExactly("earlier.md", "morning.md", "day.md", "undated-a.md", "undated-b.md");
    }

    @Test
    void namesTwentyArticlesAtMost() throws IOException {
        String[] reprints = IntStream.range(0, 25)
                .mapToObj(i -> "copy" + i + "||مدیر کارخانه گفت تولید از فردا آغاز می‌شود.")
                .toArray(String[]::new);

        assertThat(ids(archive(reprints).find("مدیر کارخانه گفت تولید از فردا آغاز می‌شود")))
                .hasSize(20);
    }

    @Test
    void ofNearArticlesTheOneWithTheFewestDifferingWordsComesFirst() throws IOException {
        QuotationArchive archive = archive(
                "far|2020-01-01|The minister opened the old bridge in the northern town on Monday evening.",
                "close|2024-01-01|The minister opened the new bridge in the northern town on Monday evening.");

        Verification verification =
                archive.find("The minister opened the new bridge in the northern town on Tuesday evening");

        assertThat(ids(verification)).containsExactly("close.md", "far.md");
        assertThat(differences(verification)).containsExactly("CHANGED Tuesday/Monday");
    }

    @Test
    void wordsAtAnEndAreShownBesideTheArticlesUnlessASentenceEndsBetween() throws IOException {
        QuotationArchive archive =
                archive("a||It rained all night. Nine boats were lost near the old harbour wall. So be it.");

        assertThat(differences(archive.find("Ten boats were lost near the old harbour gate")))
                .containsExactly("CHANGED Ten/Nine", "CHANGED gate/wall");
        assertThat(differences(archive.find("Sadly nine boats were lost near the old harbour wall")))
                .containsExactly("ADDED Sadly/");
        assertThat(differences(archive.find("Nine boats were lost near the old harbour wall yesterday")))
                .containsExactly("ADDED yesterday/");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"51 boats were lost", "5 100 boats were lost", "5.01 boats were lost", "$5.1 boats were lost"})
    void numbersOfOtherValueAreADifference(String quotation) throws IOException {
        QuotationArchive archive = archive("a||Some 5.1 boats were lost at sea.");

        assertThat(archive.find(quotation)).isNotInstanceOf(Verification.Exact.class);
        assertThat(archive.find("۵/۱ boats were lost")).isInstanceOf(Verification.Exact.class);
    }

    @Test
    void aVerbThatWasTurnedRoundIsNearHoweverItsPrefixIsWritten() throws IOException {
        QuotationArchive archive = archive("a||ما به قهرمانی فکر نمی کنیم و می رویم.");

        for (String verb : List.of("می کنیم", "می‌کنیم", "میکنیم")) {
            assertThat(differences(archive.find("به قهرمانی فکر " + verb)))
                    .containsExactly("CHANGED " + verb + "/نمی کنیم");
        }
    }

    @Test
    void aPartOfAWordIsNotTheWord() throws IOException {
        QuotationArchive archive = archive("a||آن‌ها کتابخانه‌های بزرگ شهر را دیدند.");

        assertThat(archive.find("کتاب‌های بزرگ شهر را دیدند")).isInstanceOf(Verification.Near.class);
        assertThat(archive.find("خانه‌های بزرگ شهر را دیدند")).isInstanceOf(Verification.Near.class);
        assertThat(archive.find("کتاب خانه های بزرگ شهر را دیدند")).isInstanceOf(Verification.Exact.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  \n", "؟!…", "و از که", "to be or not", "زلزله", "هواپیما سقوط"})
    void whatIsTooShortToTellIsNeitherFoundNorDenied(String quotation) throws IOException {
        assertThat(archive("a||باران بارید و رفت.").find(quotation)).isInstanceOf(Verification.TooShort.class);
    }

    @Test
    void twoWordsThatStandTogetherAreFound() {
        assertThat(ids(seeds.find("دریای خزر"))).containsExactly("fa-yemen-plan.md");
        assertThat(seeds.find("دریای یمن")).isInstanceOf(Verification.TooShort.class);
    }

    @Test
    void wordsWithoutMeaningInCommonAreNotNear() throws IOException {
        assertThat(archive("a||او گفت که از این خسته است.").find("او گفت که از آن بیزار است"))
                .isInstanceOf(Verification.NotFound.class);
    }

    @Test
    void anEmptyArchiveHasNothing() throws IOException {
        assertThat(archive().find("باران در شمال ادامه دارد"))
                .isInstanceOfSatisfying(
                        Verification.NotFound.class,
                        none -> assertThat(none.searched().articles()).isZero());
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void anyTextAtAllIsLookedUp(String text) {
        assertThat(seeds.find(text)).isNotInstanceOf(Verification.Exact.class);
    }

    static Stream<String> hostile() {
        return Stream.of(
                "ا".repeat(QuotationFinder.MOST_CHARACTERS),
                "a ".repeat(QuotationFinder.MOST_CHARACTERS / 2),
                "1 ".repeat(QuotationFinder.MOST_CHARACTERS / 2),
                "+title:* AND (\"x\" OR ~2) \\ / [a TO b]",
                "\u202E\uD83D\u0000\uFFFF \uDC00 <b>&amp;</b>",
                "$€%".repeat(1000),
                "ه ی ".repeat(1000));
    }

    @Test
    void aTextThatIsTooLongIsRefused() {
        assertThatThrownBy(() -> seeds.find("x".repeat(QuotationFinder.MOST_CHARACTERS + 1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
