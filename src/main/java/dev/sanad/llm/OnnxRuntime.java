package dev.sanad.llm;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import dev.sanad.llm.LlmException.Kind;
import java.io.IOException;

/** The native libraries that run models in process: told to keep to themselves, and their failures put into words. */
final class OnnxRuntime {
    private OnnxRuntime() {}

    /** What loads a model, and may fail in all the ways in which native code does. */
    @FunctionalInterface
    interface Loading<T> {
        T load() throws OrtException, IOException;
    }

    /** @throws StreamFailure when it cannot be loaded */
    static <T> T load(Loading<T> loading) {
        // else the tokenizer's library counts its users, and fetches another build of itself where it sees a graphics
        // card
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("RUST_FLAVOR", "cpu");
        try {
            return loading.load();
        } catch (OrtException | IOException | RuntimeException e) {
            throw new StreamFailure(new LlmException(
                    Kind.REJECTED,
                    "cannot be loaded: its model or tokenizer file is damaged, or none that ONNX Runtime takes ("
                            + e.getClass().getSimpleName() + ")"));
        } catch (LinkageError e) {
            throw new StreamFailure(new LlmException(
                    Kind.UNREACHABLE, "cannot be loaded: ONNX Runtime does not run on this system (" + e + ")"));
        }
    }

    static OrtEnvironment environment() throws OrtException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
        environment.setTelemetry(false);
        return environment;
    }

    static OrtSession.SessionOptions options() throws OrtException {
        var options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        return options;
    }
}
