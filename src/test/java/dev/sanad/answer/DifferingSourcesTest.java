package dev.sanad.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.answer.Answer.Cited;
import dev.sanad.article.Article;
import dev.sanad.article.ArticleHead;
import dev.sanad.article.ArticleId;
import dev.sanad.article.Published;
import dev.sanad.text.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Articles that contradict or correct each other. */
class DifferingSourcesTest {
    private static SeedArchive seeds;

    @TempDir
    private Path folder;

    @BeforeAll
    static void index(@TempDir Path folder) throws Exception {
        seeds = new SeedArchive(folder);
    }

    @AfterAll
    static void close() throws Exception {
        seeds.close();
    }

    private static Response ask(String question) throws InterruptedException {
        return seeds.ask(seeds.extractive(), question);
    }

    private static List<Citation> citations(Response response) {
        return ((Cited) response.answer()).citations();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            در آتش‌سوزی بازار فرش چند مغازه سوخت؟                             → ۲۳ مغازه   → 2025-11-06           → ۱۸ مغازه   → 2025-11-04T04:50:00Z
            How many people were forced to leave their homes by the flood in Corvale? → 412 people → 2025-11-15T17:30:00Z → 340 people → 2025-11-14T11:00:00Z
            """)
    void bothSidesAreQuotedTheLaterFirst(String question, String later, String laterDate, String earlier, String date)
            throws Exception {
        Response response = ask(question);

        assertThat(citations(response)).hasSizeGreaterThanOrEqualTo(2);
        assertThat(citations(response).get(0).quote()).contains(later);
        assertThat(citations(response).get(1).quote()).contains(earlier);
        assertThat(response.notices())
                .containsExactly(new Notice(Notice.Kind.SOURCES_DIFFER, later, laterDate, earlier, date));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            چند نفر در زلزله سنگدشت مصدوم شدند؟            → بیست و هفت نفر    → هفتاد و دو نفر → fa-quake-correction    → fa-quake-sangdasht
            How many bridges did the flood destroy in Corvale? → two bridges → five bridges → en-corvale-correction → en-corvale-flood
            """)
    void whatWasCorrectedIsQuotedBehindTheCorrection(
            String question, String right, String wrong, String correction, String corrected) throws Exception {
        Response response = ask(question);

        Citation first = citations(response).get(0);
        assertThat(first.article()).isEqualTo(seeds.article(correction).head());
        Span highlight = Objects.requireNonNull(first.highlight());
        assertThat(first.quote().substring(highlight.start())).startsWith(right.substring(0, right.indexOf(' ')));
        assertThat(first.quote()).contains(right);
        assertThat(citations(response).get(1).article())
                .isEqualTo(seeds.article(corrected).head());
        assertThat(citations(response).get(1).quote()).contains(wrong);
        assertThat(response.notices())
                .containsExactly(new Notice(
                        Notice.Kind.CORRECTION,
                        first.article().title(),
                        String.valueOf(first.article().published())));
    }

