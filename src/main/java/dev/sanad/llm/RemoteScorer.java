package dev.sanad.llm;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.scoring.ScoringModel;
import java.util.List;

/** A scoring model whose requests run over {@link StreamingHttpClient}. */
final class RemoteScorer implements Scorer {
    private final String name;
    private final ScoringModel model;

    RemoteScorer(String name, ScoringModel model) {
        this.name = name;
        this.model = model;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public double[] scores(String question, List<String> passages, Deadline deadline)
            throws LlmException, InterruptedException {
        if (passages.isEmpty()) {
            return new double[0];
        }
        List<TextSegment> segments = passages.stream()
                .map(ModelText::ofPassage)
                .map(TextSegment::from)
                .toList();
        String query = ModelText.ofQuestion(question);
        return Scores.of(DeadlineCall.of(() -> model.scoreAll(segments, query).content(), deadline), passages.size());
    }

    /** Connections end by themselves. */
    @Override
    public void close() {}

    @Override
    public String toString() {
        return name;
    }
}
