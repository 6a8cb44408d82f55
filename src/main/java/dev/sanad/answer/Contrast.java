package dev.sanad.answer;

import dev.sanad.answer.ClaimAlignment.Gap;
import dev.sanad.answer.Finding.Kind;
import dev.sanad.text.CommonWords;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What a claim says otherwise than a quotation of its language, word for word: another number in the same place, a no for a
 * yes, more for less, two names that changed places. Says nothing of words that only one of them has.
 */
final class Contrast {
    /** Words on either side of one, by whose pairs it is told whether the claim speaks of the same there. */
    private static final int REACH = 5;
    /** Of the words about a place, for the two to speak of the same. */
    private static final double CLOSE = 0.5;
    /** In a longer gap, what stands on one side need not stand for what stands on the other. */
    private static final int LONGEST_GAP = 5;
    /** In a longer gap, a number on one side need not stand for one on the other. */
    private static final int SHORT_GAP = 2;
    /** A name, with what stands beside it. */
    private static final int LONGEST_NAME = 4;
    /** A name and what it is introduced by. */
    private static final int LONGEST_APPOSITION = 8;
    /** How far apart words may be to belong together. */
    private static final int BESIDE = 2;

    private final Wording claim;
    private final Wording quoted;
    private final ClaimAlignment alignment;
    private final double[] closeness;
    private final List<Placed> placed = new ArrayList<>();
    private final List<Replaced> replaced = new ArrayList<>();

    /** @param start where the claim's word stands that it is about, UTF-16 units */
    record Placed(int start, Finding finding) {}

    /**
     * Rare words that the quotation lacks, where it has other rare words.
     *
     * @param start where the first of the claim's words stands
     * @param by the claim's words
     * @param what the quotation's, none of which the claim has
     */
    record Replaced(int start, List<Token> by, List<Token> what) {}

    /** @param at the claim's word that it is about */
    record Found(int at, Kind kind, String text) {}

    Contrast(Wording claim, Wording quoted) {
        this.claim = claim.joinedLike(quoted);
        this.quoted = quoted.joinedLike(claim);
        this.alignment = new ClaimAlignment(this.claim, this.quoted);
        this.closeness = alignment.closeness(REACH);
        alignment.gaps().forEach(this::gap);
        for (int i = 0; i < this.claim.size(); i++) {
            if (isClose(i)) {
                counts(i);
                negated(i);
                besideTheSame(i, Kind.NEGATION, (a, b) -> Negation.isBetween(a.key(), b.key()));
                besideTheSame(i, Kind.DIRECTION, Opposites::areOpposite);
            }
        }
        new WordOrder(this.claim, this.quoted, alignment).findings().forEach(this::add);
    }

    List<Placed> findings() {
        return placed;
    }

    List<Replaced> replaced() {
        return replaced;
    }

    /** 0 to 1: how surely the quotation speaks of the same as the claim at a place of it. */
    double closeness(int start) {
        int at = 0;
        while (at + 1 < claim.size() && claim.get(at + 1).start() <= start) {
            at++;
        }
        return closeness[at];
    }

    private boolean isClose(int at) {
        return closeness[at] >= CLOSE;
    }

    private void add(Found found) {
        placed.add(new Placed(claim.get(found.at()).start(), new Finding(found.kind(), found.text())));
    }

    private void add(int at, Kind kind, String text) {
        add(new Found(at, kind, text));
    }

