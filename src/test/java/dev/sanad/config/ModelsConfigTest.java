package dev.sanad.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.config.ConfigException.Problem;
import dev.sanad.config.ConfigLoader.Option;
import dev.sanad.config.Configuration.Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code embedding.…} and {@code rerank.…}. */
class ModelsConfigTest {
    @TempDir
    private Path home;

    private final Map<String, String> environment = new HashMap<>();

    @Test
    void anInstalledModelIsUsedAndNothingIsRerankedUnlessConfigured() throws Exception {
        Settings settings = load();

        assertThat(settings.embedding())
                .isEqualTo(new Embedding(
                        new Embedding.Source.Installed(),
                        null,
                        null,
                        Duration.ofSeconds(2),
                        Duration.ofSeconds(60),
                        32));
        assertThat(settings.reranking())
                .isEqualTo(new Reranking(new Reranking.Source.None(), Duration.ofMillis(1500), 20));
    }

    @ParameterizedTest
    @CsvSource({
        "openai, OPENAI_API_KEY, openai:text-embedding-3-small at https://api.openai.com/v1",
        "gemini, GEMINI_API_KEY, gemini:gemini-embedding-001 at https://generativelanguage.googleapis.com/v1beta",
        "mistral, MISTRAL_API_KEY, mistral:mistral-embed at https://api.mistral.ai/v1",
        "ollama, NONE, ollama:bge-m3 at http://localhost:11434"
    })
    void anEmbeddingProviderHasItsUsualModel(String provider, String variable, String endpoint) throws Exception {
        environment.put(variable, "sk-secret");
        var source = (Embedding.Source.Remote)
                load("embedding.provider=" + provider).embedding().source();

        assertThat(source.endpoint()).hasToString(endpoint);
        assertThat(source.queryModel()).isEqualTo(source.endpoint().model());
    }

    @ParameterizedTest
    @CsvSource({
        "cohere, COHERE_API_KEY, cohere:rerank-v3.5 at https://api.cohere.com/v2",
        "jina, JINA_API_KEY, jina:jina-reranker-v2-base-multilingual at https://api.jina.ai/v1",
        "voyage, VOYAGE_API_KEY, voyage:rerank-2.5 at https://api.voyageai.com/v1"
    })
    void aRerankProviderHasItsUsualModel(String provider, String variable, String endpoint) throws Exception {
        environment.put(variable, "sk-secret");
        var source = (Reranking.Source.Remote)
                load("rerank.provider=" + provider).reranking().source();

        assertThat(source.endpoint()).hasToString(endpoint);
    }

    @Test
    void aServerOfOnesOwnNeedsNoKeyAndMayHaveTwoModels() throws Exception {
        var source = (Embedding.Source.Remote) load(
                        "embedding.provider=openai",
                        "embedding.base-url=http://localhost:8080/v1",
                        "embedding.model=e5-passage",
                        "embedding.query-model=e5-query")
                .embedding()
                .source();

        assertThat(source.endpoint()).hasToString("openai:e5-passage at http://localhost:8080/v1");
        assertThat(source.queryModel()).isEqualTo("e5-query");
    }

    @Test
    void aPrefixCanBeSetToNothing() throws Exception {
        Files.createDirectories(home.resolve("config"));
        Files.writeString(
                home.resolve("config/sanad.local.yaml"),
                "embedding:\n  query-prefix: \"\"\n  passage-prefix: \"text: \"\n");

        assertThat(load().embedding().queryPrefix()).isEmpty();
        assertThat(load().embedding().passagePrefix()).isEqualTo("text:");
    }

