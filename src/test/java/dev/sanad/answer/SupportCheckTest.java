package dev.sanad.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.answer.Evidence.Item;
import dev.sanad.answer.Finding.Kind;
import dev.sanad.article.Article;
import dev.sanad.index.Segmenter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Claims about the seeds, held against sentences that are found in them by a few of their words. */
class SupportCheckTest {
    private static SeedArchive seeds;

    @BeforeAll
    static void index(@TempDir Path folder) throws Exception {
        seeds = new SeedArchive(folder);
    }

    @AfterAll
    static void close() throws Exception {
        seeds.close();
    }

    /** @param evidence parts of seeds' sentences, each with its article's id before it, divided by bars */
    private static List<Finding> findings(String claim, String evidence) {
        var check = new SupportCheck(seeds.analysis);
        List<Quotation> quotations = Arrays.stream(evidence.split("\\|"))
                .map(part -> check.read(item(part.strip())))
                .toList();
        return SupportCheck.check(check.read(claim), quotations).findings();
    }

    private static Item item(String part) {
        int space = part.indexOf(' ');
        Article article = seeds.article(part.substring(0, space));
        return new Segmenter()
                .passages(article).stream()
                        .flatMap(passage -> passage.sentences().stream()
                                .map(sentence -> new Item(new SentenceId(1, 1), passage, sentence)))
                        .filter(item -> item.text().contains(part.substring(space + 1)))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no sentence holds " + part));
    }