    private void gap(Gap gap) {
        int at = Math.min(gap.from(), claim.size() - 1);
        replacement(gap, at);
        if (gap.to() - gap.from() > LONGEST_GAP || gap.quotedTo() - gap.quotedFrom() > LONGEST_GAP || !isClose(at)) {
            return;
        }
        List<Token> said = claim.part(gap.from(), gap.to());
        List<Token> quotedThere = quoted.part(gap.quotedFrom(), gap.quotedTo());
        for (Token token : said) {
            boolean counts = !token.isWord() && said.size() <= SHORT_GAP && quotedThere.size() <= SHORT_GAP;
            if (counts && standsFor(token, said, quotedThere, other -> !other.isWord())) {
                add(at, token.date() == null ? Kind.NUMBER : Kind.DATE, token.surface());
            }
            boolean alone = !token.isWord() && token.date() == null && said.size() == 1 && quotedThere.size() == 1;
            if (alone && isRare(quotedThere.getFirst()) && count(claim, quotedThere.getFirst()) == 0) {
                add(at, Kind.NUMBER, token.surface());
            }
            String unit = Units.of(token.surface());
            if (unit != null && standsFor(token, said, quotedThere, other -> Units.of(other.surface()) != null)) {
                add(at, Kind.NUMBER, token.surface());
            }
            for (Token other : quotedThere) {
                if (Negation.isBetween(token.key(), other.key())) {
                    add(at, Kind.NEGATION, token.surface());
                } else if (Opposites.areOpposite(token, other)) {
                    add(at, Kind.DIRECTION, token.surface());
                }
            }
        }
        negators(at, said, quotedThere);
        if (quotedThere.stream().anyMatch(other -> isRare(other) && count(claim, other) == 0)) {
            said.stream()
                    .filter(token -> isRare(token) && isMoreOften(token))
                    .forEach(token -> add(at, Kind.NAME, token.surface()));
        }
    }

    /** A word that the quotation has elsewhere, and the claim both there and here. */
    private boolean isMoreOften(Token token) {
        int quotedTimes = count(quoted, token);
        return quotedTimes > 0 && count(claim, token) > quotedTimes;
    }

    private static boolean isRare(Token token) {
        return token.content()
                && token.isWord()
                && !CommonWords.contains(token.key())
                && !CommonWords.contains(token.stem());
    }

    private static int count(Wording wording, Token token) {
        int count = 0;
        for (int i = 0; i < wording.size(); i++) {
            count += wording.get(i).matches(token) ? 1 : 0;
        }
        return count;
    }

    private void replacement(Gap gap, int at) {
        if (gap.to() - gap.from() > LONGEST_NAME
                || gap.quotedTo() - gap.quotedFrom() > LONGEST_APPOSITION
                || !isClose(at)
                || !isHeld(gap)) {
            return;
        }
        List<Token> said = claim.part(gap.from(), gap.to());
        List<Token> quotedThere = quoted.part(gap.quotedFrom(), gap.quotedTo());
        if (!said.stream().allMatch(Token::isWord) || !quotedThere.stream().allMatch(Token::isWord)) {
            return;
        }
        List<Token> by = said.stream()
                .filter(token -> isRare(token) && count(quoted, token) == 0)
                .toList();
        List<Token> what = quotedThere.stream()
                .filter(token -> isRare(token) && count(claim, token) == 0)
                .toList();
        if (!by.isEmpty() && !what.isEmpty()) {
            replaced.add(new Replaced(by.getFirst().start(), by, what));
        }
    }

    /** Whether two pairs that stand together, or a pair that means something, stand right beside a gap. */
    private boolean isHeld(Gap gap) {
        return isHeld(gap.from() - 1, -1) || isHeld(gap.to(), 1);
    }

    private boolean isHeld(int at, int away) {
        if (at < 0 || at >= claim.size()) {
            return false;
        }
        int next = at + away;
        boolean together = next >= 0
                && next < claim.size()
                && alignment.partner(next) >= 0
                && alignment.partner(next) == alignment.partner(at) + away;
        return together || claim.get(at).content();
    }

    /** Whether the quotation has something of a sort where the claim has this of the sort. */
    private static boolean standsFor(Token token, List<Token> said, List<Token> there, Predicate<Token> sort) {
        return there.stream().noneMatch(other -> isSame(token, other))
                && there.stream()
                        .anyMatch(other -> sort.test(other) && said.stream().noneMatch(one -> isSame(one, other)));
    }

