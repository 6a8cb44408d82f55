package dev.sanad.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.answer.ClaimCheck.Verdict;
import dev.sanad.index.Analysis;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a claim says otherwise than the one sentence of its evidence. */
class ContrastTest {
    private static final ClaimCheck CHECK = new ClaimCheck(new SupportCheck(new Analysis()));

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            شورا این طرح را تصویب نکرد.                  → شورا این طرح را تصویب کرد.                    → NEGATION نکرد
            شورا این طرح را تصویب کرد.                   → شورا این طرح را تصویب نکرده است.              → NEGATION کرد
            این پل باز نیست.                             → این پل باز است.                               → NEGATION نیست
            این کار قانونی است.                          → این کار غیرقانونی است.                        → DIRECTION قانونی
            The council did not approve the new plan.    → The council approved the new plan.            → NEGATION not
            The council approved the new plan.           → The council never approved the new plan.      → NEGATION never
            قیمت نان در شهر افزایش یافت.                 → قیمت نان در شهر کاهش یافت.                    → DIRECTION افزایش
            وزیر پیش از دیدار سخن گفت.                   → وزیر پس از دیدار سخن گفت.                     → DIRECTION پیش
            Bread prices rose in the town.               → Bread prices fell in the town.                → DIRECTION rose
            علی رضا را در بازار دید و حسن گریخت.         → حسن رضا را در بازار دید و علی گریخت.          → ORDER علی … حسن
            Ireland beat France in the final match.      → France beat Ireland in the final match.       → ORDER Ireland … France
            او در سال ۱۹۹۲ به دنیا آمد و در ۱۹۹۲ رفت.    → او در سال ۱۹۹۱ به دنیا آمد و در ۱۹۹۲ رفت.     → DATE ۱۹۹۲
            این خط شش ایستگاه و نه پل و شش قطار دارد.    → این خط پنج ایستگاه و نه پل و شش قطار دارد.    → NUMBER شش
            """)
    void whatTurnsASentenceRoundIsFound(String claim, String evidence, String finding) {
        Verdict verdict = CHECK.check(claim, List.of(evidence));

        assertThat(verdict.supported()).isFalse();
        assertThat(verdict.findings().stream().map(found -> found.kind() + " " + found.text()))
                .as(claim)
                .contains(finding);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            شورا طرح را دیروز تصویب کرد.                 → شورا دیروز طرح را تصویب کرد.
            به رضا علی در تهران گفت که پل بسته است.      → در تهران علی به رضا گفت که پل بسته است.
            این ميدان ها باز نمي شوند.                   → این میدان‌ها باز نمی‌شوند.
            جنبه سکولار دارند.                           → جنبه سکولار (غیر دینی) دارند.
            The council approved the plan.               → The council, which had not met for a year, approved the plan.
            ۵ زخمی و ۳ کشته گزارش شد.                    → ۳ کشته و ۵ زخمی گزارش شد.
            دیدار ۲۱ آوریل ۲۰۱۵ در باکو بود.             → دیدار ۱ اردیبهشت ۱۳۹۴ در باکو بود.
            """)
    void whatOnlyRewordsASentenceIsNot(String claim, String evidence) {
        Verdict verdict = CHECK.check(claim, List.of(evidence));

        assertThat(verdict.findings()).as(claim).isEmpty();
        assertThat(verdict.supported()).isTrue();
    }
}
