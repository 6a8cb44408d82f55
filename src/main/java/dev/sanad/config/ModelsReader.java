package dev.sanad.config;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads {@code embedding.…} and {@code rerank.…}: the models that are asked for numbers. */
final class ModelsReader {
    /** File names that say nothing of what is in them. */
    private static final Set<String> NAMELESS = Set.of("model", "model_quantized", "model_int8", "model_fp16", "onnx");

    private final SettingsReader reader;
    private final EndpointReader endpoints;

    ModelsReader(SettingsReader reader, EndpointReader endpoints) {
        this.reader = reader;
        this.endpoints = endpoints;
    }

    Embedding embedding() {
        return new Embedding(
                embeddingSource(),
                prefix("embedding.query-prefix"),
                prefix("embedding.passage-prefix"),
                reader.duration("embedding.timeout.question"),
                reader.duration("embedding.timeout.passages"),
                reader.integer("embedding.batch", 1, 100));
    }

    private Embedding.Source embeddingSource() {
        String provider = provider("embedding", List.of("auto", "none", "onnx"), Task.EMBEDDING);
        Embedding.Pooling pooling =
                reader.choice("embedding.pooling", Embedding.Pooling.class, reader.text("embedding.pooling"));
        return switch (provider) {
            case "none" -> new Embedding.Source.None();
            case "auto" -> new Embedding.Source.Installed();
            case "onnx" -> {
                OnnxFile file = onnxFile("embedding");
                yield file == null
                        ? new Embedding.Source.None()
                        : new Embedding.Source.InProcess(file, pooling == null ? Embedding.Pooling.MEAN : pooling);
            }
            default -> {
                Endpoint endpoint = endpoints.endpoint(Task.EMBEDDING, "embedding", provider);
                String queryModel = reader.text("embedding.query-model");
                yield endpoint == null
                        ? new Embedding.Source.None()
                        : new Embedding.Source.Remote(endpoint, queryModel == null ? endpoint.model() : queryModel);
            }
        };
    }

    Reranking reranking() {
        return new Reranking(
                rerankingSource(), reader.duration("rerank.timeout"), reader.integer("rerank.depth", 2, 200));
    }

    private Reranking.Source rerankingSource() {
        String provider = provider("rerank", List.of("none", "onnx"), Task.RERANKING);
        return switch (provider) {
            case "none" -> new Reranking.Source.None();
            case "onnx" -> {
                OnnxFile file = onnxFile("rerank");
                yield file == null ? new Reranking.Source.None() : new Reranking.Source.InProcess(file);
            }
            default -> {
                Endpoint endpoint = endpoints.endpoint(Task.RERANKING, "rerank", provider);
                yield endpoint == null ? new Reranking.Source.None() : new Reranking.Source.Remote(endpoint);
            }
        };
    }

    private String provider(String group, List<String> others, Task task) {
        String key = group + ".provider";
        String word = reader.word(key, reader.text(key), others, Provider.namesFor(task));
        return word == null ? "none" : word;
    }

    private @Nullable OnnxFile onnxFile(String group) {
        String fileKey = group + ".file";
        if (reader.text(fileKey) == null) {
            reader.problem(group + ".provider", "needs a model: set " + fileKey + " to its .onnx file");
            return null;
        }
        Path model = reader.file(fileKey);
        Path tokenizer = model == null || reader.text(group + ".tokenizer") != null
                ? reader.file(group + ".tokenizer")
                : beside(model, group);
        if (model == null || tokenizer == null) {
            return null;
        }
        String name = reader.text(group + ".model");
        return new OnnxFile(name == null ? name(model) : name, model, tokenizer);
    }

    private @Nullable Path beside(Path model, String group) {
        Path tokenizer = model.resolveSibling("tokenizer.json");
        if (tokenizer.toFile().isFile()) {
            return tokenizer;
        }
        reader.problem(group + ".file", "has no tokenizer.json beside it; set " + group + ".tokenizer to it");
        return null;
    }

    /** A file's own name, or that of the nearest folder that tells more. */
    private static String name(Path model) {
        String file = String.valueOf(model.getFileName()).replaceFirst("\\.onnx$", "");
        for (Path at = model.getParent(); at != null && NAMELESS.contains(file); at = at.getParent()) {
            file = at.getFileName() == null ? "model" : at.getFileName().toString();
        }
        return file;
    }

    /** Null when unset; what is set is kept without the spaces around it, and may be empty. */
    private @Nullable String prefix(String key) {
        Object raw = reader.value(key).raw();
        return raw instanceof String text ? text.strip() : null;
    }
}
