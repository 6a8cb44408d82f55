package dev.sanad.llm;

import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import dev.langchain4j.model.googleai.GoogleAiEmbeddingModel;
import dev.langchain4j.model.googleai.GoogleAiEmbeddingModel.TaskType;
import dev.langchain4j.model.mistralai.MistralAiEmbeddingModel;
import dev.langchain4j.model.ollama.OllamaEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.sanad.config.Embedding;
import dev.sanad.config.Embedding.Pooling;
import dev.sanad.config.Embedding.Source;
import dev.sanad.config.Endpoint;
import dev.sanad.config.OnnxFile;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Makes the {@link Embedder} that is configured. Nothing is logged of texts and vectors. */
public final class Embedders {
    private Embedders() {}

    /**
     * Loads nothing and connects to nothing yet.
     *
     * @param archive where a model may be installed
     * @return null when none is configured, or none is installed where that would be used
     * @throws IOException saying what to do about a model's files
     */
    public static @Nullable Embedder of(Embedding settings, Path archive) throws IOException {
        return switch (settings.source()) {
            case Source.None none -> null;
            case Source.Installed installed -> {
                LocalModel model = LocalModels.find(archive);
                yield model == null ? null : installed(model, settings);
            }
            case Source.InProcess(OnnxFile file, Pooling pooling) -> inProcess(file, pooling, settings);
            case Source.Remote(Endpoint endpoint, String queryModel) -> remote(endpoint, queryModel, settings);
        };
    }

    private static Embedder installed(LocalModel model, Embedding settings) {
        var usual = new Prefixes(model.queryPrefix(), model.passagePrefix());
        Prefixes prefixes = usual.overriddenBy(settings);
        return new OnnxEmbedder(
                "onnx:" + model.id() + ":" + model.fingerprint() + prefixes.nameUnless(usual),
                new InProcessModel(model.model(), model.tokenizer(), PoolingMode.MEAN),
                prefixes);
    }

    private static Embedder inProcess(OnnxFile file, Pooling pooling, Embedding settings) throws IOException {
        Prefixes usual = Prefixes.usualFor(file.name());
        Prefixes prefixes = usual.overriddenBy(settings);
        return new OnnxEmbedder(
                "onnx:" + file.name() + ":" + Fingerprint.ofFiles(file.model(), file.tokenizer())
                        + (pooling == Pooling.CLS ? ":cls" : "") + prefixes.nameUnless(usual),
                new InProcessModel(
                        file.model(), file.tokenizer(), pooling == Pooling.CLS ? PoolingMode.CLS : PoolingMode.MEAN),
                prefixes);
    }

    private static Embedder remote(Endpoint endpoint, String queryModel, Embedding settings) {
        Prefixes prefixes = Prefixes.NONE.overriddenBy(settings);
        String another = queryModel.equals(endpoint.model()) ? "" : "+" + queryModel;
        return new RemoteEmbedder(
                endpoint.name() + another + prefixes.nameUnless(Prefixes.NONE),
                model(endpoint, endpoint.model(), TaskType.RETRIEVAL_DOCUMENT, settings),
                model(endpoint, queryModel, TaskType.RETRIEVAL_QUERY, settings),
                prefixes,
                settings.batch());
    }

    /** @param task what Gemini's models want to know; others are told by prefixes or by the model's name */
    private static EmbeddingModel model(Endpoint endpoint, String model, TaskType task, Embedding settings) {
        var http = new StreamingHttpClientBuilder(endpoint.baseUrl(), settings.questionTimeout());
        return switch (endpoint.provider()) {
            case OPENAI ->
                OpenAiEmbeddingModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(Llms.url(endpoint))
                        .apiKey(Llms.key(endpoint))
                        .modelName(model)
                        .maxRetries(0)
                        .build();
            case GEMINI ->
                GoogleAiEmbeddingModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(Llms.url(endpoint))
                        .apiKey(Llms.key(endpoint))
                        .modelName(model)
                        .taskType(task)
                        .maxRetries(0)
                        .build();
            case OLLAMA ->
                OllamaEmbeddingModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(Llms.url(endpoint))
                        .customHeaders(Llms.bearer(endpoint))
                        .modelName(model)
                        .maxRetries(0)
                        .build();
            case MISTRAL ->
                MistralAiEmbeddingModel.builder()
                        .httpClientBuilder(http)
                        .baseUrl(Llms.url(endpoint))
                        .apiKey(Llms.key(endpoint))
                        .modelName(model)
                        .maxRetries(0)
                        .build();
            case EXTRACTIVE, ANTHROPIC, COHERE, JINA, VOYAGE ->
                throw new IllegalArgumentException(endpoint.provider().spelled() + " has no model that embeds");
        };
    }
}
