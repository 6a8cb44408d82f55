package dev.sanad.answer;

import dev.sanad.answer.SentenceScorer.Candidate;
import dev.sanad.article.Published;
import java.util.List;

/**
 * A sentence that answers with a number, a day or a name.
 *
 * @param index the candidate's place among the others
 * @param words as the sentence has them
 * @param dates all that its sentence has
 * @param around what its sentence tells; for a name, which is often told in parts, what its passage and title do
 */
record Stated(int index, Candidate candidate, String words, Fact fact, List<QuotedDate> dates, Facts around) {
    /** Whether both answer with the same and cannot both be right. */
    boolean contradicts(Stated other) {
        return fact.contradicts(other.fact);
    }

    /** Whether it also has what the other answers with. */
    boolean alsoHas(Stated other) {
        return other.fact.touches(around);
    }

    /** Whether each year that one sentence names stands in the other too: facts of two years may both be right. */
    boolean isOfTheSameTime(Stated other) {
        return fact instanceof Fact.Day || (isWithin(dates, other.dates) && isWithin(other.dates, dates));
    }

    private static boolean isWithin(List<QuotedDate> dates, List<QuotedDate> others) {
        return dates.stream()
                .filter(date -> date.mention().year() != null)
                .allMatch(date -> others.stream()
                        .anyMatch(other -> other.supports(date.mention()) || date.supports(other.mention())));
    }

    /** ISO-8601; empty for an article without a date. */
    String published() {
        Published published = candidate.passage().head().published();
        return published == null ? "" : published.toString();
    }
}
