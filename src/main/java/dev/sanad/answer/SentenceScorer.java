package dev.sanad.answer;

import dev.sanad.answer.ExpectedAnswer.Found;
import dev.sanad.answer.PassageMatches.MatchedWord;
import dev.sanad.article.Passage;
import dev.sanad.article.Sentence;
import dev.sanad.index.Analysis;
import dev.sanad.retrieve.Hit;
import dev.sanad.retrieve.QueryPlan.Expects;
import dev.sanad.retrieve.Retrieval;
import dev.sanad.text.Folding;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds what speaks for each sentence of the best passages as the answer to a question. Safe for many threads. */
public final class SentenceScorer {
    private static final int PASSAGES = 10;
    private static final Pattern LEANING = Pattern.compile(
            "(?:(?:و|اما|به|در|از|and|but|in|at)\\s+)?(?:این|ان|وی|او|انها|انان|ایشان|همین|همان|he|she|it|they|this|that|these|those|his|her|its|their)"
                    + "(?![\\p{L}\\p{M}])");
    private static final double ODDS = 20;
    private static final int MUCH_NEWS = 8;
    private static final int NEAR = 10;
    private final Analysis analysis;

    public SentenceScorer(Analysis analysis) {
        this.analysis = analysis;
    }

    /**
     * A sentence that may answer.
     *
     * @param ordinal its place in its passage, from 0
     * @param leans whether it begins with a word that stands for something said before
     * @param context 0 to 1: the share of the question's words that it has, with what stands around it
     * @param words that mean something by themselves, in order
     * @param found what may be the part of it that the question asks for; null for none
     */
    public record Candidate(
            Passage passage,
            int ordinal,
            boolean leans,
            double context,
            List<MatchedWord> words,
            @Nullable Found found,
            SentenceFeatures features) {
        public Candidate {
            words = List.copyOf(words);
        }

        public Sentence sentence() {
            return passage.sentences().get(ordinal);
        }

        public String text() {
            return passage.textOf(sentence());
        }

        /** The part of it that the question asks for; null where that cannot be told. */
        @Nullable Span answer() {
            return found == null || !found.surely() ? null : found.span();
        }
    }

    /** In the order of the passages, and in theirs. */
    public List<Candidate> candidates(Retrieval retrieval) {
        var question = new QuestionParts(retrieval.words());
        var candidates = new ArrayList<Candidate>();
        if (question.total() <= 0) {
            return candidates;
        }
        var expected = new ExpectedAnswer(retrieval.plan());
        List<Hit> hits = retrieval.hits();
        for (Hit hit : hits.subList(0, Math.min(PASSAGES, hits.size()))) {
            double behind = (hit.score() - hits.getFirst().score()) / ODDS;
            var matches = new PassageMatches(analysis, question, hit.passage());
            for (int i = 0; i < hit.passage().sentences().size(); i++) {
                candidates.add(candidate(expected, matches, i, behind));
            }
        }
        return candidates;
    }

    private static Candidate candidate(ExpectedAnswer expected, PassageMatches matches, int sentence, double behind) {
        String text = matches.text(sentence);
        boolean leans = LEANING.matcher(Folding.foldInPlace(text)).lookingAt();
        List<MatchedWord> words = matches.words(sentence);
        Found answer = null;
        double fit = 0;
        for (Found found : expected.in(text, words)) {
            double one = found.value() * (1 + nearness(found, words)) / 2;
            if (one > fit) {
                answer = found;
                fit = one;
            }
        }
        var shares = new WordShares(matches, sentence, leans);
        var features = new SentenceFeatures(
                shares.words(),
                shares.alike(),
                shares.first(),
                shares.last(),
                shares.title(),
                shares.before(),
                leans ? shares.before() : 0,
                behind,
                Math.min(
                        1, (double) words.stream().filter(word -> !word.asked()).count() / MUCH_NEWS),
                fit(answer, fit, Expects.NUMBER),
                fit(answer, fit, Expects.DATE),
                fit(answer, fit, Expects.PERSON),
                fit(answer, fit, Expects.PLACE),
                fit(answer, fit, Expects.REASON));
        return new Candidate(matches.passage(), sentence, leans, shares.context(), words, answer, features);
    }

    private static double fit(@Nullable Found answer, double fit, Expects kind) {
        return answer != null && answer.kind() == kind ? fit : 0;
    }

    /** 1 beside a word of the question, less with each word between, 0 from ten on. */
    private static double nearness(Found found, List<MatchedWord> words) {
        int since = NEAR;
        int until = 0;
        for (MatchedWord word : words) {
            if (word.end() <= found.span().start()) {
                since = word.asked() ? 0 : since + 1;
            } else if (word.start() >= found.span().end()) {
                if (word.asked()) {
                    return nearness(Math.min(since, until));
                }
                until++;
            }
        }
        return nearness(since);
    }

    private static double nearness(int between) {
        return 1 - (double) Math.min(between, NEAR) / NEAR;
    }
}
