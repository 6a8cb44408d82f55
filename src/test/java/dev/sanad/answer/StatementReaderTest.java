package dev.sanad.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatementReaderTest {
    /** What a model's reply reads as: the statements, each with its ids behind it, divided by bars. */
    private static String read(List<String> pieces) {
        var reader = new StatementReader();
        var statements = new ArrayList<Statement>();
        pieces.forEach(piece -> statements.addAll(reader.accept(piece)));
        statements.addAll(reader.finish());
        return statements.stream()
                .map(statement -> statement.text() + " " + statement.ids())
                .collect(Collectors.joining(" | "));
    }

    private static String read(String reply) {
        return read(List.of(reply));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            طرح چهار ماده دارد [2.3].                      → طرح چهار ماده دارد. [2.3]
            طرح چهار ماده دارد. [2.3]                      → طرح چهار ماده دارد. [2.3]
            طرح چهار ماده دارد.[2.3]                       → طرح چهار ماده دارد. [2.3]
            طرح چهار ماده دارد [2.3][1.1].                 → طرح چهار ماده دارد. [2.3, 1.1]
            طرح چهار ماده دارد [2.3, 1.1].                 → طرح چهار ماده دارد. [2.3, 1.1]
            طرح چهار ماده دارد [2.3] [1.1] [2.3].          → طرح چهار ماده دارد. [2.3, 1.1]
            طرح چهار ماده دارد [۲.۳].                      → طرح چهار ماده دارد. [2.3]
            طرح چهار ماده دارد [۲٫۳، ۱٫۱].                 → طرح چهار ماده دارد. [2.3, 1.1]
            طرح چهار ماده دارد [٢.٣].                      → طرح چهار ماده دارد. [2.3]
            طرح چهار ماده دارد 【2.3】.                     → طرح چهار ماده دارد. [2.3]
            طرح چهار ماده دارد ［2.3］.                     → طرح چهار ماده دارد. [2.3]
            طرح [2.3] چهار ماده دارد [1.1].                → طرح چهار ماده دارد. [2.3, 1.1]
            طرح چهار ماده دارد [منبع 2.3].                 → طرح چهار ماده دارد. [2.3]
            The plan has four points [source 2.3 and 1.1]. → The plan has four points. [2.3, 1.1]
            The plan has four points [^2.3].               → The plan has four points. [2.3]
            The plan has four points [2].                  → The plan has four points. []
            The plan has four points []                    → The plan has four points []
            The plan has four points [2.3                  → The plan has four points [2.3]
            The plan has four points [99.99]!              → The plan has four points! [99.99]
            The [draft] plan has four points [2.3].        → The [draft] plan has four points. [2.3]
            First [1.1]. Second. [1.2] Third [1.3].        → First. [1.1] | Second. [1.2] | Third. [1.3]
            First. [1.1]. Second. [1.2].                   → First. [1.1] | Second. [1.2]
            آیا درست است؟ [1.1] بله! [1.2]                 → آیا درست است؟ [1.1] | بله! [1.2]
            """)
    void idsAreReadWhereverTheyStandAndLeaveTheText(String reply, String statements) {
        assertThat(read(reply)).isEqualTo(statements);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            Mr. Hill met Dr. Poole at 9.30 a.m. on Monday [1.1]. → Mr. Hill met Dr. Poole at 9.30 a.m. on Monday. [1.1]
            It grew by 5.1 percent [1.1].                        → It grew by 5.1 percent. [1.1]
            بزرگی آن ۵.۱ بود [1.1].                               → بزرگی آن ۵.۱ بود. [1.1]
            No full stop at the end [1.1]                        → No full stop at the end [1.1]
            """)
    void notEveryFullStopEndsAStatement(String reply, String statements) {
        assertThat(read(reply)).isEqualTo(statements);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "- One [1.1].\n- Two [1.2].",
                "* One [1.1].\n* Two [1.2].",
                "• One [1.1].\n• Two [1.2].",
                "1. One [1.1].\n2. Two [1.2].",
                "۱. One [1.1].\n۲. Two [1.2].",
                "1) One [1.1].\n2) Two [1.2].",
                "# One [1.1].\n> Two [1.2].",
                "**One** [1.1].\n`Two` [1.2].",
                "- **One** [1.1].\n- **Two** [1.2].",
                "One [1.1].\r\n\r\nTwo [1.2].\r\n",
                "One. [1.1]\n[1.2] Two."
            })
    void listsAndMarkupAreTakenOff(String reply) {
        assertThat(read(reply)).isIn("One. [1.1] | Two. [1.2]", "One. [1.1, 1.2] | Two. []");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\n", "[1.1]", "[1.1][2.2]\n", "...", "—", "- ", "3."})
    void whatHoldsNoWordIsNoStatement(String reply) {
        assertThat(read(reply)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "NOT_FOUND",
                "NOT_FOUND.",
                "  NOT_FOUND\n",
                "\n\nNOT_FOUND",
                "\"NOT_FOUND\"",
                "“NOT_FOUND”",
                "«NOT_FOUND»",
                "**NOT_FOUND**",
                "`NOT_FOUND`",
                "[NOT_FOUND]",
                "not_found",
                "Not_Found!",
                "NOT FOUND",
                "Not found.",
                "NOT-FOUND",
                "NOT\\_FOUND",
                "NOTFOUND",
                "\u200FNOT_FOUND",
                "NOT_FOUND\n\nThe evidence speaks of Mars [1.1].",
                "NOT_FOUND: شواهد چیزی نمی‌گویند [1.1].",
                "NOT_FOUND [1.1]. The plan has four points [2.3]."
            })
    void notFoundIsFinalHoweverItIsSpelled(String reply) {
        assertThat(read(reply)).isEmpty();
        assertThat(read(reply.codePoints().mapToObj(Character::toString).toList()))
                .isEmpty();
    }

    @Test
    void notFoundEndsAnAnswerThatHadBegun() {
        assertThat(read("One [1.1]. NOT_FOUND. Two [1.2].")).isEqualTo("One. [1.1]");
        assertThat(read("One [1.1].\n[1.2] NOT_FOUND")).startsWith("One. [1.1").doesNotContain("FOUND");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "No one was hurt.",
                "NO",
                "Not one house fell.",
                "Not found guilty, he went home.",
                "NOT_FOUNDATION stones were laid.",
                "Nothing was found.",
                "Note that it rained."
            })
    void whatMerelyBeginsLikeNotFoundIsRead(String reply) {
        assertThat(read(reply)).isEqualTo(reply + " []");
    }

    @Test
    void invisibleCharactersGoAndTheZwnjStays() {
        assertThat(read("\u202Eخانه\u200Cها \u200Bر\u2066و\u2069شن\uFEFF شد\u00AD [1\u200F.1]."))
                .isEqualTo("خانه\u200Cها روشن شد. [1.1]");
        assertThat(read("One\u0000 two\tthree [1.1].")).isEqualTo("One two three. [1.1]");
    }

    @Test
    void aStatementIsHandedOutOnceTheNextHasBegun() {
        var reader = new StatementReader();

        assertThat(reader.accept("First. [1.1")).isEmpty();
        assertThat(reader.accept("] ")).isEmpty();
        assertThat(reader.accept("Second ")).extracting(Statement::text).containsExactly("First.");
        assertThat(reader.accept("is long.")).isEmpty();
        assertThat(reader.finish()).extracting(Statement::text).containsExactly("Second is long.");
    }

    @Provide
    Arbitrary<String> replies() {
        Arbitrary<String> words = Arbitraries.of(
                "طرح",
                "چهار",
                "ماده",
                "۴",
                "12",
                "3.5",
                "Mr.",
                "e.g.",
                "The",
                "plan",
                "گفت",
                "که",
                "NOT_FOUND",
                "no",
                "not",
                "found",
                "[1.1]",
                "[2.3, 1.1]",
                "[۲٫۳]",
                "【2.3】",
                "[2",
                ".3]",
                "[",
                "]",
                ".",
                "؟",
                "!",
                "...",
                "«",
                "»",
                "(",
                ")",
                "\"",
                ",",
                "-",
                "**",
                "1.",
                "😀",
                "\u200C",
                "\u200F",
                "آ\u0653");
        Arbitrary<String> gaps = Arbitraries.of(" ", " ", " ", "", "\n", "\n\n", ". ", "؟ ");
        return words.flatMap(word -> gaps.map(gap -> word + gap))
                .list()
                .ofMaxSize(40)
                .map(parts -> String.join("", parts));
    }

    @Property(tries = 3000)
    void theSameStatementsComeOutForAnyCuttingIntoPieces(
            @ForAll("replies") String reply, @ForAll List<@IntRange(max = 200) Integer> cuts) {
        var at = new TreeSet<>(cuts.stream().filter(cut -> cut < reply.length()).toList());
        var pieces = new ArrayList<String>();
        int from = 0;
        for (int cut : at) {
            pieces.add(reply.substring(from, cut));
            from = cut;
        }
        pieces.add(reply.substring(from));

        assertThat(read(pieces)).isEqualTo(read(reply));
        assertThat(read(reply.chars().mapToObj(c -> String.valueOf((char) c)).toList()))
                .isEqualTo(read(reply));
    }

    @Property
    void anIdNeverStaysInTheText(
            @ForAll("replies") String before, @ForAll("replies") String after, @ForAll boolean persian) {
        String id = persian ? "[۴۱٫۷۲]" : "[41.72]";
        var reader = new StatementReader();
        var statements = new ArrayList<>(reader.accept(before + id + after));
        statements.addAll(reader.finish());

        assertThat(statements)
                .allSatisfy(statement -> assertThat(statement.text()).doesNotContain(id));
    }
}
