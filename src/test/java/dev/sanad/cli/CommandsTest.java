package dev.sanad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sanad.cli.Sanad.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String YEMEN = "طرح ایران برای یمن چند ماده دارد؟";
    private static final String SEEDS = Sanad.HOME.resolve("seeds").toString();

    @TempDir
    private Path archive;

    private String[] in(String command, String... arguments) {
        List<String> all = new ArrayList<>(List.of(command, "--archive", archive.toString(), "--source", SEEDS));
        all.addAll(List.of(arguments));
        return all.toArray(String[]::new);
    }

    private JsonNode json(String... arguments) throws IOException {
        Run run = new Sanad().run(arguments);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().strip().lines()).hasSize(1);
        return JSON.readTree(run.out());
    }

    @Test
    void answersWithAQuotationAndItsSource() {
        Run run = new Sanad().run(in("ask", YEMEN));

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("چهار ماده")
                .contains("[۱]")
                .contains("خبرگزاری کران · ۲ اردیبهشت ۱۳۹۴")
                .contains("https://karan.example/news/1394/02/yemen-plan");
    }

    @Test
    void theFirstAnswerOfAnArchiveWithoutAModelMentionsOneOnce() {
        assertThat(new Sanad().run(in("ask", YEMEN)).err()).containsOnlyOnce("./sanad model get");
        assertThat(new Sanad().run(in("ask", YEMEN)).err()).isEmpty();
    }

    @Test
    void noModelIsMentionedToWhoWantsNone() {
        Run run = new Sanad().run(in("ask", "--set", "embedding.provider=none", YEMEN));
        assertThat(run.err()).isEmpty();
    }

    @Test
    void printsNothingInvisibleAndNoColourWhereNoTerminalIs() {
        assertThat(new Sanad().run(in("ask", YEMEN)).out())
                .doesNotContainPattern("[\\x1B\\u200E\\u200F\\u2066-\\u2069]");
    }

    @Test
    void everyKeyOfTheJsonAnswerIsThere() throws Exception {
        for (String question : List.of(YEMEN, "پایتخت استرالیا کجاست؟", "سلام")) {
            JsonNode answer = json(in("ask", "--json", question));

            assertThat(answer.fieldNames())
                    .toIterable()
                    .containsExactly(
                            "question",
                            "understood",
                            "status",
                            "text",
                            "claims",
                            "citations",
                            "searched",
                            "nearest",
                            "suggestions",
                            "confidence",
                            "dropped",
                            "notices",
                            "composer",
                            "model",
                            "millis");
            assertThat(answer.get("searched").fieldNames())
                    .toIterable()
                    .containsExactly("terms", "missing", "from", "to", "articles");
            for (JsonNode citation : answer.get("citations")) {
                assertThat(citation.fieldNames())
                        .toIterable()
                        .containsExactly(
                                "n",
                                "article",
                                "title",
                                "source",
                                "url",
                                "published",
                                "quote",
                                "start",
                                "end",
                                "highlight",
                                "days",
                                "copies");
            }
        }
    }

    @Test
    void aQuotationIsWhatShowShowsFromItsStartToItsEnd() throws Exception {
        JsonNode citation = json(in("ask", "--json", YEMEN)).get("citations").get(0);

        JsonNode article = json(in("show", "--json", citation.get("article").asText()));

        assertThat(article.get("text")
                        .asText()
                        .substring(
                                citation.get("start").asInt(),
                                citation.get("end").asInt()))
                .isEqualTo(citation.get("quote").asText());
        assertThat(article.fieldNames())
                .toIterable()
                .containsExactly("id", "title", "language", "source", "url", "published", "sha256", "text");
    }

    @Test
    void whatTheArchiveDoesNotSayIsNotFoundWithWhatWasSearched() {
        Run run = new Sanad().run(in("ask", "پایتخت استرالیا کجاست؟"));

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("پایتخت").contains("استرالیا").contains("۱۴");
    }

    @Test
    void anUnreachableModelLeavesTheExtractiveAnswerAndAWord() throws Exception {
        JsonNode answer = json(in(
                "ask", "--json", "--set", "llm.provider=openai", "--set", "llm.base-url=http://127.0.0.1:1/v1", YEMEN));

        assertThat(answer.get("status").asText()).isEqualTo("cited");
        assertThat(answer.get("composer").asText()).isEqualTo("extractive");
        assertThat(answer.get("notices").get(0).get("kind").asText()).isEqualTo("model_unavailable");
    }

    @Test
    void aRunThatWritesLetsOthersReadAndSaysSo() throws Exception {
        new Sanad().run(in("index"));
        try (var held = dev.sanad.store.ArchiveLock.tryAcquire(archive)) {
            assertThat(held).isNotNull();
            JsonNode answer = json(in("ask", "--json", YEMEN));
            assertThat(answer.get("status").asText()).isEqualTo("cited");
            assertThat(answer.get("notices").get(0).get("kind").asText()).isEqualTo("read_only");
            assertThat(new Sanad().run(in("index")).code()).isEqualTo(Main.UNAVAILABLE);
        }
    }

    @Test
    void indexTellsWhatItDidAndThatThereWasNothingToDo() {
        assertThat(new Sanad().run(in("index")).out())
                .isEqualTo("Added 19, changed 0, removed 0 articles; 0 files as they were. "
                        + "The archive holds 19 articles, from 2015-04-22 to 2025-12-06.\n");
        assertThat(new Sanad().run(in("index")).out()).startsWith("Nothing to do: 19 files are as they were.");
    }

    @Test
    void indexNamesWhatItCouldNotReadAndEndsWithOne() throws Exception {
        Path source = Files.createDirectories(archive.resolve("source"));
        Files.writeString(source.resolve("good.txt"), "باران بارید.");
        Files.write(source.resolve("bad.txt"), new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0, 1});

        Run run = new Sanad().run("index", "--archive", archive.toString(), "--source", source.toString());

        assertThat(run.code()).isEqualTo(Main.FAILURES);
        assertThat(run.err()).contains("bad.txt");
        assertThat(run.out()).startsWith("Added 1,").contains("1 not read, named above");
    }

    @Test
    void anUnknownSettingIsNamedWithTheNearestRightOne() {
        Run run = new Sanad().run("ask", "--set", "llm.provder=openai", "x");

        assertThat(run.code()).isEqualTo(Main.WRONG);
        assertThat(run.err()).isEqualTo("""
                        The configuration is wrong:
                          --set: llm.provder: is no setting; did you mean llm.provider?
                        """);
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ask",
                "nonsense",
                "ask --now yesterday x",
                "ask --set novalue x",
                "show --archive /nowhere/at/all x",
                "ask --nonsense x",
                "verify"
            })
    void wrongUsageEndsWithTwoAndSaysWhatIsRight(String line) {
        Run run = new Sanad().run(line.split(" "));

        assertThat(run.code()).isEqualTo(Main.WRONG);
        assertThat(run.err()).isNotBlank();
    }

    @Test
    void showSuggestsArticlesThatSoundAlike() {
        new Sanad().run(in("index"));

        Run run = new Sanad().run(in("show", "yemen"));

        assertThat(run.code()).isEqualTo(Main.WRONG);
        assertThat(run.err()).contains("fa-yemen-plan.md");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ask", "chat", "index", "show", "verify", "bot", "bench", "doctor", "config"})
    void everyCommandHasHelpWithAnExample(String command) {
        Run run = new Sanad().run(command, "--help");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Example").contains("./sanad " + command);
    }

    @Test
    void configShowsEverySettingAndMasksSecrets() throws Exception {
        Run run = new Sanad()
                .with("OPENAI_API_KEY", "sk-secret-key")
                .with("TELEGRAM_BOT_TOKEN", "123456:abcdefghijklmnopqrstuvwxyz")
                .run("config", "--json", "--set", "llm.provider=openai");

        assertThat(run.code()).isZero();
        assertThat(run.out()).doesNotContain("sk-secret-key", "abcdefghij");
        for (JsonNode entry : JSON.readTree(run.out())) {
            assertThat(entry.fieldNames()).toIterable().containsExactly("key", "value", "origin");
        }
        assertThat(run.out()).contains("{\"key\":\"llm.provider\",\"value\":\"openai\",\"origin\":\"--set\"}");
    }

    @Test
    void aBrokenPromptIsSaidBeforeAnythingIsAsked() throws Exception {
        Path home = Files.createDirectories(archive.resolve("home"));
        Files.createDirectories(home.resolve("prompts"));
        Files.writeString(home.resolve("prompts/answer.fa.txt"), "بدون پرسش");
        var err = new java.io.ByteArrayOutputStream();
        var before = System.err;
        try {
            System.setErr(new java.io.PrintStream(err, true, java.nio.charset.StandardCharsets.UTF_8));
            var surroundings = new Main.Surroundings(home, home, java.util.Map.of(), false);
            assertThat(Main.run(surroundings, "ask", "x")).isEqualTo(Main.WRONG);
        } finally {
            System.setErr(before);
        }
        assertThat(err.toString(java.nio.charset.StandardCharsets.UTF_8)).contains("prompts/answer.fa.txt");
    }
}
