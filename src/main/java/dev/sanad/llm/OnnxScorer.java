package dev.sanad.llm;

import ai.onnxruntime.OrtException;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.scoring.onnx.OnnxScoringModel;
import dev.sanad.config.OnnxFile;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A cross-encoder that runs in process, loaded when first used; one question at a time. It cuts what it cannot see. */
final class OnnxScorer implements Scorer {
    /** Pairs that are read at once; between them the deadline is looked at. */
    private static final int AT_ONCE = 4;

    /** Tokens of question and passage together. */
    private static final int LONGEST = 512;

    private final OnnxFile file;
    private @Nullable OnnxScoringModel model;
    private boolean closed;

    OnnxScorer(OnnxFile file) {
        this.file = file;
    }

    @Override
    public String name() {
        return "onnx:" + file.name();
    }

    @Override
    public synchronized double[] scores(String question, List<String> passages, Deadline deadline)
            throws LlmException, InterruptedException {
        if (closed) {
            throw new IllegalStateException(name() + " is closed");
        }
        List<TextSegment> segments = passages.stream()
                .map(ModelText::ofPassage)
                .map(TextSegment::from)
                .toList();
        String query = ModelText.ofQuestion(question);
        var scores = new ArrayList<Double>();
        for (int from = 0; from < segments.size(); from += AT_ONCE) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            if (deadline.passed()) {
                throw DeadlineCall.late();
            }
            scores.addAll(some(query, segments.subList(from, Math.min(segments.size(), from + AT_ONCE))));
        }
        return Scores.of(scores, passages.size());
    }

    private List<Double> some(String query, List<TextSegment> segments) throws LlmException {
        try {
            if (model == null) {
                model = OnnxRuntime.load(this::load);
            }
            return model.scoreAll(segments, query).content();
        } catch (StreamFailure e) {
            throw e.failure();
        }
    }

    private OnnxScoringModel load() throws OrtException {
        OnnxRuntime.environment();
        return new OnnxScoringModel(
                file.model().toString(), OnnxRuntime.options(), file.tokenizer().toString(), LONGEST, false);
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (model != null) {
            model.close();
            model = null;
        }
    }

    @Override
    public String toString() {
        return name();
    }
}
