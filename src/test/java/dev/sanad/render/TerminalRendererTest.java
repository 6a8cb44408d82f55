package dev.sanad.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.answer.Citation;
import dev.sanad.answer.Claim;
import dev.sanad.answer.Span;
import dev.sanad.article.ArticleHead;
import dev.sanad.article.ArticleId;
import dev.sanad.article.Published;
import dev.sanad.text.Language;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TerminalRendererTest {
    private static final String QUOTE = "طرح چهار ماده دارد.";
    private static final Claim CLAIM = new Claim(QUOTE, List.of(1));
    private static final ReaderDates DATES =
            (published, language) -> published.day(ZoneOffset.UTC).toString();

    private static List<Citation> citing(@Nullable Span highlight) {
        var head = new ArticleHead(new ArticleId("a"), "طرح", "fa", "", null, null);
        return List.of(new Citation(1, head, QUOTE, 0, QUOTE.length(), highlight));
    }

    @Test
    void whatAnswersIsBrightInAQuotation() {
        var renderer = new TerminalRenderer(DATES, true);

        assertThat(renderer.claim(CLAIM, citing(new Span(4, 13)), Language.PERSIAN))
                .isEqualTo(
                        "«\u001B[1mطرح \u001B[0m\u001B[1;93mچهار ماده\u001B[0m\u001B[1m دارد.\u001B[0m» \u001B[2m[۱]\u001B[0m");
        assertThat(renderer.claim(CLAIM, citing(null), Language.PERSIAN))
                .isEqualTo("«\u001B[1m" + QUOTE + "\u001B[0m» \u001B[2m[۱]\u001B[0m");
    }

    @Test
    void aTerminalWithoutColoursGetsTheQuotationAsItIs() {
        assertThat(new TerminalRenderer(DATES, false).claim(CLAIM, citing(new Span(4, 13)), Language.PERSIAN))
                .isEqualTo("«" + QUOTE + "» [۱]");
    }

    @Test
    void aSentenceOfADigestStandsBehindItsDay() {
        var claim = new Claim(QUOTE, List.of(1), Published.parse("2015-07-03"));

        assertThat(new TerminalRenderer(DATES, false).claim(claim, citing(null), Language.PERSIAN))
                .isEqualTo("2015-07-03: «" + QUOTE + "» [۱]");
    }
}
