package dev.sanad.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.answer.Answer;
import dev.sanad.answer.Citation;
import dev.sanad.answer.Claim;
import dev.sanad.answer.ComposedBy;
import dev.sanad.answer.Notice;
import dev.sanad.answer.Question;
import dev.sanad.answer.Response;
import dev.sanad.answer.Searched;
import dev.sanad.answer.Span;
import dev.sanad.article.ArticleHead;
import dev.sanad.article.ArticleId;
import dev.sanad.article.Published;
import dev.sanad.store.ArchiveSummary;
import dev.sanad.telegram.HtmlCheck;
import dev.sanad.text.Language;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TelegramRendererTest {
    private static final LocalDate DAY = LocalDate.of(2015, 7, 3);
    private final TelegramRenderer renderer = new TelegramRenderer(
            (published, language) -> published.day(ZoneOffset.UTC).toString());

    @Test
    void aPersianAnswerReadsRight() {
        var answer = new Answer.Cited(
                List.of(
                        new Claim("طرح ایران چهار ماده دارد.", List.of(1)),
                        new Claim("آن را NATO رد کرد", List.of(2, 1))),
                List.of(
                        new Citation(
                                1, head("طرح صلح", "خبرگزاری", "https://news.example/1?a=1&b=2"), "چهار ماده", 0, 9),
                        new Citation(2, head("NATO says no", "Reuters", null), "ناتو «نه» گفت", 5, 18)));

        assertThat(renderer.answer(response(Language.PERSIAN, answer), Language.ENGLISH))
                .containsExactly(
                        """
                        طرح ایران چهار ماده دارد. [۱]
                        آن را NATO رد کرد [۲][۱]

                        R[۱] <a href="https://news.example/1?a=1&amp;b=2#:~:text=%DA%86%D9%87%D8%A7%D8%B1%20%D9%85%D8%A7%D8%AF%D9%87"><b>طرح صلح</b></a>
                        خبرگزاری · 2015-07-03
                        <blockquote expandable>چهار ماده</blockquote>

                        R[۲] <b>(NATO says no)</b>
                        R(Reuters) · 2015-07-03
                        <blockquote expandable>ناتو «نه» گفت</blockquote>""".replace("(", "\u2068").replace(")", "\u2069").replaceAll("(?m)^R", "\u200F"));
    }

    @Test
    void aQuotationThatIsTheAnswerStandsOnceWithWhatAnswersInBold() {
        String quote = "طرح چهار ماده دارد.";
        var answer = new Answer.Cited(
                List.of(new Claim(quote, List.of(1))),
                List.of(new Citation(1, head("طرح صلح", "خبرگزاری", null), quote, 0, quote.length(), new Span(4, 8))));

        assertThat(renderer.answer(response(Language.PERSIAN, answer), Language.PERSIAN))
                .containsExactly("""
                        طرح <b>چهار</b> ماده دارد. [۱]

                        \u200F[۱] <b>طرح صلح</b>
                        خبرگزاری · 2015-07-03""");
    }

    private static Answer digest(Claim one, Claim two) {
        return new Answer.Cited(
                List.of(one, two),
                List.of(
                        new Citation(1, head("طرح صلح", "خبرگزاری", null), "یک.", 0, 3),
                        new Citation(2, head("طرح صلح", "خبرگزاری", null), "دو.", 4, 7)));
    }

    @Test
    void theSentencesOfADigestStandBelowTheirDays() {
        Answer answer = digest(
                new Claim("یک.", List.of(1), Published.parse("2015-07-03")),
                new Claim("دو.", List.of(2), Published.parse("2015-07-02")));

        assertThat(renderer.answer(response(Language.PERSIAN, answer), Language.PERSIAN))
                .singleElement()
                .asString()
                .startsWith("""
                        R<b>2015-07-03</b>
                        یک. [۱]

                        R<b>2015-07-02</b>
                        دو. [۲]
                        """.replaceAll("(?m)^R", "\u200F"));
    }

    @Test
    void whatHasNoDateStandsUnderNobodyElses() {
        Answer answer =
                digest(new Claim("یک.", List.of(1), Published.parse("2015-07-03")), new Claim("دو.", List.of(2)));

        assertThat(renderer.answer(response(Language.PERSIAN, answer), Language.PERSIAN))
                .singleElement()
                .asString()
                .contains("یک. [۱]\n\nدو. [۲]");
    }

    @Test
    void quotationsOfOneArticleThatAreTheAnswerStandBelowItTogether() {
        ArticleHead other = new ArticleHead(new ArticleId("b"), "خبری دیگر", "fa", "", null, null);
        var answer = new Answer.Cited(
                List.of(
                        new Claim("یک.", List.of(1)),
                        new Claim("دو.", List.of(2)),
                        new Claim("سه.", List.of(3)),
                        new Claim("چهار را گفت.", List.of(4))),
                List.of(
                        new Citation(1, head("طرح صلح", "خبرگزاری", null), "یک.", 0, 3),
                        new Citation(2, other, "دو.", 0, 3),
                        new Citation(3, head("طرح صلح", "خبرگزاری", null), "سه.", 4, 7),
                        new Citation(4, head("طرح صلح", "خبرگزاری", null), "چهار.", 8, 13)));

        String html = String.join("\n", renderer.answerIn(response(Language.PERSIAN, answer), Language.PERSIAN));

        assertThat(html)
                .containsSubsequence("[۱][۳] <b>طرح صلح</b>", "[۲] <b>خبری دیگر</b>", "[۴] <b>طرح صلح</b>", "چهار.");
    }

    @Test
    void aLineRunsAsItsReaderReadsWhicheverLetterTellsTheirProgram() {
        String persianName = "\u2068ورزش‌نامه\u2069 · 31 October 2025";

        assertThat(Direction.LEFT_TO_RIGHT.before(persianName)).isEqualTo("\u200E");
        assertThat(Direction.LEFT_TO_RIGHT.before("Plateau Wire · \u2068ورزش‌نامه\u2069"))
                .isEmpty();
        assertThat(Direction.RIGHT_TO_LEFT.before("\u2068Plateau Wire\u2069 · ۳ مهر"))
                .isEqualTo("\u200F");
        assertThat(Direction.RIGHT_TO_LEFT.before("خبرگزاری")).isEmpty();
        assertThat(Direction.RIGHT_TO_LEFT.isolateCommands("/help را بفرستید، نه https://a.example/help یا و/یا"))
                .isEqualTo("\u2066/help\u2069 را بفرستید، نه https://a.example/help یا و/یا");
        assertThat(Direction.LEFT_TO_RIGHT.isolateCommands("/help me")).isEqualTo("/help me");
    }

    @Test
    void everythingFromOutsideIsEscapedAndNothingBecomesALinkByItself() {
        String evil = "<a href=\"https://evil.example\">x</a> & see evil.example/path or @evil_bot";
        var answer = new Answer.Cited(
                List.of(new Claim("They say: " + evil, List.of(1))),
                List.of(new Citation(1, head(evil, evil, "https://news.example/1"), evil, 0, evil.length())));

        String html = String.join("", renderer.answer(response(Language.ENGLISH, answer), Language.ENGLISH));
        assertThat(HtmlCheck.of(html).links()).singleElement().asString().startsWith("https://news.example/1#:~:text=");
        assertThat(HtmlCheck.of(html).quotations()).containsExactly(evil);
        assertThat(html).contains("<code>evil.example/path</code>", "<code>@evil_bot</code>");
    }

    @Test
    void whatTelegramRefusesIsReplacedUnitForUnit() {
        assertThat(TelegramHtml.clean("a\uD800b\uDC00c\u0000d\te\n😀\uFFFF"))
                .isEqualTo("a\uFFFDb\uFFFDc d e\n😀\uFFFD");
    }

    @Test
    void saysWhatWasSearchedAndWhatComesClosest() {
        var nearest = new Answer.NotFound(
                List.of(head("طرح صلح", "خبرگزاری", "https://news.example/1"), head("بی‌پیوند", "", null)));
        Response response = response(Language.PERSIAN, nearest);

        String html = String.join("", renderer.answer(response, Language.ENGLISH));
        assertThat(HtmlCheck.of(html).visible())
                .contains(
                        "دلار، امروز",
                        "در هیچ خبری نیست: دلار",
                        "۱۲",
                        "2015-07-03",
                        "2015-07-12",
                        "• طرح صلح — خبرگزاری");
        assertThat(HtmlCheck.of(html).links()).containsExactly("https://news.example/1");
    }

    @Test
    void aQuestionOfNoKnownLanguageIsAnsweredInTheReaders() {
        Response response = response(Language.UNKNOWN, new Answer.NotAQuestion(Answer.SmallTalk.EMPTY));

        assertThat(renderer.answer(response, Language.PERSIAN))
                .isEqualTo(renderer.text(Language.PERSIAN, "small_talk.empty"));
        assertThat(renderer.answer(response, Language.ENGLISH))
                .isEqualTo(renderer.text(Language.ENGLISH, "small_talk.empty"));
    }

    @Test
    void noticesStandBetweenAnswerAndQuotations() {
        var answer = new Answer.Cited(
                List.of(new Claim("It has four.", List.of(1))),
                List.of(new Citation(1, head("Plan", "Agency", null), "four", 0, 4)));
        Response response = response(Language.ENGLISH, answer).with(new Notice(Notice.Kind.CUT));

        assertThat(renderer.answer(response, Language.ENGLISH).getFirst())
                .containsSubsequence("It has four. [1]", "cut short", "<blockquote expandable>four");
    }

    @Test
    void namesAtMostThirtyPublishers() {
        List<ArchiveSummary.Publisher> publishers = IntStream.range(0, 40)
                .mapToObj(i -> new ArchiveSummary.Publisher(i == 1 ? "" : "P" + i, 40 - i))
                .toList();

        assertThat(renderer.sources(new ArchiveSummary(820, DAY, DAY.plusDays(9), publishers), Language.ENGLISH))
                .singleElement()
                .asString()
                .contains(
                        "820, from 2015-07-03 to 2015-07-12",
                        "• P0: 40",
                        "without a publisher's name: 39",
                        "Other publishers: 10")
                .doesNotContain("P30");
        assertThat(renderer.sources(new ArchiveSummary(0, null, null, List.of()), Language.PERSIAN))
                .containsExactly("بایگانی هنوز هیچ خبری ندارد.");
    }

    @Test
    void aFragmentNamesALongQuotationByItsEnds() {
        URI url = URI.create("https://news.example/خبر#top");
        String link = TextFragment.link(url, "one two, three-four five six seven\neight nine ten eleven twelve");

        assertThat(link)
                .isEqualTo("https://news.example/%D8%AE%D8%A8%D8%B1#top:~:text="
                        + "one%20two%2C%20three%2Dfour%20five,nine%20ten%20eleven%20twelve");
        assertThat(TextFragment.link(URI.create("https://a.example/" + "x".repeat(2020)), "words"))
                .doesNotContain("#");
        assertThat(TextFragment.link(URI.create("https://a.example/" + "x".repeat(2100)), "words"))
                .isNull();
    }

    @Property(tries = 400)
    void anyAnswerBecomesMessagesThatTelegramTakesAndNothingIsLost(@ForAll("answers") Answer.Cited answer) {
        List<HtmlCheck> messages =
                renderer
                        .answer(response(Language.of(answer.claims().getFirst().text()), answer), Language.PERSIAN)
                        .stream()
                        .map(HtmlCheck::of)
                        .toList();

        assertThat(messages).isNotEmpty().allSatisfy(message -> {
            assertThat(message.visible().length()).isBetween(1, 4096);
            assertThat(message.visible()).isNotBlank();
            assertThat(message.entities()).isLessThanOrEqualTo(100);
            assertThat(StandardCharsets.UTF_8.newEncoder().canEncode(message.visible()))
                    .isTrue();
        });
        String visible =
                bare(String.join("", messages.stream().map(HtmlCheck::visible).toList()));
        for (Claim claim : answer.claims()) {
            assertThat(visible).contains(bare(claim.text() + markers(claim)));
        }
        String quoted = bare(String.join(
                "", messages.stream().flatMap(m -> m.quotations().stream()).toList()));
        assertThat(quoted)
                .isEqualTo(bare(String.join(
                        "",
                        answer.citations().stream()
                                .filter(citation -> !isAClaim(citation, answer.claims()))
                                .map(Citation::quote)
                                .toList())));
    }

    private static boolean isAClaim(Citation citation, List<Claim> claims) {
        return claims.stream()
                .anyMatch(claim -> claim.citations().contains(citation.number())
                        && claim.text().equals(citation.quote()));
    }

    @Property(tries = 300)
    void piecesAreTheTextAndBreakNoCharacter(@ForAll("texts") String text) {
        List<String> pieces = TelegramMessages.pieces(text, 10, 7);

        assertThat(bare(String.join("", pieces))).isEqualTo(bare(text));
        assertThat(pieces).allSatisfy(piece -> {
            assertThat(piece.length()).isBetween(1, 10);
            assertThat(Character.isLowSurrogate(piece.charAt(0))).isEqualTo(false);
        });
    }

    @Provide
    Arbitrary<Answer.Cited> answers() {
        Arbitrary<String> quote = texts().filter(text -> !text.isEmpty());
        Arbitrary<List<String>> quotes = quote.list().ofMinSize(1).ofMaxSize(6);
        Arbitrary<List<String>> claims =
                texts().filter(text -> !text.isBlank()).list().ofMinSize(1).ofMaxSize(6);
        return Combinators.combine(claims, quotes, texts(), Arbitraries.of(true, false))
                .as(TelegramRendererTest::answer);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> words = Arbitraries.of(
                "طرح ",
                "ایران",
                "‌ها ",
                "Yemen ",
                "<b>",
                "&amp;",
                "\n",
                "😀",
                "👩‍👩‍👧",
                "e\u0301",
                "x.example.com ",
                "https://a.example/?b=c&d ",
                "[۱]",
                "۴",
                "\"",
                "@someone ",
                "1234567890",
                "س");
        Arbitrary<String> some = words.list().ofMaxSize(30).map(list -> String.join("", list));
        return Arbitraries.frequencyOf(
                Tuple.of(6, some),
                Tuple.of(
                        2,
                        Combinators.combine(some, Arbitraries.integers().between(1, 400))
                                .as((text, times) ->
                                        text.repeat(times).substring(0, Math.min(9000, text.length() * times)))
                                .map(TelegramHtml::clean)),
                Tuple.of(1, Arbitraries.integers().between(4000, 9000).map("س"::repeat)));
    }

    private static Answer.Cited answer(List<String> claims, List<String> quotes, String title, boolean linked) {
        List<Citation> citations = new ArrayList<>();
        for (String quote : quotes) {
            String url = linked ? "https://news.example/" + citations.size() : null;
            citations.add(new Citation(citations.size() + 1, head(title, "Agency", url), quote, 0, quote.length()));
        }
        List<Integer> numbers = citations.stream().map(Citation::number).toList();
        return new Answer.Cited(
                claims.stream().map(text -> new Claim(text, numbers)).toList(), citations);
    }

    private static String markers(Claim claim) {
        var markers = new StringBuilder();
        claim.citations().forEach(number -> markers.append('[').append(number).append(']'));
        return markers.toString();
    }

    /** Without white space and the invisible signs of direction and joining, and with digits of one script. */
    private static String bare(String text) {
        var bare = new StringBuilder();
        text.codePoints()
                .filter(c -> !Character.isWhitespace(c)
                        && !Character.isSpaceChar(c)
                        && Character.getType(c) != Character.FORMAT)
                .forEach(bare::appendCodePoint);
        return Numerals.of(bare.toString(), Language.PERSIAN);
    }

    private static ArticleHead head(String title, String source, @Nullable String url) {
        return new ArticleHead(
                new ArticleId("a"), title, "fa", source, url == null ? null : URI.create(url), new Published.On(DAY));
    }

    private static Response response(Language language, Answer answer) {
        var question = new Question("?", Instant.EPOCH, ZoneOffset.UTC);
        var searched = new Searched(List.of("دلار", "امروز"), List.of("دلار"), DAY, DAY.plusDays(9), 12);
        return new Response(
                question,
                language,
                answer,
                searched,
                .5,
                List.of(),
                List.of(),
                new ComposedBy.Extractive(),
                Duration.ZERO);
    }
}
