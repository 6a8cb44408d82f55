package dev.sanad.ingest;

import static dev.sanad.ingest.Reading.article;
import static dev.sanad.ingest.Reading.read;
import static dev.sanad.ingest.Reading.refusal;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.article.Article;
import dev.sanad.article.ArticleHead;
import dev.sanad.article.ArticleId;
import dev.sanad.article.Published;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HtmlReaderTest {
    private static final String NEWS_SITE = """
            <!doctype html><html lang="en"><head><title>زلزله | پیک</title>
            <meta property="og:title" content="زلزله در کرمان">
            <meta property="og:site_name" content="پیک">
            <script type="application/ld+json">{"@context":"https://schema.org","@graph":[
              {"@type":"WebSite","name":"سایت پیک","url":"https://peyk.example/"},
              {"@type":["NewsArticle"],"headline":"زلزله در &quot;کرمان&quot;","datePublished":"2025-10-10T14:30:00+03:30",
               "inLanguage":"fa-IR","publisher":{"@type":"Organization","name":"خبرگزاری پیک"},
               "mainEntityOfPage":{"@id":"https://peyk.example/زلزله/1"}}]}</script>
            <style>p { color: red }</style></head>
            <body class="has-sidebar"><form id="aspnetForm">
            <nav><ul><li><a href="/">خانه</a></li></ul></nav><header>سرصفحهٔ پیک</header>
            <main><article>
              <header><h1>زلزله در کرمان</h1><p>۱۸ مهر</p></header>
              <p>زمین\u200cلرزه   رخ
                 داد و <b>۲۷</b>&nbsp;نفر <a href="/x">زخمی</a> شدند.</p>
              <div class="share-buttons"><p>هم\u200cرسانی در تلگرام</p></div>
              <h2>خسارت\u200cها</h2>
              <p>دیوار دو مدرسه ترک برداشت.<br>کسی نمرد.</p>
              <ul><li>چادر</li><li>پتو</li></ul>
              <aside>آگهی</aside>
              <div class="related-posts"><p>بیشتر بخوانید: باران در گیلان</p></div>
            </article></main>
            <section id="comments"><p>نظر یک خواننده که بسیار بسیار درازتر از خود خبر است و نباید خوانده شود.</p></section>
            <footer><p>همهٔ حقوق محفوظ است.</p></footer>
            </form><script>var a = "<p>no</p>";</script></body></html>
            """;

    @Test
    void readsTheHeadFromJsonLd() throws IOException {
        assertThat(article("p/a.html", NEWS_SITE).head())
                .isEqualTo(new ArticleHead(
                        new ArticleId("p/a.html"),
                        "زلزله در \"کرمان\"",
                        "fa",
                        "خبرگزاری پیک",
                        URI.create("https://peyk.example/زلزله/1"),
                        new Published.At(Instant.parse("2025-10-10T11:00:00Z"))));
    }

    @Test
    void readsTheParagraphsOfTheArticleAndNothingAround() throws IOException {
        assertThat(article("a.html", NEWS_SITE).text()).isEqualTo("""
                        زمین\u200cلرزه رخ داد و ۲۷\u00a0نفر زخمی شدند.

                        خسارت\u200cها

                        دیوار دو مدرسه ترک برداشت.
                        کسی نمرد.

                        چادر

                        پتو""");
    }

    @Test
    void openGraphAndMetaServeWhereThereIsNoJsonLd() throws IOException {
        ArticleHead head = article("a.htm", """
                        <html lang="en-GB"><head><title>T</title><meta property="og:title" content="Ferry sails">
                        <meta property="article:published_time" content="2025-08-19T16:20:00Z">
                        <meta property="og:site_name" content="Plateau Wire"><link rel="canonical" href="/relative">
                        <meta property="og:url" content="https://wire.example/ferry"></head>
                        <body><p>The ferry sails again.</p></body></html>
                        """).head();
        assertThat(head.title()).isEqualTo("Ferry sails");
        assertThat(head.language()).isEqualTo("en");
        assertThat(head.source()).isEqualTo("Plateau Wire");
        assertThat(head.url()).isEqualTo(URI.create("https://wire.example/ferry"));
        assertThat(head.published()).isEqualTo(new Published.At(Instant.parse("2025-08-19T16:20:00Z")));
    }

    @Test
    void brokenJsonLdLeavesTheRestOfThePage() throws IOException {
        Article article = article(
                "a.html",
                "<script type='application/ld+json'>{\"@type\":\"Article\",,}</script><h1>Head</h1>"
                        + "<p>First.</p><p>Second.</p><time itemprop=datePublished datetime=2025-08-19>now</time>");
        assertThat(article.head().title()).isEqualTo("Head");
        assertThat(article.head().published()).hasToString("2025-08-19");
        assertThat(article.text()).isEqualTo("First.\n\nSecond.\n\nnow");
    }

    @Test
    void anAuthorStandsInForAPublisher() throws IOException {
        String page = "<script type='application/ld+json'>[{\"@type\":\"BlogPosting\",\"author\":[{\"name\":\"Ann\"}]}]"
                + "</script><p>Text.</p>";
        assertThat(article("a.html", page).head().source()).isEqualTo("Ann");
        assertThat(article("a.html", "<meta property=og:site_name content=Blog>" + page)
                        .head()
                        .source())
                .isEqualTo("Blog");
    }

    @Test
    void theArticleBodyOfJsonLdFillsAPageThatScriptsWouldFill() throws IOException {
        String body = "<p>یک پاراگراف بلند از خبر.<\\/p><p>دو &amp; سه.<\\/p>";
        Article article = article(
                "a.html",
                "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\"" + body
                        + "\"}</script><div id=app>Loading</div>");
        assertThat(article.text()).isEqualTo("یک پاراگراف بلند از خبر.\n\nدو & سه.");
    }

    @Test
    void findsTheDensestBlockOfAPageThatNamesNothing() throws IOException {
        String page = """
                <title>T</title><div class=top><a href=1>One</a> <a href=2>Two</a></div>
                <table><tr><td><div><a href=3>A very long link text that is longer than the news itself, longer by far</a></div></td>
                <td><div class=text>The first paragraph of the news.<br><br>The second
                paragraph, with  <i>more</i> words.<br/>Its second line.</div></td></tr></table>
                <div>Small print.</div>
                """;
        assertThat(article("a.html", page).text())
                .isEqualTo(
                        "The first paragraph of the news.\n\nThe second paragraph, with more words.\nIts second line.");
    }

    @Test
    void cardsOfOtherArticlesAreNotTheArticle() throws IOException {
        String page = "<article><h3>Card one</h3><p>Teaser.</p></article><div><h1>News</h1>"
                + "<p>The long text of the news itself.</p><p>And a second paragraph of it.</p></div>"
                + "<article><h3>Card two</h3><p>Teaser.</p></article>";
        assertThat(article("a.html", page).text())
                .isEqualTo("The long text of the news itself.\n\nAnd a second paragraph of it.");
    }

    @Test
    void aTableRowIsALine() throws IOException {
        String page = "<article><p>The table.</p><table><tr><th>City</th><th>Rain</th></tr>"
                + "<tr><td>Rasht</td>\n<td>12 mm</td></tr></table><pre>a\n  b</pre></article>";
        assertThat(article("a.html", page).text()).isEqualTo("The table.\n\nCity Rain\n\nRasht 12 mm\n\na\n  b");
    }

    @ParameterizedTest
    @CsvSource({
        "<meta charset=windows-1256>",
        "<meta http-equiv='Content-Type' content='text/html; charset=windows-1256'>",
        "<?xml version='1.0' encoding='windows-1256'?>",
        "<meta charset=utf-8>",
        "<meta charset=nonsense>",
        "<title>no declaration</title>"
    })
    void readsOldPagesWhateverTheyDeclare(String declaration) throws IOException {
        byte[] page =
                (declaration + "<p>گزارش خبرنگار ما از بازار تهران</p>").getBytes(Charset.forName("windows-1256"));
        assertThat(read("a.html", page).articles())
                .extracting(Article::text)
                .containsExactly("گزارش خبرنگار ما از بازار تهران");
    }

    @Test
    void aPageWithoutTextIsRefused() throws IOException {
        assertThat(refusal("a.html", "<html><body><nav>Home</nav><script>1</script></body></html>"))
                .isEqualTo("has no text");
        assertThat(refusal("a.html", "")).isEqualTo("has no text");
    }

    @Test
    void deepNestingIsNoHindrance() throws IOException {
        assertThat(article("a.html", "<div>".repeat(20_000) + "<p>Deep.</p>").text())
                .isEqualTo("Deep.");
    }

    @Property(tries = 300)
    void everyPageBecomesAnArticleOrARefusal(@ForAll("pages") String page) throws IOException {
        ReadResult result = read("a.html", page);
        assertThat(result.articles().size() + result.refusals().size()).isEqualTo(1);
    }

    @Property(tries = 300)
    void anyBytesBecomeAnArticleOrARefusal(@ForAll byte[] bytes) throws IOException {
        for (String path : List.of("a.html", "a.md", "a.txt", "a.json")) {
            ReadResult result = read(path, bytes);
            assertThat(result.articles().size() + result.refusals().size()).isEqualTo(1);
        }
    }

    @Property(tries = 200)
    void aParagraphComesBackAsItWasWritten(@ForAll("words") List<String> words) throws IOException {
        String text = "خبر" + String.join(" ", words);
        assertThat(article("a.html", "<div><p>\n" + text.replace(" ", " \n ") + " </p></div>")
                        .text())
                .isEqualTo(text);
    }

    @Provide
    Arbitrary<String> pages() {
        return Arbitraries.of(
                        "<p>",
                        "</p>",
                        "<article>",
                        "</article>",
                        "<div class='comments'>",
                        "</div>",
                        "<table><tr><td>",
                        "</table>",
                        "<br>",
                        "<pre>",
                        "<h1>سرخط</h1>",
                        "متن\u200c",
                        " text ",
                        "<form>",
                        "</form>",
                        "<nav>",
                        "<!-- x -->",
                        "<script type='application/ld+json'>",
                        "</script>",
                        "{\"@type\":\"NewsArticle\"}",
                        "<meta property='og:url' content='http://a b'>",
                        "<html lang='x_'>",
                        "<frameset>",
                        "&#0;",
                        "<")
                .list()
                .ofMaxSize(30)
                .map(parts -> String.join("", parts));
    }

    @Provide
    Arbitrary<List<String>> words() {
        return Arbitraries.strings()
                .withChars("ابپتکگیيك\u200c\u200f\u00a0،.abc۱٢3«»".toCharArray())
                .ofMinLength(1)
                .ofMaxLength(8)
                .list()
                .ofMaxSize(12);
    }
}
