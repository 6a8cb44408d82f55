package dev.sanad.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.answer.Answer.Cited;
import dev.sanad.article.Article;
import dev.sanad.article.ArticleHead;
import dev.sanad.article.ArticleId;
import dev.sanad.article.Published;
import dev.sanad.render.CalendarDates;
import dev.sanad.render.JsonRenderer;
import dev.sanad.render.TelegramRenderer;
import dev.sanad.render.TerminalRenderer;
import dev.sanad.text.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One agency text in many papers is one source. */
class ReprintsTest {
    private static final String TEXT = """
            پل تازهٔ رود سپیدان بامداد چهارشنبه با حضور مردم دو سوی رود باز شد. این پل ۳۱۰ متر درازا دارد و ساخت آن شش سال زمان برد.

            مهندس ارشد پروژه گفت که پایه‌ها را تا عمق بیست متری بستر پایین برده‌اند تا سیلاب بهاری به آن‌ها آسیب نزند.

            رانندگان از این پس برای رسیدن به بیمارستان شهر روبه‌رو به جای چهل دقیقه تنها پنج دقیقه در راه خواهند بود.
            """;
    private static final String QUESTION = "پل تازهٔ رود سپیدان چند متر درازا دارد؟";

    @TempDir
    private Path folder;

    private static Article article(String id, @Nullable String day, String text) {
        var head = new ArticleHead(
                new ArticleId(id),
                "خبر " + id,
                "fa",
                "روزنامهٔ " + id,
                null,
                day == null ? null : Published.parse(day));
        return Article.of(head, text);
    }

    private Response ask(Article... articles) throws Exception {
        return SmallArchive.ask(folder, List.of(articles), QUESTION);
    }

    private static List<Citation> citations(Response response) {
        return ((Cited) response.answer()).citations();
    }

    private static List<String> copies(Citation citation) {
        return citation.copies().stream().map(head -> head.id().value()).toList();
    }

    @Test
    void aReprintIsNamedWithTheOriginalWhichIsTheFirstPublished() throws Exception {
        Response response = ask(
                article("c", null, TEXT),
                article("b", "2025-11-12", TEXT),
                article("a", "2025-11-13", TEXT),
                article("other", "2025-11-10", "پل قدیمی رود سپیدان سال‌ها پیش ویران شد و درازای آن را کسی نمی‌داند."));

        Citation first = citations(response).getFirst();
        assertThat(first.quote()).contains("۳۱۰ متر");
        assertThat(first.article().id().value()).isEqualTo("b");
        assertThat(copies(first)).containsExactly("a", "c");
        assertThat(citations(response))
                .extracting(citation -> citation.article().id().value())
                .doesNotContain("a", "c");
    }

    @Test
    void aReprintThatChangedTheSentenceIsNoCopyOfIt() throws Exception {
        Response response =
                ask(article("b", "2025-11-12", TEXT), article("a", "2025-11-13", TEXT.replace("۳۱۰", "۳۰۰")));

        assertThat(citations(response))
                .filteredOn(citation -> citation.quote().contains("متر درازا"))
                .isNotEmpty()
                .allSatisfy(citation -> assertThat(copies(citation)).isEmpty());
    }

    @Test
    void fortyReprintsAreOneCitation() throws Exception {
        var articles = new ArrayList<Article>();
        for (int i = 0; i < 40; i++) {
            articles.add(article("reprint" + i, "2025-11-12", TEXT));
        }
        articles.add(article("other", "2025-11-10", "درازای پل رود سپیدان را یک روزنامهٔ محلی ۳۱۰ متر نوشته بود."));

        Response response = ask(articles.toArray(Article[]::new));

        assertThat(copies(citations(response).stream()
                        .filter(citation -> citation.quote().contains("۳۱۰ متر درازا"))
                        .findFirst()
                        .orElseThrow()))
                .hasSize(39);
    }

    @Test
    void everyReaderIsToldWhereElseItRan() throws Exception {
        Response response = ask(article("b", "2025-11-12", TEXT), article("a", "2025-11-13", TEXT));
        var dates = new CalendarDates(SeedArchive.ZONE);

        assertThat(new TerminalRenderer(dates, false).afterClaims(response))
                .contains("همچنین در: خبر a · روزنامهٔ a · ۲۲ آبان ۱۴۰۴");
        assertThat(new JsonRenderer(dates).answer(response))
                .contains("\"copies\":[{\"article\":\"a\",\"title\":\"خبر a\",\"source\":\"روزنامهٔ a\",\"url\":null,"
                        + "\"published\":\"2025-11-13\"}]");
        assertThat(String.join("\n", new TelegramRenderer(dates).answer(response, Language.PERSIAN)))
                .contains("همچنین در:", "روزنامهٔ a", "۲۲ آبان ۱۴۰۴");
    }

    @Test
    void aDigestHasATextOnceUnderTheDayOfItsFirstPrinting() throws Exception {
        Response response = SmallArchive.ask(
                folder,
                List.of(
                        article("late", "2015-07-09", TEXT + "\nاین خبر را روزنامه‌ها هم نوشته‌اند."),
                        article("first", "2015-07-03", TEXT),
                        article(
                                "other",
                                "2015-07-05",
                                "نام نویسنده\n\nپل تازهٔ رود سپیدان دیروز برای تعمیر بسته شد و تا فردا باز نمی‌شود.")),
                "آخرین خبر درباره پل سپیدان");

        assertThat(((Cited) response.answer()).claims())
                .extracting(claim -> claim.heading() + " " + claim.text().substring(0, 21))
                .containsExactly("2015-07-05 پل تازهٔ رود سپیدان د", "2015-07-03 پل تازهٔ رود سپیدان ب");
    }
}
