package dev.sanad.answer;

import dev.sanad.answer.Contrast.Found;
import dev.sanad.answer.Finding.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Finds words of a claim that changed places against a quotation: in Persian and in English a sentence tells by place, by
 * prepositions and by را who did what to whom. A word that only moves, and takes its preposition or را along, says the same.
 */
final class WordOrder {
    private static final Set<String> PREPOSITIONS = Wording.keys(
            "از به در با بر برای توسط تا بین علیه نزد from to by with in at for of against on between than into");
    private static final String OBJECT = "را";
    /** The words of a phrase behind its preposition, or before its را. */
    private static final int LONGEST_PHRASE = 4;

    /** Of the four sides of two words, how many tell that they changed places. */
    private static final int SIDES = 2;

    private final Wording claim;
    private final Wording quoted;
    private final ClaimAlignment alignment;
    private final List<Pair> pairs = new ArrayList<>();

    /** A word of both that means something, paired or moved. */
    private record Pair(int at, int quotedAt, boolean moved) {}

    WordOrder(Wording claim, Wording quoted, ClaimAlignment alignment) {
        this.claim = claim;
        this.quoted = quoted;
        this.alignment = alignment;
        pair();
    }

    private void pair() {
        boolean[] taken = new boolean[quoted.size()];
        for (int i = 0; i < claim.size(); i++) {
            if (alignment.partner(i) >= 0) {
                taken[alignment.partner(i)] = true;
            }
        }
        for (int i = 0; i < claim.size(); i++) {
            int partner = alignment.partner(i);
            boolean moved = partner < 0;
            for (int j = 0; moved && partner < 0 && j < quoted.size(); j++) {
                if (!taken[j] && claim.get(i).matches(quoted.get(j))) {
                    partner = j;
                    taken[j] = true;
                }
            }
            if (partner >= 0 && claim.get(i).content()) {
                pairs.add(new Pair(i, partner, moved));
            }
        }
    }

    List<Found> findings() {
        for (int a = 0; a < pairs.size(); a++) {
            for (int c = a + 2; c < pairs.size(); c++) {
                Pair first = pairs.get(a);
                Pair last = pairs.get(c);
                if (first.quotedAt() > last.quotedAt()
                        && isBetween(a, c)
                        && tradePlaces(first, last)
                        && !bothKeepTheirPart(first, last)) {
                    return List.of(found(first, last));
                }
            }
        }
        for (int a = 0; a + 1 < pairs.size(); a++) {
            Pair first = pairs.get(a);
            Pair last = pairs.get(a + 1);
            if (first.quotedAt() > last.quotedAt() && tradeParts(first, last)) {
                return List.of(found(first, last));
            }
        }
        return List.of();
    }

    private Found found(Pair first, Pair last) {
        String words =
                claim.get(first.at()).surface() + " … " + claim.get(last.at()).surface();
        return new Found(first.moved() ? first.at() : last.at(), Kind.ORDER, words);
    }

    /** Whether a word stands between the two in the claim and in the quotation: then they changed places around it. */
    private boolean isBetween(int a, int c) {
        for (int b = a + 1; b < c; b++) {
            int at = pairs.get(b).quotedAt();
            if (at < pairs.get(a).quotedAt() && at > pairs.get(c).quotedAt()) {
                return true;
            }
        }
        return false;
    }

    /** Whether each stands in the claim beside words beside which the other stands in the quotation. */
    private boolean tradePlaces(Pair one, Pair other) {
        if (isMeasure(one.at()) != isMeasure(other.at())) {
            return false;
        }
        Run run = run(one);
        Run otherRun = run(other);
        int sides = 0;
        sides += isSame(run.from() - 1, otherRun.quotedFrom() - 1) ? 1 : 0;
        sides += isSame(run.to(), otherRun.quotedTo()) ? 1 : 0;
        sides += isSame(otherRun.from() - 1, run.quotedFrom() - 1) ? 1 : 0;
        sides += isSame(otherRun.to(), run.quotedTo()) ? 1 : 0;
        return sides >= SIDES;
    }

    /** A number with its unit, or the unit, which stands for nobody and nothing else. */
    private boolean isMeasure(int at) {
        return isUnitOf(at - 1, at) || isUnitOf(at, at + 1);
    }

    private boolean isUnitOf(int number, int unit) {
        return isWithin(claim, number)
                && isWithin(claim, unit)
                && !claim.get(number).isWord()
                && Units.of(claim.get(unit).surface()) != null;
    }

    /** Words that follow each other in both: {@code [from, to)} in the claim. */
    private record Run(int from, int to, int quotedFrom, int quotedTo) {}

    private Run run(Pair pair) {
        int before = 1;
        while (isWord(pair.at() - before, pair.quotedAt() - before)) {
            before++;
        }
        int behind = 1;
        while (isWord(pair.at() + behind, pair.quotedAt() + behind)) {
            behind++;
        }
        return new Run(
                pair.at() - before + 1, pair.at() + behind, pair.quotedAt() - before + 1, pair.quotedAt() + behind);
    }

    private boolean isWord(int at, int quotedAt) {
        return isWithin(claim, at) && isWithin(quoted, quotedAt) && isSame(at, quotedAt);
    }

    /** The same word, or both texts begin or end there. */
    private boolean isSame(int at, int quotedAt) {
        if (isWithin(claim, at) && isWithin(quoted, quotedAt)) {
            return claim.get(at).matches(quoted.get(quotedAt));
        }
        return (at < 0 && quotedAt < 0) || (at >= claim.size() && quotedAt >= quoted.size());
    }

    private static boolean isWithin(Wording wording, int at) {
        return at >= 0 && at < wording.size();
    }

    private boolean bothKeepTheirPart(Pair one, Pair other) {
        String part = part(claim, one.at());
        String otherPart = part(claim, other.at());
        return part.equals(part(quoted, one.quotedAt()))
                && otherPart.equals(part(quoted, other.quotedAt()))
                && !part.equals(otherPart);
    }

    private boolean tradeParts(Pair one, Pair other) {
        String part = part(claim, one.at());
        String otherPart = part(claim, other.at());
        return !part.equals(otherPart)
                && part.equals(part(quoted, other.quotedAt()))
                && otherPart.equals(part(quoted, one.quotedAt()));
    }

    /** The preposition of the phrase that a word stands in, and را behind it; empty for neither. */
    private static String part(Wording wording, int at) {
        String part = "";
        for (int i = at; i >= 0 && i > at - LONGEST_PHRASE; i--) {
            Token token = wording.get(i);
            if (PREPOSITIONS.contains(token.key())) {
                part = token.key();
                break;
            }
            if (!token.content() || token.first()) {
                break;
            }
        }
        for (int i = at + 1; i < wording.size() && i < at + LONGEST_PHRASE; i++) {
            Token token = wording.get(i);
            if (token.key().equals(OBJECT)) {
                return part + OBJECT;
            }
            if (!token.content() || token.first()) {
                break;
            }
        }
        return part;
    }
}
