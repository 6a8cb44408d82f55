package dev.sanad.ingest;

import dev.sanad.index.EmbeddedText;
import dev.sanad.index.VectorCodec;
import dev.sanad.llm.Embedder;
import dev.sanad.llm.LlmException;
import dev.sanad.store.VectorModel;
import dev.sanad.store.VectorStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionService;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/**
 * Embeds texts in even batches on as many threads as the embedder is worth, and stores each batch as soon as it is made: a
 * kill loses only the batches in flight. The threads are the system's, for a model in process would hold up the carriers
 * of virtual ones.
 */
final class EmbeddingBatches implements AutoCloseable {
    /** Texts in a batch, at most. */
    static final int LARGEST = 32;

    private static final int SMALLEST = 4;
    /** Batches a thread, where there are few texts: a batch that takes long leaves no other thread idle for long. */
    private static final int BATCHES_A_THREAD = 4;

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long LOOK_EVERY_MILLIS = 100;
    private final Embedder embedder;
    private final VectorModel model;
    private final VectorStore store;
    private final EmbeddingBudget budget;
    private final ExecutorService threads;

    EmbeddingBatches(Embedder embedder, VectorModel model, VectorStore store, EmbeddingBudget budget) {
        this.embedder = embedder;
        this.model = model;
        this.store = store;
        this.budget = budget;
        this.threads = Executors.newFixedThreadPool(
                embedder.parallelism(),
                Thread.ofPlatform().name("embed-", 0).daemon().factory());
    }

    /**
     * Embeds all texts, or as many as the budget allows; when these were not all, no more can be embedded.
     *
     * @param done hears, on this thread, of every batch that is stored: how many texts it holds
     * @throws LlmException the first failure; batches that were made are stored
     */
    void embed(Collection<EmbeddedText> texts, IntConsumer done) throws LlmException, InterruptedException {
        CompletionService<Integer> batches = new ExecutorCompletionService<>(threads);
        int left = 0;
        for (List<EmbeddedText> batch : even(texts)) {
            batches.submit(() -> embed(batch));
            left++;
        }
        try {
            while (left > 0 && !budget.spent()) {
                Future<Integer> batch = batches.poll(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
                if (batch != null) {
                    done.accept(result(batch));
                    left--;
                }
            }
        } finally {
            if (left > 0) {
                threads.shutdownNow();
            }
        }
    }

    /** Texts of like length together, the longest first: a model pads a batch to its longest. */
    private List<List<EmbeddedText>> even(Collection<EmbeddedText> texts) {
        List<EmbeddedText> sorted = texts.stream()
                .sorted(Comparator.comparingInt(
                                (EmbeddedText text) -> text.text().length())
                        .reversed())
                .toList();
        int size = Math.clamp(sorted.size() / (embedder.parallelism() * BATCHES_A_THREAD), SMALLEST, LARGEST);
        List<List<EmbeddedText>> batches = new ArrayList<>();
        for (int from = 0; from < sorted.size(); from += size) {
            batches.add(sorted.subList(from, Math.min(sorted.size(), from + size)));
        }
        return batches;
    }

    private int embed(List<EmbeddedText> batch) throws LlmException, InterruptedException {
        List<float[]> made =
                embedder.passages(batch.stream().map(EmbeddedText::text).toList(), budget.within(PATIENCE));
        Map<String, float[]> vectors = new HashMap<>();
        for (int i = 0; i < batch.size(); i++) {
            checkDimension(made.get(i).length);
            vectors.put(batch.get(i).content(), made.get(i));
        }
        store.put(model, vectors);
        return batch.size();
    }

    private void checkDimension(int dimension) throws LlmException {
        if (dimension != model.dimension()) {
            throw new LlmException(
                    LlmException.Kind.MALFORMED,
                    embedder.name() + " gave a vector of " + dimension + " numbers, and this archive has vectors of "
                            + model.dimension() + " from it; if the model was replaced, run ./sanad index --re-embed");
        }
    }

    /** The model that an embedder is, found by asking it. */
    static VectorModel model(Embedder embedder, EmbeddingBudget budget) throws LlmException, InterruptedException {
        int dimension =
                embedder.passages(List.of("Sanad"), budget.within(PATIENCE)).getFirst().length;
        if (dimension > VectorCodec.MAX_DIMENSION) {
            throw new LlmException(
                    LlmException.Kind.REJECTED,
                    embedder.name() + " gives vectors of " + dimension + " numbers, and an index holds at most "
                            + VectorCodec.MAX_DIMENSION + "; choose another model, or fewer dimensions of it");
        }
        return new VectorModel(embedder.name(), dimension);
    }

    private static int result(Future<Integer> batch) throws LlmException, InterruptedException {
        try {
            return batch.get();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case LlmException failure -> throw failure;
                case InterruptedException interrupted -> throw interrupted;
                case RuntimeException fault -> throw fault;
                case Error fault -> throw fault;
                case null, default -> throw new IllegalStateException(e);
            }
        }
    }

    /** Ends the batches in flight, and waits for that. */
    @Override
    public void close() {
        threads.shutdownNow();
        threads.close();
    }
}
