package dev.sanad.answer;

import dev.sanad.answer.QuotationChooser.Chosen;
import dev.sanad.answer.SentenceScorer.Candidate;
import dev.sanad.index.Analysis;
import dev.sanad.retrieve.Hit;
import dev.sanad.retrieve.Retrieval;
import java.util.List;

/** Quotes the sentences that answer, best first. Needs no model. */
public final class ExtractiveComposer {
    private final Analysis analysis;
    private final SentenceScorer scorer;
    private final SentenceRanking ranking = new SentenceRanking();
    private final Confidence confidence = new Confidence();
    private final int quotations;

    /** @param quotations how many an answer has at most */
    public ExtractiveComposer(Analysis analysis, int quotations) {
        this.analysis = analysis;
        this.scorer = new SentenceScorer(analysis);
        this.quotations = quotations;
    }

    /**
     * What answers, best first, none overlapping.
     *
     * @param confidence 0 to 1 that it does
     * @param sides sentences that contradict each other, or correct another, which an answer of any kind has to quote
     * @param notices of sources that differ, and of corrections
     */
    record Selection(List<Chosen> quotations, double confidence, List<Chosen> sides, List<Notice> notices) {
        Selection(List<Chosen> quotations, double confidence) {
            this(quotations, confidence, List.of(), List.of());
        }
    }

    Selection select(Retrieval retrieval) {
        if (retrieval.plan().words().isEmpty() && retrieval.plan().wantsNewest()) {
            return newest(retrieval);
        }
        if (retrieval.plan().newest()) {
            List<Chosen> digest = new Digest(retrieval, scorer).quotations();
            return new Selection(digest, digest.isEmpty() ? 0 : 1);
        }
        List<Candidate> candidates = scorer.candidates(retrieval);
        if (candidates.isEmpty()) {
            return new Selection(List.of(), 0);
        }
        boolean withVector = retrieval.hits().getFirst().features().cosine() != 0;
        double[] probabilities = ranking.probabilities(candidates, withVector);
        var compared = new SourceComparison(
                candidates, probabilities, retrieval.words().size(), analysis);
        List<Chosen> chosen = new QuotationChooser(candidates, probabilities)
                .choose(Math.max(quotations, compared.first().size()), compared.first());
        List<Chosen> sides = compared.sides().stream()
                .map(candidates::get)
                .map(one -> new Chosen(one.passage(), one.sentence(), one.answer()))
                .toList();
        return new Selection(
                chosen, confidence.of(ConfidenceReader.features(retrieval, candidates)), sides, compared.notices());
    }

    /** A question that names a time and nothing else is answered by how the newest articles of that time begin. */
    private Selection newest(Retrieval retrieval) {
        List<Chosen> leads = retrieval.hits().stream()
                .filter(hit -> hit.passage().id().ordinal() == 0)
                .sorted(Digest.NEWEST_FIRST)
                .limit(retrieval.plan().newest() ? Digest.MOST : quotations)
                .map(Hit::passage)
                .map(passage -> new Chosen(passage, passage.sentences().getFirst(), null))
                .toList();
        return new Selection(leads, leads.isEmpty() ? 0 : 1);
    }
}
