package dev.sanad.llm;

import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.embedding.EmbeddingModel;
import java.util.ArrayList;
import java.util.List;

/** A LangChain4j embedding model whose requests run over {@link StreamingHttpClient}. */
final class RemoteEmbedder implements Embedder {
    /** Requests at once: hides the way to the server, and stays below what hosted models allow. */
    private static final int PARALLEL = 4;

    private final String name;
    private final EmbeddingModel passageModel;
    private final EmbeddingModel queryModel;
    private final Prefixes prefixes;
    private final int batch;
    private final Vectors vectors = new Vectors();

    /** @param batch the most passages of one request */
    RemoteEmbedder(String name, EmbeddingModel passageModel, EmbeddingModel queryModel, Prefixes prefixes, int batch) {
        this.name = name;
        this.passageModel = passageModel;
        this.queryModel = queryModel;
        this.prefixes = prefixes;
        this.batch = batch;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<float[]> passages(List<String> texts, Deadline deadline) throws LlmException, InterruptedException {
        List<String> prefixed = texts.stream().map(prefixes::ofPassage).toList();
        var found = new ArrayList<float[]>(texts.size());
        for (int from = 0; from < texts.size(); from += batch) {
            found.addAll(embed(passageModel, prefixed.subList(from, Math.min(texts.size(), from + batch)), deadline));
        }
        return found;
    }

    @Override
    public float[] query(String text, Deadline deadline) throws LlmException, InterruptedException {
        return embed(queryModel, List.of(prefixes.ofQuestion(text)), deadline).getFirst();
    }

    private List<float[]> embed(EmbeddingModel model, List<String> texts, Deadline deadline)
            throws LlmException, InterruptedException {
        List<TextSegment> segments = texts.stream().map(TextSegment::from).toList();
        return vectors.of(DeadlineCall.of(() -> model.embedAll(segments).content(), deadline), texts.size());
    }

    @Override
    public int parallelism() {
        return PARALLEL;
    }

    /** Connections end by themselves. */
    @Override
    public void close() {}

    @Override
    public String toString() {
        return name;
    }
}
