package dev.sanad.ingest;

import dev.sanad.article.Article;
import dev.sanad.article.ArticleId;
import dev.sanad.article.Passage;
import dev.sanad.index.EmbeddedText;
import dev.sanad.index.Segmenter;
import dev.sanad.index.VectorCoverage;
import dev.sanad.llm.Embedder;
import dev.sanad.llm.LlmException;
import dev.sanad.store.ArticleStore;
import dev.sanad.store.VectorModel;
import dev.sanad.store.VectorStore;
import java.io.IOException;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives every passage of a caught-up index its vector. Works in windows of a few seconds: what the database knows of a
 * window's passages is not embedded again, the rest is, and then the window's articles are indexed anew, with vectors. The
 * index answers lexically all the while. For one run.
 */
final class EmbeddingUpdater {
    private static final Duration WINDOW = Duration.ofSeconds(3);
    private static final int FIRST_WINDOW = 64;
    private static final int LARGEST_WINDOW = 4096;
    private final ArticleStore articles;
    private final VectorStore vectors;
    private final IndexUpdater index;
    private final Embedder embedder;
    private final EmbeddingBudget budget;
    private final Segmenter segmenter = new Segmenter();
    private int computed;
    private int reported;

    EmbeddingUpdater(
            ArticleStore articles, VectorStore vectors, IndexUpdater index, Embedder embedder, EmbeddingBudget budget) {
        this.articles = articles;
        this.vectors = vectors;
        this.index = index;
        this.embedder = embedder;
        this.budget = budget;
    }

    EmbeddingOutcome run(Progress progress) throws IOException, InterruptedException {
        VectorModel model = vectors.model();
        if (model != null && !model.name().equals(embedder.name())) {
            return new EmbeddingOutcome.OtherModel(model.name(), embedder.name());
        }
        State before = state();
        if (before.without() == 0) {
            return complete(before);
        }
        if (!budget.covers(before.without())) {
            return new EmbeddingOutcome.Unfinished(0, before.without());
        }
        try {
            if (model == null) {
                model = EmbeddingBatches.model(embedder, budget);
                vectors.adopt(model);
            }
            State after = embedAll(model, before.without(), progress);
            return after.without() == 0 ? complete(after) : new EmbeddingOutcome.Unfinished(computed, after.without());
        } catch (LlmException e) {
            int left = state().without();
            return budget.spent()
                    ? new EmbeddingOutcome.Unfinished(computed, left)
                    : new EmbeddingOutcome.Failed(String.valueOf(e.getMessage()), computed, left);
        }
    }

    private EmbeddingOutcome complete(State state) {
        if (vectors.model() != null) {
            vectors.deleteOtherModels();
            new VectorSweep(articles, vectors).runIfWorthIt(state.passages());
        }
        return new EmbeddingOutcome.Complete(state.passages(), computed);
    }

    private State embedAll(VectorModel model, int total, Progress progress)
            throws IOException, LlmException, InterruptedException {
        try (Progress.Task task = progress.begin(Progress.Kind.EMBEDDING, total);
                var batches = new EmbeddingBatches(embedder, model, vectors, budget)) {
            int size = FIRST_WINDOW;
            List<ArticleId> window = window(size);
            while (!window.isEmpty() && !budget.spent()) {
                long began = System.nanoTime();
                List<Article> found = articles.findAll(window);
                try {
                    batches.embed(missing(found), batch -> {
                        computed += batch;
                        step(task, batch);
                    });
                } finally {
                    index.refresh(window, found);
                }
                step(task, total - state().without() - reported);
                size = next(size, System.nanoTime() - began);
                window = window(size);
            }
        }
        return state();
    }

    private void step(Progress.Task task, int passages) {
        reported += passages;
        task.step(passages);
    }

    /** As many passages as take about a window's time at the last window's speed. */
    private static int next(int size, long nanos) {
        return Math.clamp(size * WINDOW.toNanos() / Math.max(1, nanos), EmbeddingBatches.LARGEST, LARGEST_WINDOW);
    }

    private List<ArticleId> window(int passages) throws IOException {
        try (VectorCoverage coverage = index.coverage()) {
            return coverage.articlesWithout(passages);
        }
    }

    /** What the database knows no vector of; each text once. */
    private Collection<EmbeddedText> missing(List<Article> window) {
        Map<String, EmbeddedText> texts = new LinkedHashMap<>();
        for (Article article : window) {
            for (Passage passage : segmenter.passages(article)) {
                EmbeddedText text = EmbeddedText.of(passage);
                texts.put(text.content(), text);
            }
        }
        List<String> contents = List.copyOf(texts.keySet());
        texts.keySet().removeAll(vectors.find(contents).keySet());
        return texts.values();
    }

    private State state() throws IOException {
        try (VectorCoverage coverage = index.coverage()) {
            return new State(coverage.passages(), coverage.without());
        }
    }

    private record State(int passages, int without) {}
}
