package dev.sanad.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanad.config.ConfigException.Problem;
import dev.sanad.config.ConfigLoader.Option;
import dev.sanad.config.Configuration.Entry;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigLoaderTest {
    @TempDir
    private Path home;

    @TempDir
    private Path elsewhere;

    private final Map<String, String> environment = new HashMap<>();

    @BeforeEach
    void makeFolder() throws IOException {
        Files.createDirectories(home.resolve("config"));
    }

    private Configuration load(Option... options) throws ConfigException {
        return new ConfigLoader(home, elsewhere, environment).load(List.of(options));
    }

    private List<Problem> problems(Option... options) {
        try {
            load(options);
        } catch (ConfigException e) {
            return e.problems();
        }
        throw new AssertionError("this configuration was taken for right");
    }

    private void file(String name, String... lines) throws IOException {
        Files.write(home.resolve("config").resolve(name), List.of(lines));
    }

    private static Option set(String key, String value) {
        return new Option("--set", key, value);
    }

    private static Entry entry(Configuration configuration, String key) {
        return configuration.entries().stream()
                .filter(entry -> entry.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void hasADefaultForEverySetting() throws ConfigException {
        Configuration configuration = load();

        assertThat(configuration.settings().sources()).containsExactly(home.resolve("seeds"));
        assertThat(configuration.settings().archive()).isEqualTo(home.resolve("data"));
        assertThat(configuration.settings().zone()).isEqualTo(ZoneId.of("Asia/Tehran"));
        assertThat(configuration.settings().llm().endpoints()).isEmpty();
        assertThat(configuration.settings().llm().timeouts().firstToken()).isEqualTo(Duration.ofSeconds(20));
        assertThat(configuration.settings().llm().timeouts().stall()).isEqualTo(Duration.ofSeconds(10));
        assertThat(configuration.settings().llm().timeouts().total()).isEqualTo(Duration.ofSeconds(60));
        assertThat(configuration.settings().telegram().apiUrl()).isEqualTo(URI.create("https://api.telegram.org"));
        assertThat(configuration.entries())
                .allMatch(entry -> !entry.key().contains(".") || entry.origin().equals("default"));
    }

    @Test
    void laysTheLocalFileTheEnvironmentAndOptionsOverEachOther() throws Exception {
        file("sanad.yaml", "zone: UTC", "answer:", "  quotations: 1", "  evidence: 1000");
        file("sanad.local.yaml", "answer:", "  quotations: 2", "  evidence: 2000");
        environment.put("SANAD_ANSWER_EVIDENCE", "3000");
        environment.put("SANAD_LLM_TIMEOUT_FIRST_TOKEN", "1500ms");

        Configuration configuration = load(set("answer.threshold", "0.25"));

        assertThat(configuration.settings().zone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(configuration.settings().answer()).isEqualTo(new Settings.Composing(0.25, 2, 3000));
        assertThat(configuration.settings().llm().timeouts().firstToken()).isEqualTo(Duration.ofMillis(1500));
        assertThat(entry(configuration, "zone").origin()).isEqualTo("config/sanad.yaml:1");
        assertThat(entry(configuration, "answer.quotations").origin()).isEqualTo("config/sanad.local.yaml:2");
        assertThat(entry(configuration, "answer.evidence").origin()).isEqualTo("environment SANAD_ANSWER_EVIDENCE");
        assertThat(entry(configuration, "answer.threshold")).isEqualTo(new Entry("answer.threshold", "0.25", "--set"));
        assertThat(entry(configuration, "archive").origin()).isEqualTo("default");
    }

    @Test
    void aListReplacesTheListBelowItWhole() throws Exception {
        file("sanad.yaml", "sources: [a, b, c]");
        environment.put("SANAD_SOURCES", "d, e");

        assertThat(load().settings().sources()).containsExactly(elsewhere.resolve("d"), elsewhere.resolve("e"));
    }

    @Test
    void pathsOfFilesAreRelativeToHomeAndThoseOfOptionsToTheWorkingDirectory() throws Exception {
        file("sanad.local.yaml", "archive: kept");

        Settings settings = load(new Option("--source", "sources", List.of("articles, old")))
                .settings();

        assertThat(settings.archive()).isEqualTo(home.resolve("kept"));
        assertThat(settings.sources()).containsExactly(elsewhere.resolve("articles, old"));
    }

    @Test
    void namesEveryProblemAtOnceWithItsOriginAndTheRemedy() throws Exception {
        file("sanad.local.yaml", "zone: Tehran", "llm:", "  timeout:", "    stall: soon", "check:", "  mode: shout");
        environment.put("SANAD_ANSWER_THRESHOLD", "2");
        environment.put("SANAD_ARCHIV", "x");

        assertThat(problems(
                        set("llm.provder", "openai"), set("llm.base-url", "localhost"), set("llm.provider", "ollama")))
                .extracting(Problem::toString)
                .containsExactlyInAnyOrder(
                        "config/sanad.local.yaml:1: zone: must be a time zone such as Asia/Tehran or UTC, not 'Tehran'",
                        "config/sanad.local.yaml:4: llm.timeout.stall: must be a time such as 500ms, 20s or 2m, not 'soon'",
                        "config/sanad.local.yaml:6: check.mode: must be one of drop, flag, off, not 'shout'",
                        "environment SANAD_ANSWER_THRESHOLD: answer.threshold: must be a number from 0.0 to 1.0, not '2'",
                        "environment: SANAD_ARCHIV: is no setting; did you mean SANAD_ARCHIVE?",
                        "--set: llm.provder: is no setting; did you mean llm.provider?",
                        "--set: llm.base-url: must be an address such as http://localhost:8000/v1, not 'localhost'");
    }

    @Test
    void aSwitchIsTrueOrFalse() throws Exception {
        assertThat(problems(set("telegram.rich", "yes")))
                .extracting(Problem::toString)
                .containsExactly("--set: telegram.rich: must be true or false, not 'yes'");
    }

    @Test
    void namesTheLineOfASyntaxErrorAndASettingThatIsSetTwice() throws Exception {
        file("sanad.yaml", "zone: UTC", "zone: UTC");
        file("sanad.local.yaml", "zone: UTC", "llm: [");

        assertThat(problems())
                .extracting(Problem::origin)
                .containsExactly("config/sanad.yaml:2", "config/sanad.local.yaml:3");
    }

    @Test
    void refusesAFileThatIsNotUtf8() throws Exception {
        Files.write(home.resolve("config/sanad.local.yaml"), "zone: تهران".getBytes(Charset.forName("windows-1256")));

        assertThat(problems())
                .singleElement()
                .extracting(Problem::remedy)
                .isEqualTo("is not UTF-8 text; save it as UTF-8");
    }

    @Test
    void readsTheJudge() throws Exception {
        environment.put("JUDGE_KEY", "sk-judge");
        assertThat(load().settings().check().judge()).isNull();
        file(
                "sanad.local.yaml",
                "check:",
                "  model: openai:small",
                "  base-url: http://localhost:8000/v1",
                "  api-key-env: JUDGE_KEY");

        Endpoint judge = Objects.requireNonNull(load().settings().check().judge());

        assertThat(judge.name()).isEqualTo("openai:small");
        assertThat(judge.baseUrl()).hasToString("http://localhost:8000/v1");
        assertThat(judge.apiKey()).extracting(Secret::reveal).isEqualTo("sk-judge");
        assertThat(judge.temperature()).isZero();
    }

    @Test
    void aJudgeThatIsWrongIsReportedUnderItsOwnSettings() throws Exception {
        file("sanad.local.yaml", "check:", "  model: openai", "  base-url: localhost", "  temperature: 9");

        assertThat(problems())
                .extracting(Problem::toString)
                .containsExactlyInAnyOrder(
                        "config/sanad.local.yaml:3: check.base-url: must be an address such as http://localhost:8000/v1,"
                                + " not 'localhost'",
                        "config/sanad.local.yaml:4: check.temperature: must be a number from 0.0 to 2.0, not '9'");
        assertThat(problems(set("check.model", "gpt")))
                .extracting(Problem::remedy)
                .contains("must be one of openai, anthropic, gemini, ollama, mistral, not 'gpt'");
    }

    @Test
    void buildsTheFallbackChainInOrder() throws Exception {
        environment.put("OPENAI_API_KEY", "sk-one");
        environment.put("OTHER_KEY", "sk-two");
        file(
                "sanad.local.yaml",
                "llm:",
                "  provider: openai",
                "  temperature: 0.5",
                "  fallback:",
                "    - ollama:qwen3:4b",
                "    - {provider: openai, model: local, base-url: 'http://localhost:8000/v1', temperature: 0}",
                "    - {provider: anthropic, api-key-env: OTHER_KEY}",
                "    - extractive");

        List<Endpoint> endpoints = load().settings().llm().endpoints();

        assertThat(endpoints)
                .extracting(Endpoint::name)
                .containsExactly(
                        "openai:gpt-4.1-mini", "ollama:qwen3:4b", "openai:local", "anthropic:claude-haiku-4-5");
        assertThat(endpoints).extracting(Endpoint::temperature).containsExactly(0.5, 0.5, 0.0, 0.5);
        assertThat(endpoints.get(0).apiKey()).extracting(Secret::reveal).isEqualTo("sk-one");
        assertThat(endpoints.get(3).apiKey()).extracting(Secret::reveal).isEqualTo("sk-two");
    }

    @Test
    void aHostedProviderNeedsItsKeyAndAServerOfOnesOwnDoesNot() throws Exception {
        assertThat(problems(set("llm.provider", "gemini")))
                .singleElement()
                .extracting(Problem::remedy)
                .isEqualTo("needs a key: set the environment variable GEMINI_API_KEY, or GEMINI_API_KEY_FILE");

        var local = load(set("llm.provider", "openai"), set("llm.base-url", "http://localhost:8000/v1"));
        assertThat(local.settings().llm().endpoints()).hasSize(1);
    }

    @Test
    void namesUnknownFieldsOfAFallback() throws Exception {
        file("sanad.local.yaml", "llm: {provider: ollama, fallback: [{provider: ollama, modle: x}]}");

        assertThat(problems())
                .singleElement()
                .hasToString(
                        "config/sanad.local.yaml:1: llm.fallback: has the unknown field modle; did you mean model?");
    }

    @Test
    void readsASecretFromTheFileThatItsVariableNames() throws Exception {
        Path secret = Files.writeString(elsewhere.resolve("token"), "12345:secret\n");
        environment.put("TELEGRAM_BOT_TOKEN_FILE", secret.toString());

        assertThat(load().settings().telegram().token())
                .extracting(Secret::reveal)
                .isEqualTo("12345:secret");
    }

    @Test
    void saysThatASecretsFileCannotBeRead() {
        environment.put("TELEGRAM_BOT_TOKEN_FILE", "nowhere");

        assertThat(problems())
                .singleElement()
                .extracting(Problem::remedy)
                .asString()
                .contains("TELEGRAM_BOT_TOKEN_FILE");
    }

    @Test
    void showsNoSecret() throws Exception {
        environment.put("OPENAI_API_KEY", "sk-secret");
        environment.put("TELEGRAM_BOT_TOKEN", "123456:abcdefghijklmnopqrstuvwxyz");
        Configuration configuration = load(
                set("llm.provider", "openai"), set("llm.base-url", "http://user:password@localhost/v1?key=hidden"));

        assertThat(configuration.toString()).doesNotContain("sk-secret", "abcdefgh", "password", "hidden");
        assertThat(entry(configuration, "TELEGRAM_BOT_TOKEN").value()).isEqualTo("***");
        assertThat(entry(configuration, "llm.base-url").value()).isEqualTo("http://***@localhost/v1?key=***");
    }

    @Test
    void aSecretCannotBeBlank() {
        assertThatThrownBy(() -> new Secret(" ")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void extractiveIsNoModelWhateverStandsInTheFallback() throws Exception {
        assertThat(load(set("llm.provider", "extractive"), set("llm.fallback", "openai"))
                        .settings()
                        .llm()
                        .endpoints())
                .isEmpty();
    }

    @Test
    void doesNotRepeatAKeyThatStandsWhereItsVariableBelongs() {
        assertThat(problems(set("llm.provider", "openai"), set("llm.api-key-env", "sk-proj-abcdefghijklmnop")))
                .singleElement()
                .extracting(Problem::toString)
                .asString()
                .startsWith("--set: llm.api-key-env: names the environment variable")
                .doesNotContain("abcdefgh");
    }

    @Test
    void refusesNamesThatCanMatchNobody() {
        assertThat(problems(set("telegram.allow", "@right_name, 12345, -100123, someone")))
                .singleElement()
                .extracting(Problem::remedy)
                .isEqualTo("takes ids such as 12345678 and names such as @someone, not 'someone'");
    }

    @Test
    void anEmptySectionIsNoProblem() throws Exception {
        file("sanad.local.yaml", "llm:", "zone: UTC");

        assertThat(load().settings().zone()).isEqualTo(ZoneId.of("UTC"));
    }

    @Test
    void namesWhatCannotBeYaml() throws Exception {
        file("sanad.yaml", "a: &a [*a]");
        file("sanad.local.yaml", "zone: \"UTC\u0007\"");

        assertThat(problems())
                .extracting(Problem::origin)
                .containsExactly("config/sanad.yaml", "config/sanad.local.yaml");
    }
}