    @Test
    void aNameIsCorrectedToo() throws Exception {
        check(
                "چه کسی شهردار جدید رودبار شد؟",
                "علی احمدی شهردار جدید رودبار شد.",
                "در خبر پیشین به اشتباه علی احمدی شهردار رودبار خوانده شده بود. حسین کریمی شهردار جدید رودبار شد.",
                new Notice(Notice.Kind.CORRECTION, "", "2025-11-12"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "زلزله سنگدشت چه ساعتی رخ داد؟",
                "وام بازسازی خانه های ویران شده چقدر است؟",
                "خط سه متروی مهرآوران چند ایستگاه دارد؟",
                "How many sandbags were filled in Corvale?",
                "How much will the night library trial cost the council?"
            })
    void sourcesThatAgreeOrSpeakOfOtherThingsDoNotDiffer(String question) throws Exception {
        assertThat(ask(question).notices()).isEmpty();
    }

    @Test
    void numbersOfOneYearDifferThoughTheYearStandsBeforeThem() throws Exception {
        check(
                "در یک سال چند کارخانه در رودبار بسته شد؟",
                "در یک سال ۱۲ کارخانه در رودبار بسته شد.",
                "در یک سال ۱۵ کارخانه در رودبار بسته شد.",
                new Notice(Notice.Kind.SOURCES_DIFFER, "۱۵ کارخانه", "2025-11-12", "۱۲ کارخانه", "2025-11-11"));
    }

    @Test
    void datesDifferToo() throws Exception {
        check(
                "نمایشگاه کتاب رودبار کی آغاز می‌شود؟",
                "نمایشگاه کتاب رودبار ۱۲ آذر آغاز می‌شود.",
                "نمایشگاه کتاب رودبار ۱۵ آذر آغاز می‌شود.",
                new Notice(Notice.Kind.SOURCES_DIFFER, "۱۵ آذر", "2025-11-12", "۱۲ آذر", "2025-11-11"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            چه کسی شهردار جدید رودبار شد؟ → علی احمدی شهردار جدید رودبار شد. → حسین کریمی شهردار جدید رودبار شد. → علی احمدی → حسین کریمی
            شهردار جدید رودبار کیست؟ → شهردار جدید رودبار، علی احمدی، دیروز سوگند خورد. → شهردار جدید رودبار، حسین کریمی، کار خود را آغاز کرد. → علی احمدی → حسین کریمی
            نمایشگاه کتاب استان کجا برگزار می‌شود؟ → نمایشگاه کتاب استان در رودبار برگزار می‌شود. → نمایشگاه کتاب استان در نیل‌آباد برگزار می‌شود. → رودبار → نیل‌آباد
            Who is the head of the fire brigade of Corvale? → The head of the fire brigade of Corvale is Ilse Brandt. → The council named a new head of the fire brigade of Corvale, Tomas Reuter. → Ilse Brandt → Tomas Reuter
            Where will the book fair open? → The book fair will open in Harrowgate on Monday. → The book fair will open in Lowmere. → Harrowgate → Lowmere
            """)
    void namesDifferToo(String question, String one, String other, String earlier, String later) throws Exception {
        check(question, one, other, new Notice(Notice.Kind.SOURCES_DIFFER, later, "2025-11-12", earlier, "2025-11-11"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '→', textBlock = """
            چه کسی شهردار جدید رودبار شد؟ → علی احمدی شهردار جدید رودبار شد. → مهندس احمدی شهردار جدید رودبار شد.
            چه کسی شهردار جدید رودبار شد؟ → در سال ۱۳۹۰ علی احمدی شهردار جدید رودبار شد. → در سال ۱۳۹۴ حسین کریمی شهردار جدید رودبار شد.
            چه کسی در کتابخانه رودبار سخنرانی کرد؟ → علی احمدی در کتابخانه رودبار سخنرانی کرد. → حسین کریمی در کتابخانه رودبار سخنرانی کرد، پس از آنکه علی احمدی رفته بود.
            رئیس فدراسیون والیبال کیست؟ → علی احمدی رئیس فدراسیون والیبال است. → رئیس فدراسیون والیبال ایران به خبرنگاران پاسخ داد.
            نیما کاوه که بود؟ → نیما کاوه دعای ربنا را خواند. → نیما کاوه زبان محاوره‌ای را می‌پسندید.
            مادها چند سال حکومت کردند؟ → مادها ۲۷ سال حکومت کردند. → مادها تا سال ۶۱۲ پیش از میلاد حکومت کردند.
            Who leads the fire brigade of Corvale? → The fire brigade of Corvale is led by Ilse Brandt. → The fire brigade of Corvale is led by Brandt, a nurse by training.
            جمعیت شهر نیل‌آباد چند نفر است؟ → جمعیت شهر نیل‌آباد حدود ۴۱ هزار نفر است.     → جمعیت شهر نیل‌آباد ۴۱ هزار و ۲۵۰ نفر است.
            جمعیت شهر نیل‌آباد چند نفر است؟ → جمعیت شهر نیل‌آباد در سال ۱۳۸۵ ۴۱ هزار نفر بود. → جمعیت شهر نیل‌آباد در سال ۱۳۹۵ ۵۲ هزار نفر بود.
            نمایشگاه کتاب رودبار کی آغاز می‌شود؟ → نمایشگاه کتاب رودبار ۱۲ آذر آغاز می‌شود. → نمایشگاه کتاب رودبار سوم دسامبر آغاز می‌شود.
            """)
    void whatMayBothBeRightDoesNotDiffer(String question, String one, String other) throws Exception {
        check(question, one, other, null);
    }

    private void check(String question, String earlier, String later, @Nullable Notice expected)
            throws IOException, InterruptedException {
        Response response = SmallArchive.ask(
                folder,
                List.of(
                        article("one", earlier, "2025-11-11"),
                        article("other", later, "2025-11-12"),
                        article("third", "بازی والیبال دو شهر ساحلی دیروز نیمه‌کاره ماند.", "2025-11-13")),
                question);

        assertThat(response.notices()).isEqualTo(expected == null ? List.of() : List.of(expected));
    }

    private static Article article(String id, String text, String day) {
        return Article.of(
                new ArticleHead(new ArticleId(id), "", Language.of(text).tag(), "", null, Published.parse(day)), text);
    }
}