    private static boolean isSame(Token one, Token other) {
        String unit = Units.of(one.surface());
        return one.matches(other) || (unit != null && unit.equals(Units.of(other.surface())));
    }

    private void negators(int at, List<Token> said, List<Token> quotedThere) {
        Token no = negator(said);
        Token quotedNo = negator(quotedThere);
        if (no != null && quotedNo == null) {
            add(at, Kind.NEGATION, no.surface());
        } else if (no == null && quotedNo != null && content(quotedThere) <= content(said)) {
            add(at, Kind.NEGATION, quotedNo.surface());
        }
    }

    private static @Nullable Token negator(List<Token> tokens) {
        return tokens.stream()
                .filter(token -> Negation.isNegator(token.key()))
                .findFirst()
                .orElse(null);
    }

    private static long content(List<Token> tokens) {
        return tokens.stream()
                .filter(token -> token.content() && !Negation.isNegator(token.key()))
                .count();
    }

    /** The claim counts as many of something, and the quotation counts it too, but never as many. */
    private void counts(int at) {
        Token number = claim.get(at);
        Token counted = counted(claim, at);
        if (counted == null) {
            return;
        }
        boolean otherwise = false;
        for (int j = 0; j < quoted.size(); j++) {
            Token there = counted(quoted, j);
            if (there != null && there.matches(counted)) {
                if (number.matches(quoted.get(j))) {
                    return;
                }
                otherwise = true;
            }
        }
        if (otherwise) {
            add(at, Kind.NUMBER, number.surface());
        }
    }

    /** What the number at a place counts; null where no number stands, or a unit behind it, which many numbers may have. */
    private static @Nullable Token counted(Wording wording, int at) {
        if (wording.get(at).number() == null || at + 1 == wording.size()) {
            return null;
        }
        Token next = wording.get(at + 1);
        boolean counted = next.content() && !next.first() && next.isWord();
        return counted && Units.of(next.surface()) == null && !CommonWords.contains(next.key()) ? next : null;
    }

    /** A word that both have, and a negator before it in one of them. */
    private void negated(int at) {
        int partner = alignment.partner(at);
        if (partner < 0 || !claim.get(at).content()) {
            return;
        }
        Token no = negatorOf(claim, at);
        Token quotedNo = negatorOf(quoted, partner);
        if ((no == null) != (quotedNo == null)) {
            add(at, Kind.NEGATION, (no == null ? claim.get(at) : no).surface());
        }
    }

    private static @Nullable Token negatorOf(Wording wording, int at) {
        for (int i = at - 1; i >= 0 && i >= at - BESIDE && !wording.get(i + 1).first(); i--) {
            if (Negation.isNegator(wording.get(i).key())) {
                return wording.get(i);
            }
            if (wording.get(i).content()) {
                return null;
            }
        }
        return null;
    }

    /** The claim's word and one of the quotation's contradict each other, and the same word stands beside both. */
    private void besideTheSame(int at, Kind kind, BiPredicate<Token, Token> contradict) {
        Token token = claim.get(at);
        boolean found = false;
        for (int j = 0; j < quoted.size(); j++) {
            Token other = quoted.get(j);
            boolean agree = token.matches(other) || (kind == Kind.DIRECTION && Opposites.areAlike(token, other));
            if ((agree || contradict.test(token, other)) && sharesANeighbour(at, j)) {
                if (agree) {
                    return;
                }
                found = true;
            }
        }
        if (found) {
            add(at, kind, token.surface());
        }
    }

    private boolean sharesANeighbour(int at, int quotedAt) {
        for (int step : new int[] {-1, 1}) {
            for (int i = 1; i <= BESIDE; i++) {
                int one = at + step * i;
                int other = quotedAt + step * i;
                if (one >= 0
                        && one < claim.size()
                        && other >= 0
                        && other < quoted.size()
                        && claim.get(one).content()
                        && claim.get(one).matches(quoted.get(other))) {
                    return true;
                }
            }
        }
        return false;
    }
}