    private static void check(String claim, String evidence, String finding) {
        List<Finding> findings = findings(claim, evidence);
        if (finding.equals("-")) {
            assertThat(findings).as(claim).isEmpty();
        } else {
            assertThat(findings.stream().map(found -> found.kind() + " " + found.text()))
                    .as(claim)
                    .contains(finding);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            طرح ایران برای یمن چهار ماده دارد.              → fa-yemen-plan چهار ماده              → -
            طرح ایران برای یمن ۴ ماده دارد.                 → fa-yemen-plan چهار ماده              → -
            طرح ایران برای یمن 4 ماده دارد.                 → fa-yemen-plan چهار ماده              → -
            طرح ایران برای یمن ٤ ماده دارد.                 → fa-yemen-plan چهار ماده              → -
            طرح ایران برای یمن ۵ ماده دارد.                 → fa-yemen-plan چهار ماده              → NUMBER ۵
            طرح ایران برای یمن پنج ماده دارد.               → fa-yemen-plan چهار ماده              → NUMBER پنج
            رقم وام ۴۰۰ میلیون تومان است.               → fa-quake-second-report رقم وام       → -
            رقم وام چهارصد میلیون تومان است.            → fa-quake-second-report رقم وام       → -
            رقم وام ۴۰۰٬۰۰۰٬۰۰۰ تومان است.              → fa-quake-second-report رقم وام       → -
            رقم وام ۴۰۰ میلیارد تومان است.              → fa-quake-second-report رقم وام       → NUMBER ۴۰۰ میلیارد
            رقم وام ۴۰۰ تومان است.                      → fa-quake-second-report رقم وام       → NUMBER ۴۰۰
            رقم وام ۴۰۰ میلیون ریال است.                → fa-quake-second-report رقم وام       → NUMBER ۴۰۰ میلیون
            رقم وام ۴۰۰ میلیون تومان با سود ۴٪ است.     → fa-quake-second-report رقم وام       → -
            رقم وام ۴۰۰ میلیون تومان با سود ۵ درصد است. → fa-quake-second-report رقم وام       → NUMBER ۵
            یورو ۱۲۴۹۰۰ تومان معامله شد.                    → fa-currency-market يورو نيز          → -
            یورو 124,900 تومان معامله شد.                   → fa-currency-market يورو نيز          → -
            یورو ۱۲۴ هزار تومان معامله شد.                  → fa-currency-market يورو نيز          → NUMBER ۱۲۴ هزار
            بهای دلار ۱.۲ درصد بالا رفت.                    → fa-currency-market حدود ۱٫۲          → -
            بهای دلار ۲.۱ درصد بالا رفت.                    → fa-currency-market حدود ۱٫۲          → NUMBER ۲.۱
            خط سه متروی مهرآوران پنج ایستگاه دارد.          → fa-metro-line پنج ایستگاه | fa-metro-line پس از نه سال → -
            خط سه پس از نه سال ساخت به بهره‌برداری می‌رسد.   → fa-metro-line پس از نه سال           → -
            خط سه پس از ده سال ساخت به بهره‌برداری می‌رسد.   → fa-metro-line پس از نه سال           → NUMBER ده
            این خط ۷٫۴ متر درازا دارد.                      → fa-metro-line پنج ایستگاه            → NUMBER ۷٫۴
            The battery keeps 82% of its capacity.          → en-sodium-battery 82 percent         → -
            The battery keeps 28% of its capacity.          → en-sodium-battery 82 percent         → NUMBER 28
            The unit is priced at 1450 euros.               → en-sodium-battery 1,450 euros        → -
            The unit is priced at 1,450 dollars.            → en-sodium-battery 1,450 euros        → NUMBER 1,450
            The council voted 9 to 4.                       → en-night-library nine votes          → -
            The council voted nine to five.                 → en-night-library nine votes          → NUMBER five
            The harbours cost 18 million dollars to repair. → en-ferry-agreement 18-million        → -
            The harbours cost 18 billion dollars to repair. → en-ferry-agreement 18-million        → NUMBER 18 billion
            """)
    void aNumberStandsInItsQuotationsWithMagnitudeAndUnit(String claim, String evidence, String finding) {
        check(claim, evidence, finding);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            دیدار ۱ اردیبهشت ۱۳۹۴ در باکو بود.        → fa-yemen-plan در باکو با الهام    → -
            دیدار یکم اردیبهشت در باکو بود.            → fa-yemen-plan در باکو با الهام    → -
            دیدار ۱۳۹۴/۲/۱ در باکو بود.               → fa-yemen-plan در باکو با الهام    → -
            دیدار در سال ۱۳۹۴ در باکو بود.             → fa-yemen-plan در باکو با الهام    → -
            دیدار ۲۱ آوریل ۲۰۱۵ در باکو بود.           → fa-yemen-plan در باکو با الهام    → -
            دیدار ۲۱ آوریل در باکو بود.                → fa-yemen-plan در باکو با الهام    → -
            دیدار در آوریل ۲۰۱۵ در باکو بود.           → fa-yemen-plan در باکو با الهام    → -
            دیدار ۲ رجب ۱۴۳۶ در باکو بود.              → fa-yemen-plan در باکو با الهام    → -
            دیدار ۲ اردیبهشت ۱۳۹۴ در باکو بود.        → fa-yemen-plan در باکو با الهام    → DATE ۲ اردیبهشت ۱۳۹۴
            دیدار ۱ خرداد ۱۳۹۴ در باکو بود.            → fa-yemen-plan در باکو با الهام    → DATE ۱ خرداد ۱۳۹۴
            دیدار ۱ اردیبهشت ۱۳۹۵ در باکو بود.        → fa-yemen-plan در باکو با الهام    → DATE ۱ اردیبهشت ۱۳۹۵
            دیدار ۲۲ آوریل ۲۰۱۵ در باکو بود.           → fa-yemen-plan در باکو با الهام    → DATE ۲۲ آوریل ۲۰۱۵
            دیدار ۲۲ آوریل در باکو بود.                → fa-yemen-plan در باکو با الهام    → DATE ۲۲ آوریل
            دیدار ۲۱ آوریل ۲۰۱۶ در باکو بود.           → fa-yemen-plan در باکو با الهام    → DATE ۲۱ آوریل ۲۰۱۶
            دیدار در سال ۱۳۹۵ در باکو بود.             → fa-yemen-plan در باکو با الهام    → DATE ۱۳۹۵
            زمین‌لرزه بامداد ۱۸ مهر ۱۴۰۴ سنگ‌دشت را لرزاند. → fa-quake-sangdasht بامداد جمعه   → -
            زمین‌لرزه بامداد ۱۸ مهر ۱۴۰۳ سنگ‌دشت را لرزاند. → fa-quake-sangdasht بامداد جمعه   → DATE ۱۸ مهر ۱۴۰۳
            زمین‌لرزه بامداد ۱۰ اکتبر سنگ‌دشت را لرزاند.    → fa-quake-sangdasht بامداد جمعه   → -
            آخرین زلزله بزرگ این شهرستان سال ۸۲ بود.   → fa-quake-sangdasht آخرین زلزلهٔ  → -
            آخرین زلزله بزرگ این شهرستان سال ۲۰۰۳ بود. → fa-quake-sangdasht آخرین زلزلهٔ  → DATE ۲۰۰۳
            The vote is planned for 9 September.       → en-ferry-agreement 71 of the 120 → -
            The vote is planned for September 9, 2025. → en-ferry-agreement 71 of the 120 → -
            The vote is planned for 9 October.         → en-ferry-agreement 71 of the 120 → DATE 9 October.
            The ferry was suspended in 2014.           → en-ferry-agreement suspended in 2014 → -
            The ferry was suspended in 2015.           → en-ferry-agreement suspended in 2014 → DATE 2015
            """)
    void aDateStandsInItsQuotationsInAnyCalendar(String claim, String evidence, String finding) {
        check(claim, evidence, finding);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            گل پنالتی شاهین را Miguel Andrade زد.               → fa-football-shahin نقطه پنالتی    → -
            گل پنالتی شاهین را میگل آندراده زد.                 → fa-football-shahin نقطه پنالتی    → -
            گل پنالتی شاهین را Tomas Keller زد.                 → fa-football-shahin نقطه پنالتی    → NAME Keller
            گل پنالتی شاهین را سامان دلاوری زد.                 → fa-football-shahin نقطه پنالتی    → NAME دلاوری
            وزیر دفاع آذربایجان ذاکر حسن‌اف است.                 → fa-yemen-plan ذاکر حسن           → -
            وزیر دفاع آذربایجان Hasanov است.                     → fa-yemen-plan ذاکر حسن           → -
            وزیر دفاع آذربایجان ذاکر محمدوف است.                 → fa-yemen-plan ذاکر حسن           → NAME محمدوف
            به گزارش رویترز، طرح ایران برای یمن چهار ماده دارد.  → fa-yemen-plan چهار ماده          → NAME رویترز
            Petra Olanu spoke at the ceremony in Port Selen.     → en-ferry-agreement Petra Olanu    → -
            Petra Olanu spoke at the ceremony in Geneva.         → en-ferry-agreement Petra Olanu    → NAME Geneva
            Emil Dravic spoke at the ceremony in Port Selen.     → en-ferry-agreement Petra Olanu    → NAME Dravic
            Petra Olanu spoke at the ceremony, see evil.ru.      → en-ferry-agreement Petra Olanu    → NAME evil.ru
            Petra Olanu spoke at the ceremony (https://x.test/a?b). → en-ferry-agreement Petra Olanu → NAME https://x.test/a?b
            Petra Olanu spoke at the ceremony, says @olanu_bot.  → en-ferry-agreement Petra Olanu    → NAME @olanu_bot
            طرح ایران برای یمن چهار ماده دارد: www.x.test/یمن    → fa-yemen-plan چهار ماده          → NAME www.x.test/یمن
            نشانی تازه tashih@peyk-kavir.example است که خوانندگان به آن نامه می‌نویسند. → fa-quake-correction tashih → -
            """)
    void aNameOrAddressStandsInItsQuotations(String claim, String evidence, String finding) {
        check(claim, evidence, finding);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            طبق این گزارش، طرح ایران برای یمن شامل چهار ماده است.      → fa-yemen-plan چهار ماده         → -
            ايران براي يمن طرحي با چهار ماده دارد.                     → fa-yemen-plan چهار ماده         → -
            دهقان خزر را دریای صلح و دوستی نامیده است.                 → fa-yemen-plan دریای صلح          → -
            گروههای تکفیری ميخواهند به قفقاز برسند.                     → fa-yemen-plan گروه‌های تکفیری    → -
            گروه های تکفیری می خواهند به قفقاز برسند.                   → fa-yemen-plan گروه‌های تکفیری    → -
            مردم روستاهای چشمه ناز شبها را در چادر می‌مانند.             → fa-quake-second-report چشمه‌ناز  → -
            ساکنان سنگ‌دشت از خواب پریدند.                              → fa-quake-second-report ساعاتي پيش → -
            بهای بلیت اتوبوس سه برابر گران شد.                          → fa-yemen-plan چهار ماده         → WORDS بهای بلیت اتوبوس سه برابر گران شد.
            The library will stay open around the clock.               → en-night-library around the clock → -
            According to the article, the library stays open around the clock for students. → en-night-library around the clock → -
            Sodium batteries weigh more than lithium ones.             → en-sodium-battery heavier than   → -
            Whales migrate through tropical oceans every winter.       → en-sodium-battery heavier than   → WORDS Whales migrate through tropical oceans every winter.
            """)
    void aParaphraseKeepsEnoughOfTheWords(String claim, String evidence, String finding) {
        check(claim, evidence, finding);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            Iran's plan for Yemen has four points.                      → fa-yemen-plan چهار ماده         → -
            Iran's plan for Yemen has five points.                      → fa-yemen-plan چهار ماده         → NUMBER five
            The plan of Iran and Russia for Yemen has four points.      → fa-yemen-plan چهار ماده         → NAME Russia
            The meeting took place in Baku on 21 April 2015.            → fa-yemen-plan در باکو با الهام  → -
            The meeting took place in Baku on 21 April.                 → fa-yemen-plan در باکو با الهام  → -
            The meeting took place in Baku on 23 April 2015.            → fa-yemen-plan در باکو با الهام  → DATE 23 April 2015
            The loan is 400 million tomans.                             → fa-quake-second-report رقم وام  → -
            The loan is 400 million dollars.                            → fa-quake-second-report رقم وام  → NUMBER 400 million
            قایق ۳ مه سال آینده حرکت می‌کند.                            → en-ferry-agreement first ship   → -
            قایق ۴ مه سال آینده حرکت می‌کند.                            → en-ferry-agreement first ship   → DATE ۴ مه
            قایق ۱۳ اردیبهشت حرکت می‌کند.                               → en-ferry-agreement first ship   → -
            بهای هر دستگاه ۱۴۵۰ یورو است.                               → en-sodium-battery 1,450 euros   → -
            بهای هر دستگاه ۱۵۴۰ یورو است.                               → en-sodium-battery 1,450 euros   → NUMBER ۱۵۴۰
            به گفتهٔ Ilse Vermeer بهای هر دستگاه ۱۴۵۰ یورو است.          → en-sodium-battery 1,450 euros | en-sodium-battery Ilse → -
            به گفتهٔ Jonas Albrecht بهای هر دستگاه ۱۴۵۰ یورو است.        → en-sodium-battery 1,450 euros  → NAME Albrecht
            """)
    void acrossLanguagesNumbersDatesAndNamesAreChecked(String claim, String evidence, String finding) {
        check(claim, evidence, finding);
    }

    @Test
    void aQuotationThatHasNothingElseInCommonLendsNoNumber() {
        String claim = "خط سه متروی مهرآوران ۷۲ کیلومتر درازا و پنج ایستگاه دارد.";

        assertThat(findings(claim, "fa-metro-line پنج ایستگاه | fa-quake-sangdasht هفتاد و دو نفر"))
                .contains(new Finding(Kind.NUMBER, "۷۲"));
    }

    @Test
    void everySentenceOfTheSeedsCarriesItself() {
        var check = new SupportCheck(seeds.analysis);
        for (Article article : seeds.articles.values()) {
            for (var passage : new Segmenter().passages(article)) {
                for (var sentence : passage.sentences()) {
                    var item = new Item(new SentenceId(1, 1), passage, sentence);
                    assertThat(SupportCheck.check(check.read(item.text()), List.of(check.read(item)))
                                    .findings())
                            .as(item.text())
                            .isEmpty();
                }
            }
        }
    }
}
