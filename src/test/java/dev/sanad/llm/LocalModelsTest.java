package dev.sanad.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanad.config.Embedding;
import dev.sanad.config.Embedding.Pooling;
import dev.sanad.config.OnnxFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which model an archive has, and what it is called: files are told apart without being loaded. */
class LocalModelsTest {
    @TempDir
    private Path archive;

    private Path folder;

    @BeforeEach
    void makeFolder() throws IOException {
        folder = Files.createDirectories(LocalModels.folder(archive, "multilingual-e5-small"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"model.onnx", "tokenizer.json", "model.json"})
    void aFileAloneIsNoModel(String file) throws Exception {
        Files.writeString(folder.resolve(file), "{}");

        assertThat(LocalModels.find(archive)).isNull();
        assertThat(embedder(new Embedding.Source.Installed(), null)).isNull();
    }

    @Test
    void readsWhatStandsBesideTheModel() throws Exception {
        install("whatever", "{}");
        describe("""
            {"id": "multilingual-e5-small", "sha256": {"model.onnx": "aa", "tokenizer.json": "bb"},
             "query-prefix": "question: ", "passage-prefix": "text: "}""");

        LocalModel model = Objects.requireNonNull(LocalModels.find(archive));

        assertThat(model.id()).isEqualTo("multilingual-e5-small");
        assertThat(model.model()).isEqualTo(folder.resolve("model.onnx"));
        assertThat(model.tokenizer()).isEqualTo(folder.resolve("tokenizer.json"));
        assertThat(model.queryPrefix()).isEqualTo("question: ");
        assertThat(model.passagePrefix()).isEqualTo("text: ");
        assertThat(model.fingerprint()).matches("[0-9a-f]{8}");
        assertThat(name(new Embedding.Source.Installed(), null))
                .isEqualTo("onnx:multilingual-e5-small:" + model.fingerprint());
    }

    @Test
    void filesPutThereByHandNeedNoDescription() throws Exception {
        install("whatever", "{}");

        LocalModel model = Objects.requireNonNull(LocalModels.find(archive));

        assertThat(model.queryPrefix()).isEqualTo("query:");
        assertThat(model.passagePrefix()).isEqualTo("passage:");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[1]", "{\"id\":"})
    void aDamagedDescriptionIsNamedWithARemedy(String description) throws Exception {
        install("whatever", "{}");
        describe(description);

        assertThatThrownBy(() -> LocalModels.find(archive))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("model.json is no JSON object; run ./sanad model get again");
    }

    @Test
    void otherFilesAreAnotherModel() throws Exception {
        install("a".repeat(3_000_000), "{}");
        String first = name(new Embedding.Source.Installed(), null);
        install("a".repeat(2_999_999) + "b", "{}");
        String otherEnd = name(new Embedding.Source.Installed(), null);
        install("a".repeat(3_000_001), "{}");
        String otherSize = name(new Embedding.Source.Installed(), null);
        install("a".repeat(3_000_000), "{ }");
        String otherTokenizer = name(new Embedding.Source.Installed(), null);
        install("a".repeat(3_000_000), "{}");

        assertThat(first).isEqualTo(name(new Embedding.Source.Installed(), null));
        assertThat(new String[] {first, otherEnd, otherSize, otherTokenizer}).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @CsvSource({
        "multilingual-e5-small, , ''",
        "multilingual-e5-small, query:, ''",
        "multilingual-e5-small, '', [|passage:]",
        "intfloat_E5.base, find:, [find:|passage:]",
        "bge-m3, , ''",
        "like5, find:, [find:|]"
    })
    void prefixesOtherThanAModelsUsualOnesStandInItsName(String model, @Nullable String prefix, String suffix)
            throws Exception {
        install("whatever", "{}");
        var file = new OnnxFile(model, folder.resolve("model.onnx"), folder.resolve("tokenizer.json"));
        String usual = name(new Embedding.Source.InProcess(file, Pooling.MEAN), null);

        assertThat(usual).matches("onnx:" + model + ":[0-9a-f]{8}");
        assertThat(name(new Embedding.Source.InProcess(file, Pooling.MEAN), prefix))
                .isEqualTo(usual + suffix);
    }

    private void install(String model, String tokenizer) throws IOException {
        Files.writeString(folder.resolve("model.onnx"), model);
        Files.writeString(folder.resolve("tokenizer.json"), tokenizer);
    }

    private void describe(String json) throws IOException {
        Files.writeString(folder.resolve("model.json"), json);
    }

    private String name(Embedding.Source source, @Nullable String queryPrefix) throws IOException {
        return Objects.requireNonNull(embedder(source, queryPrefix)).name();
    }

    private @Nullable Embedder embedder(Embedding.Source source, @Nullable String queryPrefix) throws IOException {
        return Embedders.of(OnnxModels.settings(source, queryPrefix, null), archive);
    }
}