    @ParameterizedTest
    @CsvSource({
        "e5-small/model.onnx, e5-small",
        "e5-small/onnx/model_quantized.onnx, e5-small",
        "files/bge-small.onnx, bge-small"
    })
    void aFileIsCalledByWhatTellsMost(String path, String name) throws Exception {
        Path model = home.resolve(path);
        Files.createDirectories(model.getParent());
        Files.writeString(model, "");
        Path tokenizer = Files.writeString(model.resolveSibling("tokenizer.json"), "");

        assertThat(load("embedding.provider=onnx", "embedding.file=" + path, "embedding.pooling=cls")
                        .embedding()
                        .source())
                .isEqualTo(new Embedding.Source.InProcess(new OnnxFile(name, model, tokenizer), Embedding.Pooling.CLS));
        assertThat(load("rerank.provider=onnx", "rerank.file=" + path, "rerank.model=mine")
                        .reranking()
                        .source())
                .isEqualTo(new Reranking.Source.InProcess(new OnnxFile("mine", model, tokenizer)));
    }

    @Test
    void namesEveryProblemAtOnce() throws Exception {
        Path model = Files.writeString(home.resolve("model.onnx"), "");

        assertThat(problems(
                        "embedding.provider=onnx",
                        "embedding.file=nowhere.onnx",
                        "embedding.pooling=max",
                        "embedding.batch=1000",
                        "embedding.timeout.question=soon",
                        "rerank.provider=onnx",
                        "rerank.file=" + model,
                        "rerank.depth=1"))
                .containsExactlyInAnyOrder(
                        "--set: embedding.file: must be a file that is there; " + home.resolve("nowhere.onnx")
                                + " is none",
                        "--set: embedding.pooling: must be one of mean, cls, not 'max'",
                        "--set: embedding.batch: must be a whole number from 1 to 100, not '1000'",
                        "--set: embedding.timeout.question: must be a time such as 500ms, 20s or 2m, not 'soon'",
                        "--set: rerank.file: has no tokenizer.json beside it; set rerank.tokenizer to it",
                        "--set: rerank.depth: must be a whole number from 2 to 200, not '1'");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        embedding.provider=cohere | --set: embedding.provider: must be one of auto, none, onnx, openai, gemini, ollama, mistral, not 'cohere'
        rerank.provider=openai    | --set: rerank.provider: must be one of none, onnx, cohere, jina, voyage, not 'openai'
        llm.provider=cohere       | --set: llm.provider: must be one of extractive, openai, anthropic, gemini, ollama, mistral, not 'cohere'
        embedding.provider=mistral | --set: embedding.provider: needs a key: set the environment variable MISTRAL_API_KEY, or MISTRAL_API_KEY_FILE
        rerank.provider=jina      | --set: rerank.provider: needs a key: set the environment variable JINA_API_KEY, or JINA_API_KEY_FILE
        """)
    void aProviderIsOneThatHasSuchModels(String setting, String problem) {
        assertThat(problems(setting)).containsExactly(problem);
    }

    @Test
    void anOnnxModelNeedsItsFile() {
        assertThat(problems("embedding.provider=onnx"))
                .containsExactly("--set: embedding.provider: needs a model: set embedding.file to its .onnx file");
    }

    @Test
    void showsNoKey() throws Exception {
        environment.put("OPENAI_API_KEY", "sk-secret-one");
        environment.put("JINA_API_KEY", "secret-two");
        Configuration configuration = new ConfigLoader(home, home, environment)
                .load(options("embedding.provider=openai", "rerank.provider=jina"));

        assertThat(configuration.toString()).doesNotContain("sk-secret", "secret-two");
        assertThat(configuration.entries())
                .contains(
                        new Entry("key of openai:text-embedding-3-small", "***", "environment"),
                        new Entry("key of jina:jina-reranker-v2-base-multilingual", "***", "environment"));
    }

    private Settings load(String... settings) throws ConfigException {
        return new ConfigLoader(home, home, environment).load(options(settings)).settings();
    }

    private List<String> problems(String... settings) {
        try {
            load(settings);
        } catch (ConfigException e) {
            return e.problems().stream().map(Problem::toString).toList();
        }
        throw new AssertionError("this configuration was taken for right");
    }

    private static List<Option> options(String... settings) {
        return Arrays.stream(settings)
                .map(setting -> setting.split("=", 2))
                .map(parts -> new Option("--set", parts[0], parts[1]))
                .toList();
    }
}
