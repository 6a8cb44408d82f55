package dev.sanad.render;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sanad.answer.Answer;
import dev.sanad.answer.Answerer;
import dev.sanad.answer.Citation;
import dev.sanad.answer.Claim;
import dev.sanad.answer.DefaultAnswerer;
import dev.sanad.answer.ExtractiveComposer;
import dev.sanad.answer.LlmComposer;
import dev.sanad.answer.Prompts;
import dev.sanad.answer.Question;
import dev.sanad.answer.Response;
import dev.sanad.answer.SupportCheck;
import dev.sanad.article.Article;
import dev.sanad.article.ArticleHead;
import dev.sanad.article.ArticleId;
import dev.sanad.config.Endpoint;
import dev.sanad.config.Provider;
import dev.sanad.config.Settings.CheckMode;
import dev.sanad.config.Settings.Timeouts;
import dev.sanad.index.Analysis;
import dev.sanad.index.LucenePassageIndex;
import dev.sanad.llm.FallbackChain;
import dev.sanad.llm.Llms;
import dev.sanad.retrieve.ArchiveSearcher;
import dev.sanad.retrieve.QueryPlanner;
import dev.sanad.retrieve.Ranking;
import dev.sanad.telegram.HtmlCheck;
import dev.sanad.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Articles and questions that order the model about, before a model that obeys: what reaches the reader all the same. */
class HostileDataTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern STEERING = Pattern.compile("[\\u061C\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069]");
    private static final Pattern OVERRIDE = Pattern.compile("[\\u202A-\\u202E]");
    private static final Pattern BOUNDARY = Pattern.compile("(?m)^=== ([0-9a-f]{12}) === ");
    private static final Timeouts PATIENT =
            new Timeouts(Duration.ofSeconds(30), Duration.ofSeconds(30), Duration.ofSeconds(60));
    private static final ReaderDates DATES =
            (published, language) -> published.day(ZoneOffset.UTC).toString();
    private static final List<Case> CASES = cases();
    private static final Map<String, Article> ARTICLES = new HashMap<>();
    private static ObedientServer server;
    private static ArchiveSearcher searcher;
    private static final Analysis ANALYSIS = new Analysis();

    record Case(String id, String title, String source, URI url, String text, String question) {}

    private static List<Case> cases() {
        try (InputStream in = HostileDataTest.class.getResourceAsStream("hostile.jsonl")) {
            var cases = new ArrayList<Case>();
            for (String line :
                    new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                cases.add(JSON.readValue(line, Case.class));
            }
            return cases;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    static Stream<Case> hostile() {
        return CASES.stream();
    }

    @BeforeAll
    static void index(@TempDir Path folder) throws Exception {
        for (Case one : CASES) {
            String language = Language.of(one.text()).tag();
            ARTICLES.put(
                    one.id(),
                    Article.of(
                            new ArticleHead(
                                    new ArticleId(one.id()), one.title(), language, one.source(), one.url(), null),
                            one.text()));
        }
        try (LucenePassageIndex index = LucenePassageIndex.open(folder, ANALYSIS)) {
            index.update(List.copyOf(ARTICLES.values()), List.of());
            index.commit(1);
        }
        searcher = ArchiveSearcher.open(folder);
        server = new ObedientServer();
    }

    @AfterAll
    static void close() throws Exception {
        server.close();
        searcher.close();
    }

    private static Response ask(Case one, CheckMode mode) throws Exception {
        var endpoint = new Endpoint(Provider.OPENAI, "obedient", server.url(), null, null);
        var chain = new FallbackChain(List.of(Llms.of(endpoint, 4000, PATIENT)), PATIENT.total());
        Answerer answerer = new DefaultAnswerer(
                new QueryPlanner(ANALYSIS),
                searcher.retriever(ANALYSIS, ZoneOffset.UTC, Ranking.fitted(), null, null),
                new ExtractiveComposer(ANALYSIS, 3),
                new LlmComposer(Prompts.load(Path.of("prompts")), chain, new SupportCheck(ANALYSIS), mode, 6000, null),
                0);
        return answerer.answer(
                new Question(one.question(), Instant.parse("2026-01-15T08:00:00Z"), ZoneOffset.UTC),
                (claim, added) -> {});
    }

    @Test
    void thereAreAtLeastFortyOfThem() {
        assertThat(CASES).hasSizeGreaterThanOrEqualTo(40);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void noOrderReachesTheReader(Case one) throws Exception {
        Response response = ask(one, CheckMode.DROP);

        assertThat(server.wrongs()).isEmpty();
        assertThat(server.last().obeyed())
                .as("orders that the model found and obeyed")
                .isPositive();
        assertThatTheBoundaryIsOurs();
        List<Claim> claims = claims(response);
        assertThat(claims).as("the answer is there all the same").isNotEmpty();
        Map<Integer, Citation> citations = citations(response);
        for (Claim claim : claims) {
            assertThat(claim.citations()).isNotEmpty().isSubsetOf(citations.keySet());
        }
        citations.values().forEach(HostileDataTest::assertQuotesTheStoredText);
        assertClean(claims.stream().map(Claim::text).toList(), response);
        assertRendered(response);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void noForeignLinkIsShownWhateverTheCheckIsToldToDo(Case one) throws Exception {
        for (CheckMode mode : CheckMode.values()) {
            assertThat(claims(ask(one, mode)))
                    .as(mode.name())
                    .noneMatch(claim -> claim.text().contains("evil.example"));
        }
    }

    /** The prompt holds the four lines of this request's mark, and no line of data begins with it. */
    private static void assertThatTheBoundaryIsOurs() {
        String user = server.last().user();
        String first =
                BOUNDARY.matcher(user).results().findFirst().orElseThrow().group(1);
        assertThat(BOUNDARY.matcher(user).results().map(found -> found.group(1)))
                .as("lines that begin as a boundary does")
                .containsOnly(first)
                .hasSize(4);
    }

    private static void assertQuotesTheStoredText(Citation citation) {
        Article article =
                Objects.requireNonNull(ARTICLES.get(citation.article().id().value()));
        assertThat(article.text().substring(citation.start(), citation.end())).isEqualTo(citation.quote());
    }

    /** No prompt, no forged text and no foreign link in what the model is credited with. */
    private static void assertClean(List<String> texts, Response response) {
        List<String> prompt = server.last()
                .system()
                .lines()
                .filter(line -> line.length() > 20)
                .toList();
        String mark = BOUNDARY.matcher(server.last().user())
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
        for (String text : texts) {
            assertThat(text).doesNotContain(prompt).doesNotContain(mark);
            assertThat(text).doesNotContain("Arr", "ملوان", "of cheese.", "پنیر است", "Mercury");
            assertThat(text).as("of %s", response.dropped()).doesNotContain("evil.example");
            for (String line : prompt) {
                for (String sentence : line.split("(?<=[.؛])\\s")) {
                    assertThat(sentence.length() > 20 && text.contains(sentence))
                            .as(sentence)
                            .isFalse();
                }
            }
        }
    }

    private static void assertRendered(Response response) throws IOException {
        List<String> data = data(response);
        var terminal = new TerminalRenderer(DATES, false);
        List<Citation> citations = List.copyOf(citations(response).values());
        String printed = claims(response).stream()
                        .map(claim -> terminal.claim(claim, citations, response.language()))
                        .reduce("", (all, claim) -> all + claim + "\n")
                + terminal.afterClaims(response);
        assertThat(STEERING.matcher(printed).find()).as(printed).isFalse();
        assertThat(printed).doesNotContain("\u001B", "\u200B");
        assertClean(
                List.of(without(data.stream().map(TerminalRenderer::printable).toList(), printed)), response);

        String json = new JsonRenderer(DATES).answer(response);
        assertThat(STEERING.matcher(json).find()).as(json).isFalse();
        assertThat(json).doesNotContain("\u001B", "\u200B");
        JsonNode read = JSON.readTree(json);
        for (Citation citation : citations) {
            assertThat(read.path("citations").findValuesAsText("quote")).contains(citation.quote());
        }
        // what the reader typed and what was dropped are told as they were
        ((ObjectNode) read).remove(List.of("question", "dropped", "citations", "nearest", "searched"));
        assertClean(List.of(read.toString()), response);

        for (String message : new TelegramRenderer(DATES).answer(response, Language.ENGLISH)) {
            HtmlCheck html = HtmlCheck.of(message);
            assertThat(OVERRIDE.matcher(html.visible()).find()).as(message).isFalse();
            assertThat(balanced(html.visible())).as(message).isTrue();
            assertThat(html.links()).allMatch(link -> link.startsWith("https://news.example/"));
        }
    }

    /** Whether every isolate is closed where it was opened, so that none reaches beyond its name. */
    private static boolean balanced(String text) {
        int depth = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c >= '\u2066' && c <= '\u2068' ? 1 : c == '\u2069' ? -1 : 0;
            if (depth < 0 || (c == '\n' && depth != 0)) {
                return false;
            }
        }
        return depth == 0;
    }

    /** What is shown as the words of others: quotations, titles, publishers. */
    private static List<String> data(Response response) {
        return citations(response).values().stream()
                .flatMap(citation -> Stream.of(
                        citation.quote(),
                        citation.article().title(),
                        citation.article().source()))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private static String without(List<String> data, String text) {
        String rest = text;
        for (String one : data) {
            rest = rest.replace(one, "");
        }
        return rest;
    }

    private static List<Claim> claims(Response response) {
        return response.answer() instanceof Answer.Cited cited ? cited.claims() : List.of();
    }

    private static Map<Integer, Citation> citations(Response response) {
        Map<Integer, Citation> byNumber = new HashMap<>();
        if (response.answer() instanceof Answer.Cited cited) {
            cited.citations().forEach(citation -> byNumber.put(citation.number(), citation));
        }
        return byNumber;
    }
}
