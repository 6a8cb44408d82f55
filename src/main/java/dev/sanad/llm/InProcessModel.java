package dev.sanad.llm;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import dev.langchain4j.model.embedding.onnx.AbstractInProcessEmbeddingModel;
import dev.langchain4j.model.embedding.onnx.OnnxBertBiEncoder;
import dev.langchain4j.model.embedding.onnx.PoolingMode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * LangChain4j's encoder of an ONNX file, loaded when first used (a hundred megabytes and half a second, which a question
 * that needs no vector should not cost), with one thread a text: texts at once use more cores better than threads for one.
 * Safe for many threads but for {@link #close()}.
 */
final class InProcessModel extends AbstractInProcessEmbeddingModel implements AutoCloseable {
    private final Path model;
    private final Path tokenizer;
    private final PoolingMode pooling;
    private @Nullable OrtSession session;
    private @Nullable OnnxBertBiEncoder encoder;

    InProcessModel(Path model, Path tokenizer, PoolingMode pooling) {
        super(Runnable::run);
        this.model = model;
        this.tokenizer = tokenizer;
        this.pooling = pooling;
    }

    @Override
    protected synchronized OnnxBertBiEncoder model() {
        if (encoder == null) {
            encoder = OnnxRuntime.load(() -> load());
        }
        return encoder;
    }

    private OnnxBertBiEncoder load() throws OrtException, IOException {
        OrtEnvironment environment = OnnxRuntime.environment();
        OrtSession opened;
        try (OrtSession.SessionOptions options = OnnxRuntime.options()) {
            opened = environment.createSession(model.toString(), options);
        }
        try (InputStream in = Files.newInputStream(tokenizer)) {
            var loaded = new OnnxBertBiEncoder(environment, opened, in, pooling);
            session = opened;
            return loaded;
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    @Override
    public synchronized void close() {
        if (session != null) {
            try {
                session.close();
            } catch (OrtException e) {
                throw new IllegalStateException("the model cannot be closed", e);
            }
            session = null;
            encoder = null;
        }
    }
}
