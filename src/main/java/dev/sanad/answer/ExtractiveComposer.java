package dev.sanad.answer;

import dev.sanad.article.ArticleId;
import dev.sanad.article.Passage;
import dev.sanad.article.Sentence;
import dev.sanad.index.Analysis;
import dev.sanad.retrieve.Hit;
import dev.sanad.retrieve.QueryWord;
import dev.sanad.retrieve.Retrieval;
import dev.sanad.text.Folding;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Quotes the sentences that answer, best first. Needs no model. */
public final class ExtractiveComposer {
    private static final int PASSAGES = 10;
    /** What a word counts for that stands in the sentence before or after, in the title, or elsewhere in the passage. */
    private static final double NEIGHBOUR = 0.5;

    /** What it counts for in the sentence before one that begins with a word such as او or this. */
    private static final double LEANT_ON = 0.8;

    private static final Pattern LEANING = Pattern.compile(
            "(?:(?:و|اما|به|در|از|and|but|in|at)\\s+)?(?:این|ان|وی|او|انها|انان|ایشان|همین|همان|he|she|it|they|this|that|these|those|his|her|its|their)"
                    + "(?![\\p{L}\\p{M}])");
    private static final double TITLE = 0.8;
    private static final double ELSEWHERE = 0.3;
    private static final double EXPECTED = 0.3;
    private static final double TOO_SHORT = 0.15;
    private static final double RANK = 0.2;
    /** How far behind the best, in logarithms of odds, an article counts for a third of it. */
    private static final double RANK_SCALE = 20;

    /** A further quotation must come this close to the best. */
    private static final double WORTH_ADDING = 0.85;

    private static final int SHORT = 25;
    private final Analysis analysis;
    private final int quotations;

    /** @param quotations how many an answer has at most */
    public ExtractiveComposer(Analysis analysis, int quotations) {
        this.analysis = analysis;
        this.quotations = quotations;
    }

    /**
     * Sentences that answer, best first, none overlapping.
     *
     * @param confidence 0 to 1 that they do
     */
    record Selection(List<Selected> sentences, double confidence) {}

    record Selected(Passage passage, Sentence sentence, double score) {}

    Selection select(Retrieval retrieval) {
        if (retrieval.plan().words().isEmpty() && retrieval.plan().window() != null) {
            return newest(retrieval);
        }
        var candidates = new ArrayList<Selected>();
        double total =
                retrieval.weights().stream().mapToDouble(Double::doubleValue).sum();
        if (total <= 0 || retrieval.hits().isEmpty()) {
            return new Selection(List.of(), 0);
        }
        Map<ArticleId, Double> rank = ranks(retrieval.hits());
        double confidence = 0;
        var expected = new ExpectedAnswer(retrieval.plan());
        for (Hit hit :
                retrieval.hits().subList(0, Math.min(PASSAGES, retrieval.hits().size()))) {
            PassageTerms terms = PassageTerms.of(analysis, hit.passage());
            for (int i = 0; i < hit.passage().sentences().size(); i++) {
                Sentence sentence = hit.passage().sentences().get(i);
                String text = hit.passage().textOf(sentence);
                boolean leans = LEANING.matcher(Folding.foldInPlace(text)).lookingAt();
                double coverage =
                        coverage(retrieval, terms, i, hit.passage().sentences().size(), leans) / total;
                confidence = Math.max(confidence, coverage);
                double score = coverage
                        + RANK * rank.getOrDefault(hit.passage().id().article(), 0.0)
                        + EXPECTED * expected.in(text)
                        - (text.length() < SHORT ? TOO_SHORT : 0);
                candidates.add(new Selected(hit.passage(), sentence, score));
            }
        }
        candidates.sort(Comparator.comparingDouble(Selected::score)
                .reversed()
                .thenComparing(selected -> selected.passage().id())
                .thenComparingInt(selected -> selected.sentence().start()));
        return new Selection(best(candidates), Math.min(1, confidence));
    }

    /** 1 for the best article, less for those behind it: within an article its sentences tell which of them answers. */
    private static Map<ArticleId, Double> ranks(List<Hit> hits) {
        double top = hits.getFirst().score();
        Map<ArticleId, Double> ranks = new HashMap<>();
        for (Hit hit : hits) {
            ranks.putIfAbsent(hit.passage().id().article(), Math.exp((hit.score() - top) / RANK_SCALE));
        }
        return ranks;
    }

    /** A question that names a time and nothing else is answered by how the newest articles of that time begin. */
    private Selection newest(Retrieval retrieval) {
        List<Selected> leads = retrieval.hits().stream()
                .map(Hit::passage)
                .filter(passage -> passage.id().ordinal() == 0)
                .sorted(Comparator.comparing(ExtractiveComposer::published)
                        .reversed()
                        .thenComparing(Passage::id))
                .limit(quotations)
                .map(passage -> new Selected(passage, passage.sentences().getFirst(), 1))
                .toList();
        return new Selection(leads, leads.isEmpty() ? 0 : 1);
    }

    private static String published(Passage passage) {
        return String.valueOf(passage.head().published());
    }

    private static double coverage(
            Retrieval retrieval, PassageTerms terms, int sentence, int sentences, boolean leans) {
        double sum = 0;
        for (int w = 0; w < retrieval.plan().words().size(); w++) {
            QueryWord word = retrieval.plan().words().get(w);
            double best = Math.max(
                    Math.max(terms.match(word, sentence), TITLE * terms.matchInTitle(word)),
                    ELSEWHERE * terms.match(word));
            if (sentence > 0) {
                best = Math.max(best, (leans ? LEANT_ON : NEIGHBOUR) * terms.match(word, sentence - 1));
            }
            if (sentence + 1 < sentences) {
                best = Math.max(best, NEIGHBOUR * terms.match(word, sentence + 1));
            }
            sum += best * retrieval.weights().get(w);
        }
        return sum;
    }

    private List<Selected> best(List<Selected> candidates) {
        var chosen = new ArrayList<Selected>();
        Set<String> texts = new HashSet<>();
        for (Selected candidate : candidates) {
            if (chosen.size() == quotations
                    || candidate.score() < WORTH_ADDING * candidates.getFirst().score()) {
                break;
            }
            if (texts.add(candidate.passage().textOf(candidate.sentence()))) {
                chosen.add(candidate);
            }
        }
        return chosen;
    }
}
