package dev.sanad.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.answer.Difference;
import dev.sanad.answer.Difference.Kind;
import dev.sanad.answer.Notice;
import dev.sanad.answer.QuotationMatch;
import dev.sanad.answer.Verification;
import dev.sanad.article.ArticleHead;
import dev.sanad.article.ArticleId;
import dev.sanad.article.Published;
import dev.sanad.telegram.HtmlCheck;
import dev.sanad.text.Language;
import java.net.URI;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class VerificationRenderingTest {
    private static final ReaderDates DATES =
            (published, language) -> published.day(ZoneOffset.UTC).toString();
    private static final Difference CHANGED = new Difference(Kind.CHANGED, "27", "24", 12, 14);
    private static final Difference ADDED = new Difference(Kind.ADDED, "a day", "", 22, 22);
    private final TelegramRenderer telegram = new TelegramRenderer(DATES);

    private static QuotationMatch match(String id, @Nullable LocalDate day, String quote, Difference... differences) {
        var head = new ArticleHead(
                new ArticleId(id),
                "Title of <" + id + ">",
                "en",
                "Wire",
                URI.create("https://wire.example/" + id),
                day == null ? null : new Published.On(day));
        return new QuotationMatch(head, quote, 10, 10 + quote.length(), List.of(differences));
    }

    private static String terminal(boolean colours, Verification verification) {
        return new TerminalVerification(DATES, colours)
                .verification(verification, List.of(new Notice(Notice.Kind.READ_ONLY)), Language.ENGLISH);
    }

    @Test
    void theWordsThatDifferAreBrightInATerminal() {
        var near = new Verification.Near(List.of(match("a", null, "x 24 dollars\u001B", CHANGED, ADDED)));

        assertThat(terminal(true, near))
                .contains("«x \u001B[1m24\u001B[0m dollars »")
                .contains("“\u001B[1m27\u001B[0m”: the article has “\u001B[1m24\u001B[0m”");
        assertThat(terminal(false, near)).doesNotContain("\u001B").contains("“a day”: the article does not have it");
    }

    @Test
    void whatWasPublishedFirstIsToldOnlyWhereItIsKnown() {
        var day = LocalDate.of(2024, 5, 1);
        QuotationMatch dated = match("a", day, "words of it");
        QuotationMatch undated = match("b", null, "words of it");

        assertThat(terminal(false, new Verification.Exact(List.of(dated, undated))))
                .containsSubsequence("First published in:", "<a> · Wire · 2024-05-01", "Also in:", "<b> · Wire");
        assertThat(terminal(false, new Verification.Exact(List.of(undated, undated))))
                .containsSubsequence("Published in:", "Also in:");
        assertThat(terminal(false, new Verification.Exact(List.of(dated)))).doesNotContain("first", "Also");
    }

    @Test
    void nearArticlesOfOneTextStandTogether() {
        QuotationMatch one = match("a", null, "x 24 dollars", CHANGED);
        QuotationMatch other = match("b", null, "x 24 dollars ", CHANGED);

        String shown = terminal(false, new Verification.Near(List.of(one, one, other)));

        assertThat(shown.split("the article has", -1)).hasSize(3);
        assertThat(shown).endsWith("this answer rests on its last saved state.\n");
    }

    @Test
    void telegramHasTheQuotationItsDifferencesAndItsLinks() {
        var near = new Verification.Near(List.of(match("a", null, "x 24 dollars & <more>", CHANGED, ADDED)));

        List<String> messages = telegram.verification(near, Language.ENGLISH);

        assertThat(messages).hasSize(1);
        var html = HtmlCheck.of(messages.getFirst());
        assertThat(html.quotations()).containsExactly("x 24 dollars & <more>");
        assertThat(html.links()).singleElement().asString().startsWith("https://wire.example/a#:~:text=x%2024");
        assertThat(TelegramRenderer.plain(messages.getFirst()))
                .contains("• “27”: the article has “24”\n• “a day”: the article does not have it\nPublished in:");
    }

    @Test
    void telegramsLimitsAreKept() {
        String quote = "word ".repeat(1_500) + "end";
        Difference[] many = IntStream.range(0, 300)
                .mapToObj(i -> new Difference(Kind.ADDED, "g".repeat(400), "", 10, 10))
                .toArray(Difference[]::new);
        List<QuotationMatch> matches = IntStream.range(0, 20)
                .mapToObj(i -> match("a".repeat(50) + i, null, quote, many))
                .toList();

        List<String> messages = telegram.verification(new Verification.Near(matches), Language.PERSIAN);

        assertThat(messages).hasSizeGreaterThan(1).allSatisfy(message -> {
            assertThat(HtmlCheck.of(message).visible()).hasSizeLessThanOrEqualTo(4096);
            assertThat(HtmlCheck.of(message).entities()).isLessThanOrEqualTo(100);
        });
    }
}
