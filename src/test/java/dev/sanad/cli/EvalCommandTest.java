package dev.sanad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sanad.cli.Sanad.Run;
import dev.sanad.store.ArticleStore;
import dev.sanad.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvalCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String CORPUS = """
            {"id":"bridge","title":"پل","text":"پل رودخانه در شهر تبریز در سال ۱۳۹۰ ساخته شد. طول آن ۴۰۰ متر است."}
            {"id":"library","title":"کتابخانه","text":"کتابخانه ملی شیراز هر شب تا ساعت ده باز است."}
            {"id":"the ferry","title":"Ferry","text":"The ferry to the island leaves the harbour at seven every morning."}
            """;
    private static final String QUERIES = """
            {"id":"q1","question":"پل رودخانه در کدام شهر ساخته شد؟","gold":"bridge","answers":["تبریز"]}
            {"id":"q2","question":"When does the ferry to the island leave?","gold":["the ferry"],"answers":["at seven"]}
            {"id":"q3","question":"قیمت طلا در بازار لندن چقدر بود؟","answers":[]}
            {"id":"q4","question":"کتابخانه ملی شیراز","gold":"library"}
            """;

    @TempDir
    private Path folder;

    private Path corpus;
    private Path queries;

    @BeforeEach
    void write() throws IOException {
        corpus = Files.writeString(folder.resolve("corpus.jsonl"), CORPUS);
        queries = Files.writeString(folder.resolve("queries.jsonl"), QUERIES);
    }

    private Path out(String name) {
        return folder.resolve("out-" + name);
    }

    private Run eval(String name, String... more) {
        List<String> all = new ArrayList<>(
                List.of("eval", "--set", "archive=" + folder.resolve("archive"), "--corpus", corpus.toString()));
        all.addAll(List.of("--queries", queries.toString(), "--out", out(name).toString()));
        all.addAll(List.of(more));
        return new Sanad().run(all.toArray(String[]::new));
    }

    private JsonNode report(String name) throws IOException {
        return JSON.readTree(out(name).resolve("report.json").toFile());
    }

    private List<JsonNode> lines(String name) throws IOException {
        var lines = new ArrayList<JsonNode>();
        for (String line : Files.readAllLines(out(name).resolve("run.jsonl"))) {
            lines.add(JSON.readTree(line));
        }
        return lines;
    }

    @Test
    void measuresWhatIsFoundAndAnswered() throws Exception {
        Run run = eval("all", "--trec");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("R@1            1.0000").contains("answer@1       1.0000");
        assertThat(run.err()).isEmpty();
        JsonNode report = report("all");
        assertThat(report.fieldNames())
                .toIterable()
                .startsWith(
                        "n",
                        "R@1",
                        "R@5",
                        "R@10",
                        "R@20",
                        "MRR@10",
                        "nDCG@10",
                        "answer@1",
                        "answer@3",
                        "answered",
                        "abstained",
                        "auroc",
                        "quote_chars",
                        "fidelity",
                        "millis_p50",
                        "millis_p95");
        assertThat(report.get("n").toString()).isEqualTo("4");
        assertThat(report.get("abstained").asDouble()).isOne();
        assertThat(report.get("fidelity").asDouble()).isOne();
        assertThat(report.at("/counts/ranked").asInt()).isEqualTo(3);
        assertThat(report.at("/settings/answer.threshold").asText()).isNotEmpty();
        JsonNode first = lines("all").getFirst();
        assertThat(first.fieldNames())
                .toIterable()
                .containsExactly("id", "ranking", "status", "text", "citations", "confidence", "millis");
        assertThat(first.at("/ranking/0").fieldNames()).toIterable().containsExactly("article", "score");
        assertThat(first.at("/citations/0").fieldNames()).toIterable().containsExactly("article", "quote");
        assertThat(first.at("/citations/0/quote").asText()).contains("تبریز");
        assertThat(out("all").resolve("qrels.trec")).content().contains("q2 0 the%20ferry 1");
        assertThat(out("all").resolve("run.trec")).content().doesNotContain("q3 ");
    }

    @Test
    void ranksOnlyWhereNoAnswersAreAskedFor() throws Exception {
        assertThat(eval("ranks", "--no-answers").code()).isZero();

        assertThat(report("ranks").get("R@1").asDouble()).isOne();
        for (String key : List.of("answer@1", "answered", "abstained", "auroc", "quote_chars", "fidelity")) {
            assertThat(report("ranks").get(key).isNull()).as(key).isTrue();
        }
        assertThat(lines("ranks").getFirst().get("status").isNull()).isTrue();
    }

    @Test
    void aQuestionOfATimeThatHoldsNothingIsRankedOverAllOfTime() throws Exception {
        Files.writeString(
                queries, "{\"id\":\"q\",\"question\":\"در سال ۱۳۸۰ کدام پل ساخته شد؟\",\"gold\":\"bridge\"}\n");

        assertThat(eval("time", "--no-answers").code()).isZero();

        assertThat(report("time").get("R@1").asDouble()).isOne();
    }

    @Test
    void theArchiveOfACorpusIsItsOwnAndIsKept() throws Exception {
        eval("first", "--no-answers");
        Path archive = onlyArchive();
        long revision = revision(archive);
        eval("second", "--no-answers");

        assertThat(revision(archive)).isEqualTo(revision).isPositive();
        assertThat(folder.resolve("archive").resolve(Database.FILE)).doesNotExist();
        Files.writeString(corpus, CORPUS.replace("۴۰۰", "۵۰۰"));
        eval("third", "--no-answers");
        assertThat(onlyArchive()).isEqualTo(archive);
        assertThat(revision(archive)).isGreaterThan(revision);
    }

    private Path onlyArchive() throws IOException {
        try (Stream<Path> archives = Files.list(folder.resolve("archive/eval"))) {
            List<Path> all = archives.toList();
            assertThat(all).hasSize(1);
            return all.getFirst();
        }
    }

    private static long revision(Path archive) {
        return new ArticleStore(Objects.requireNonNull(Database.openExisting(archive))).revision();
    }

    @Test
    void anArchiveWithOtherArticlesIsSpokenOf() {
        String own = folder.resolve("own").toString();
        String seeds = Sanad.HOME.resolve("seeds").toString();
        new Sanad().run("index", "--archive", own, "--source", seeds);

        Run run = eval("mixed", "--no-answers", "--archive", own);

        assertThat(run.code()).isZero();
        assertThat(run.err()).contains("also holds 19 articles from " + seeds);
    }

    @Test
    void theBaselineIsMadeAnewWhenTheCorpusChanged() throws Exception {
        Run run = eval("bare", "--baseline", "lucene");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(report("bare").get("R@1").asDouble()).isOne();
        assertThat(report("bare").get("ranker").asText()).isEqualTo("lucene");

        Files.writeString(corpus, CORPUS.replace("\"id\":\"bridge\"", "\"id\":\"the-bridge\""));
        Files.writeString(queries, QUERIES.replace("\"gold\":\"bridge\"", "\"gold\":\"the-bridge\""));
        assertThat(eval("again", "--baseline", "lucene").code()).isZero();
        assertThat(report("again").get("R@1").asDouble()).isOne();
    }

    @Test
    void twoRunsStandSideBySide() throws Exception {
        eval("a");
        eval("b", "--baseline", "lucene");
        Run both = compare("a", "b", "--out", out("both").toString());

        assertThat(both.code()).as(both.err()).isZero();
        assertThat(both.out())
                .contains("On the 4 queries that both have")
                .contains("R@1", "better on 0 of 3, worse on 0; p = 1.0")
                .contains("Confidence is not compared");
        assertThat(JSON.readTree(out("both").resolve("compare.json").toFile())
                        .at("/tests/R@1/queries")
                        .asInt())
                .isEqualTo(3);
        assertThat(out("both").resolve("compare.html")).exists();
    }

    @Test
    void setsThatShareNoQueryAreToldApartByConfidence() throws Exception {
        eval("answerable");
        Files.writeString(queries, "{\"id\":\"x\",\"question\":\"قیمت طلا در بازار لندن چقدر بود؟\",\"answers\":[]}\n");
        eval("other");

        Run run = compare("answerable", "other");

        assertThat(run.out())
                .contains("no query in common")
                .containsPattern("AUROC of confidence, A's questions against B's: 0\\.[5-9]")
                .doesNotContain("MRR");
    }

    private Run compare(String a, String b, String... more) {
        List<String> all = new ArrayList<>(List.of("eval", "--compare", out(a).toString(), out(b).toString()));
        all.addAll(List.of(more));
        return new Sanad().run(all.toArray(String[]::new));
    }

    @Test
    void thePageNeedsNoNetworkAndShowsPersianFromTheRight() throws Exception {
        Files.writeString(
                queries, QUERIES + "{\"id\":\"<b>\",\"question\":\"پل <script> کجاست؟\",\"gold\":\"library\"}\n");
        eval("page");

        assertThat(out("page").resolve("report.html"))
                .content()
                .contains("پل &lt;script&gt; کجاست؟")
                .contains("dir=\"auto\"")
                .contains("<svg", "threshold 0.35")
                .doesNotContain("<script", "http:", "https:", "url(", "@import");
    }

    @Test
    void whatCannotBeUsedIsNamedAndNothingIsWritten() throws Exception {
        Files.writeString(queries, QUERIES + "{\"id\":\"q5\",\"question\":\"x\",\"gold\":\"nowhere\"}\n");
        Run gold = eval("wrong");
        assertThat(gold.code()).isEqualTo(Main.WRONG);
        assertThat(gold.err()).contains(queries + ":5: the corpora have no article nowhere");

        Files.writeString(queries, QUERIES);
        Files.writeString(corpus, CORPUS + "{\"id\":\"broken\"\n");
        Run line = eval("wrong");
        assertThat(line.code()).isEqualTo(Main.WRONG);
        assertThat(line.err()).contains(corpus + ":4 is not JSON");
        assertThat(out("wrong")).doesNotExist();
    }

    @Test
    void aWrongCommandSaysWhatIsMissing() {
        assertThat(new Sanad().run("eval", "--corpus", corpus.toString()).err())
                .contains("eval needs --corpus, --queries and --out");
        assertThat(eval("x", "--source", "seeds").err()).contains("--corpus, not from --source");
        assertThat(eval("x", "--threads", "0").err()).contains("--threads");
        Run noRun = compare("none", "nowhere");
        assertThat(noRun.code()).isEqualTo(Main.WRONG);
        assertThat(noRun.err()).contains("holds no run");
    }

    @Test
    void aStoppedRunLeavesWhatWasDoneAndItsReports() throws Exception {
        Process process = longRun("stopped");
        process.destroy();
        process.waitFor();

        JsonNode report = report("stopped");
        assertThat(report.get("complete").asBoolean()).isFalse();
        assertThat(report.get("n").asInt())
                .isPositive()
                .isEqualTo(lines("stopped").size());
        assertThat(folder.resolve("log"))
                .content()
                .contains("Stopped after " + report.get("n").asInt() + " of 40000");
        assertThat(out("stopped").resolve("report.html")).content().contains("The run was stopped");
    }

    @Test
    void aKilledRunLeavesItsLines() throws Exception {
        Process process = longRun("killed");
        process.destroyForcibly().waitFor();

        assertThat(out("killed").resolve("run.jsonl")).isNotEmptyFile();
        assertThat(out("killed").resolve("report.json")).doesNotExist();
        JsonNode first = JSON.readTree(Files.readString(out("killed").resolve("run.jsonl"))
                .lines()
                .findFirst()
                .orElse(""));
        assertThat(first.at("/ranking/0/article").asText()).isEqualTo("bridge");
    }

    /** A run of more than a moment, some of whose lines are written. */
    private Process longRun(String name) throws IOException {
        var many = new StringBuilder();
        for (int i = 0; i < 40_000; i++) {
            many.append("{\"id\":\"")
                    .append(i)
                    .append("\",\"question\":\"پل رودخانه در کدام شهر ساخته شد؟\",\"gold\":\"bridge\"}\n");
        }
        Files.writeString(queries, many);
        Process process = new Sanad()
                .start(
                        folder.resolve("log"),
                        "eval",
                        "--set",
                        "archive=" + folder.resolve("archive"),
                        "--corpus",
                        corpus.toString(),
                        "--queries",
                        queries.toString(),
                        "--out",
                        out(name).toString());
        Path run = out(name).resolve("run.jsonl");
        await().atMost(Duration.ofSeconds(60))
                .until(() -> (Files.exists(run) && Files.size(run) > 1000) || !process.isAlive());
        assertThat(process.isAlive())
                .as(Files.readString(folder.resolve("log")))
                .isTrue();
        return process;
    }

    private Run support(String pairs, String... more) throws IOException {
        Path file = Files.writeString(folder.resolve("pairs.jsonl"), pairs);
        List<String> all = new ArrayList<>(List.of(
                "eval", "--support", file.toString(), "--out", out("support").toString()));
        all.addAll(List.of(more));
        return new Sanad().run(all.toArray(String[]::new));
    }

    private List<String> supported() throws IOException {
        return Files.readAllLines(out("support").resolve("support.jsonl"));
    }

    @Test
    void saysOfEveryClaimWhetherItsEvidenceCarriesIt() throws Exception {
        Run run = support("""
                {"id":"a","claim":"طول پل ۴۰۰ متر است.","evidence":["این پل در تبریز است.","طول پل ۴۰۰ متر است."]}
                {"id":"b","claim":"طول پل ۵۰۰ متر است.","evidence":["این پل در تبریز است.","طول پل ۴۰۰ متر است."]}
                """);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("2 claims, 1 supported").doesNotContain("let through");
        assertThat(supported().getFirst()).isEqualTo("{\"id\":\"a\",\"supported\":true,\"reasons\":[]}");
        assertThat(supported().getLast())
                .startsWith("{\"id\":\"b\",\"supported\":false,\"reasons\":[{\"kind\":\"")
                .contains("{\"kind\":\"number\",\"text\":\"۵۰۰\"}");
    }

    @Test
    void whatIsKnownOfAClaimIsCountedAndNeverSeen() throws Exception {
        String claims = """
                {"id":"a","claim":"طول پل ۴۰۰ متر است.","evidence":["طول پل ۴۰۰ متر است."],"supported":%1$s,"kind":"x"}
                {"id":"b","claim":"طول پل ۵۰۰ متر است.","evidence":["طول پل ۴۰۰ متر است."],"supported":%2$s,"kind":"y"}
                """;
        Run right = support(claims.formatted(true, false));
        List<String> lines = supported();
        JsonNode rightReport = report("support");
        Run wrong = support(claims.formatted(false, true));

        assertThat(supported()).isEqualTo(lines);
        assertThat(right.out()).containsPattern("y +1 +0 = 0.0 %").containsPattern("x +1 +0 = 0.0 %");
        assertThat(wrong.out()).containsPattern("x +1 +1 = 100.0 %").containsPattern("y +1 +1 = 100.0 %");
        assertThat(rightReport.get("let_through").asDouble()).isZero();
        assertThat(report("support").get("let_through").asDouble()).isEqualTo(1);
        assertThat(report("support").get("kinds")).hasSize(2);
    }

    @Test
    void claimsThatCannotBeUsedAreNamedAllAtOnce() throws Exception {
        Run run = support("""
                {"id":"a","claim":"x","evidence":["y"]}
                {"id":"a","claim":"x","evidence":["y"]}
                {"id":"b","claim":"x","evidence":"y"}
                {"id":"c","claim":" ","evidence":["y"]}
                {"id":"d","claim":"x","evidence":["y"],"supported":"yes"}
                not JSON
                """);

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .contains("pairs.jsonl:2 has the id a, which line 1 has too")
                .contains("pairs.jsonl:3: \"evidence\" is missing, or no list of strings")
                .contains("pairs.jsonl:4: \"claim\" is empty")
                .contains("pairs.jsonl:5: \"supported\" is true or false")
                .contains("pairs.jsonl:6 is not JSON");
    }

    @Test
    void supportIsMeasuredAlone() throws Exception {
        Run run = support("", "--corpus", corpus.toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("--support takes --out and no corpus");
    }
}
