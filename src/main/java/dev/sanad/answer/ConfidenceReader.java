package dev.sanad.answer;

import dev.sanad.answer.SentenceScorer.Candidate;
import dev.sanad.retrieve.FoundWord;
import dev.sanad.retrieve.FoundWord.Way;
import dev.sanad.retrieve.Hit;
import dev.sanad.retrieve.Retrieval;
import java.util.List;

/** Reads from what was found how much speaks for the archive answering. */
public final class ConfidenceReader {
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
                Math.min(1, context + across(retrieval.words())),
                best.features().proximity(),
                best.features().cosine());
    }

    /** What the others lose by how uncertain it is that a name or a translation is the question's word, where nothing else is. */
    private static double across(List<FoundWord> words) {
        double across = 0;
        double total = 0;
        for (FoundWord word : words) {
            total += word.weight();
            if (word.isAcross()) {
                double surest =
                        word.ways().stream().mapToDouble(Way::certainty).max().orElse(0);
                across += word.weight() * (1 - surest);
            }
        }
        return total > 0 ? across / total : 0;
    }
}
