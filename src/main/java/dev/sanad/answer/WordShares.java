package dev.sanad.answer;

/** What one sentence, and what stands around it, has of a question's words: shares of 0 to 1. */
final class WordShares {
    /** What a word counts for in the context that stands in the title, the sentence before or after, or elsewhere. */
    private static final double IN_TITLE = 0.8;

    private static final double BESIDE = 0.5;
    /** What it counts for in the sentence before one that leans on it. */
    private static final double LEANT_ON = 0.8;

    private static final double ELSEWHERE = 0.3;
    private final int count;
    private final double total;
    private final double first;
    private final double last;
    private double words;
    private double alike;
    private double title;
    private double before;
    private double context;

    /** @param leans whether the sentence leans on the one before it */
    WordShares(PassageMatches matches, int sentence, boolean leans) {
        QuestionParts question = matches.question();
        this.count = question.words().size();
        this.total = question.total();
        this.first = matches.certainty(sentence, 0);
        this.last = matches.certainty(sentence, count - 1);
        for (int w = 0; w < count; w++) {
            double weight = question.words().get(w).weight();
            double here = matches.certainty(sentence, w);
            double inTitle = matches.certaintyInTitle(w);
            double inLast = matches.certainty(sentence - 1, w);
            double inNext = matches.certainty(sentence + 1, w);
            words += weight * here;
            alike += here;
            title += weight * Math.max(0, inTitle - here);
            before += weight * Math.max(0, inLast - Math.max(here, inTitle));
            double around = Math.max((leans ? LEANT_ON : BESIDE) * inLast, BESIDE * inNext);
            double anywhere = Math.max(IN_TITLE * inTitle, ELSEWHERE * matches.certaintyAnywhere(w));
            context += weight * Math.max(here, Math.max(around, anywhere));
        }
    }

    double words() {
        return words / total;
    }

    double alike() {
        return alike / count;
    }

    double first() {
        return first;
    }

    double last() {
        return last;
    }

    double title() {
        return title / total;
    }

    double before() {
        return before / total;
    }

    double context() {
        return context / total;
    }
}
