package dev.sanad.llm;

import dev.langchain4j.data.segment.TextSegment;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** A model that runs in process, one text at a time on the calling thread. What it cannot see at once, it averages. */
final class OnnxEmbedder implements Embedder {
    private final String name;
    private final InProcessModel model;
    private final Prefixes prefixes;
    private final Vectors vectors = new Vectors();

    /** Native memory must not be freed under a caller. */
    private final ReadWriteLock closing = new ReentrantReadWriteLock();

    private boolean closed;

    OnnxEmbedder(String name, InProcessModel model, Prefixes prefixes) {
        this.name = name;
        this.model = model;
        this.prefixes = prefixes;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<float[]> passages(List<String> texts, Deadline deadline) throws LlmException, InterruptedException {
        var found = new ArrayList<float[]>(texts.size());
        for (String text : texts) {
            found.add(vector(prefixes.ofPassage(text), deadline));
        }
        return found;
    }

    @Override
    public float[] query(String text, Deadline deadline) throws LlmException, InterruptedException {
        return vector(prefixes.ofQuestion(text), deadline);
    }

    private float[] vector(String text, Deadline deadline) throws LlmException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (deadline.passed()) {
            throw DeadlineCall.late();
        }
        closing.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException(name + " is closed");
            }
            var embeddings = model.embedAll(List.of(TextSegment.from(text))).content();
            return vectors.of(embeddings, 1).getFirst();
        } catch (StreamFailure e) {
            throw e.failure();
        } finally {
            closing.readLock().unlock();
        }
    }

    @Override
    public int parallelism() {
        return Runtime.getRuntime().availableProcessors();
    }

    @Override
    public void close() {
        closing.writeLock().lock();
        try {
            closed = true;
            model.close();
        } finally {
            closing.writeLock().unlock();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
