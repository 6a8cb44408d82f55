package dev.sanad.retrieve;

import dev.sanad.llm.Deadline;
import dev.sanad.llm.Embedder;
import dev.sanad.llm.LlmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Gives the vectors that a test has made by hand, and remembers what it was asked. */
final class ScriptedEmbedder implements Embedder {
    private final String name;
    private final Script script;
    private final List<String> asked = new ArrayList<>();
    private Duration patience = Duration.ZERO;

    /** What a question's vector is. */
    interface Script {
        float[] vector(String question) throws LlmException, InterruptedException;
    }

    ScriptedEmbedder(String name, Script script) {
        this.name = name;
        this.script = script;
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    /** What the last question had left. */
    Duration patience() {
        return patience;
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<float[]> passages(List<String> texts, Deadline deadline) {
        throw new UnsupportedOperationException("only questions are asked here");
    }

    @Override
    public float[] query(String text, Deadline deadline) throws LlmException, InterruptedException {
        asked.add(text);
        patience = deadline.remaining();
        return script.vector(text);
    }

    @Override
    public int parallelism() {
        return 1;
    }

    @Override
    public void close() {}
}
