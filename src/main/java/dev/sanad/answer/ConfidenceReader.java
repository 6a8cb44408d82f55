package dev.sanad.answer;

import dev.sanad.answer.SentenceScorer.Candidate;
import dev.sanad.article.ArticleId;
import dev.sanad.retrieve.FoundWord;
import dev.sanad.retrieve.FoundWord.Way;
import dev.sanad.retrieve.Hit;
import dev.sanad.retrieve.Retrieval;
import java.util.List;

/** Reads from what was found how much speaks for the archive answering. */
public final class ConfidenceReader {
    /** Of other articles, the one that the best is held against; those before it may tell the same. */
    private static final int OTHER = 2;

    private static final double ODDS = 20;

    private ConfidenceReader() {}

    /** @param candidates the sentences that were found */
    public static ConfidenceFeatures features(Retrieval retrieval, List<Candidate> candidates) {
        List<Hit> hits = retrieval.hits();
        if (hits.isEmpty() || candidates.isEmpty()) {
            return ConfidenceFeatures.NONE;
        }
        Hit best = hits.getFirst();
        double context =
                candidates.stream().mapToDouble(Candidate::context).max().orElse(0);
        return new ConfidenceFeatures(
                context,
                best.features().proximity(),
                ahead(hits),
                guessed(retrieval.words()),
                best.features().cosine());
    }

    private static double ahead(List<Hit> hits) {
        ArticleId first = hits.getFirst().passage().id().article();
        double[] others = hits.stream()
                .filter(hit -> !hit.passage().id().article().equals(first))
                .mapToDouble(Hit::score)
                .toArray();
        double held = others.length > OTHER ? others[OTHER] : ofNothing(hits);
        return Math.clamp((hits.getFirst().score() - held) / ODDS, 0, 1);
    }

    /** What a passage scores that has none of the words; a cosine is never nothing, so there the last one stands for it. */
    private static double ofNothing(List<Hit> hits) {
        boolean withVector = hits.getFirst().features().cosine() != 0;
        return withVector ? hits.getLast().score() : 0;
    }

    private static double guessed(List<FoundWord> words) {
        double guessed = 0;
        double total = 0;
        for (FoundWord word : words) {
            total += word.weight();
            if (word.isKnown()) {
                double surest =
                        word.ways().stream().mapToDouble(Way::certainty).max().orElse(0);
                guessed += word.weight() * (1 - surest);
            }
        }
        return total > 0 ? guessed / total : 0;
    }
}
