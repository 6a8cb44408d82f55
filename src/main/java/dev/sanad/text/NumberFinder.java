package dev.sanad.text;

import dev.sanad.text.NumberPiece.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Finds numbers: digits of any script with their separators, number words in Persian and English, and both with a
 * magnitude behind them. An ordinal counts as its number, an ending such as ام is not part of it. Takes time linear in the
 * text. Digits beyond Unicode's first plane are not known.
 */
public final class NumberFinder {
    /** Words that count only as a part of a longer number: alone they mostly mean something else. */
    private static final Set<String> NOT_ALONE = Set.of("نه", "یک", "one", "second");

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal THOUSAND = BigDecimal.valueOf(1_000);
    private static final BigDecimal HALF = new BigDecimal("0.5");

    /** In order, none overlapping. */
    public List<Quantity> find(String text) {
        List<NumberPiece> pieces = NumberPiece.of(text);
        var found = new ArrayList<Quantity>();
        int i = 0;
        while (i < pieces.size()) {
            var sum = new Sum(pieces, i);
            if (sum.next == i) {
                i++;
                continue;
            }
            if (!sum.standsForSomethingElse()) {
                found.add(sum.quantity());
            }
            i = sum.next;
        }
        return found;
    }

    /** What is below a thousand, or digits: {@code 105}, صد و پنج, دو و نیم. */
    private record Group(BigDecimal value, int end, boolean digits) {}

    /**
     * The longest number that begins at a piece: groups whose magnitudes go down, such as 3 million and 200 thousand. A
     * magnitude above all before it multiplies them together: سه هزار و دویست میلیارد is 3,200 milliards.
     */
    private static final class Sum {
        private final List<NumberPiece> pieces;
        private final int first;
        private int next;
        private BigDecimal value = BigDecimal.ZERO;
        private BigDecimal greatest = BigDecimal.ZERO;
        private @Nullable BigDecimal least;
        private boolean inWords = true;

        Sum(List<NumberPiece> pieces, int first) {
            this.pieces = pieces;
            this.first = first;
            this.next = first;
            while (least == null || least.compareTo(BigDecimal.ONE) > 0) {
                if (!term()) {
                    return;
                }
            }
        }

        private @Nullable Kind kind(int i) {
            return i < pieces.size() ? pieces.get(i).kind() : null;
        }

        /** Adds the next group with its magnitude; false if there is none that belongs to this number. */
        private boolean term() {
            boolean and = next > first && kind(next) == Kind.AND;
            Group group = group(and ? next + 1 : next);
            if (group == null || (group.digits() && next > first && !and)) {
                return false;
            }
            int i = group.end();
            BigDecimal magnitude = isMagnitudeOf(group, i) ? pieces.get(i++).value() : BigDecimal.ONE;
            BigDecimal term = group.value().multiply(magnitude);
            BigDecimal bound = least;
            boolean more = kind(i) == Kind.MAGNITUDE;
            if (bound == null || (magnitude.compareTo(bound) < 0 && term.compareTo(bound) < 0)) {
                BigDecimal greater = greatest.max(magnitude);
                if (bound != null && more && pieces.get(i).value().compareTo(greater) <= 0) {
                    return false;
                }
                value = value.add(term);
                greatest = greater;
            } else if (bound.compareTo(THOUSAND) == 0
                    && magnitude.compareTo(greatest) > 0
                    && group.value().compareTo(bound) < 0) {
                value = value.add(group.value()).multiply(magnitude);
                greatest = magnitude;
            } else {
                return false;
            }
            least = magnitude;
            inWords &= !group.digits();
            next = i;
            while (kind(next) == Kind.MAGNITUDE && isMagnitudeOf(group, next)) {
                BigDecimal above = pieces.get(next).value();
                if (above.compareTo(greatest) <= 0) {
                    break;
                }
                value = value.multiply(above);
                greatest = above;
                least = above;
                next++;
            }
            return true;
        }

        /** The short forms of millions are only that behind digits, and m only in an amount of money. */
        private boolean isMagnitudeOf(Group group, int i) {
            if (kind(i) != Kind.MAGNITUDE) {
                return false;
            }
            NumberPiece piece = pieces.get(i);
            if (piece.key().length() > 2) {
                return true;
            }
            boolean money =
                    i > 1 && pieces.get(i - 2).isCurrency() && pieces.get(i - 1).end() == piece.start();
            return group.digits() && (piece.key().length() > 1 || money);
        }

        private @Nullable Group group(int from) {
            if (kind(from) == Kind.DIGITS) {
                return withHalf(pieces.get(from).value(), from + 1, true);
            }
            if (kind(from) == Kind.UNIT) {
                return units(from);
            }
            boolean thousand =
                    kind(from) == Kind.MAGNITUDE && pieces.get(from).value().compareTo(THOUSAND) == 0;
            return thousand ? new Group(BigDecimal.ONE, from, false) : null;
        }

        private Group units(int from) {
            BigDecimal sum = BigDecimal.ZERO;
            int lowest = Integer.MAX_VALUE;
            int i = from;
            while (true) {
                int unit = i > from && kind(i) == Kind.AND ? i + 1 : i;
                if (kind(unit) != Kind.UNIT || pieces.get(unit).weight() >= lowest) {
                    return withHalf(sum, i, false);
                }
                sum = sum.add(pieces.get(unit).value());
                lowest = pieces.get(unit).weight();
                i = unit + 1;
                if (kind(i) == Kind.MAGNITUDE && pieces.get(i).value().compareTo(HUNDRED) == 0) {
                    sum = sum.multiply(HUNDRED);
                    lowest = 100;
                    i++;
                }
            }
        }

        private Group withHalf(BigDecimal whole, int end, boolean digits) {
            if (kind(end) != Kind.AND) {
                return new Group(whole, end, digits);
            }
            boolean article =
                    end + 1 < pieces.size() && pieces.get(end + 1).key().equals("a");
            int half = article ? end + 2 : end + 1;
            return kind(half) == Kind.HALF
                    ? new Group(whole.add(HALF), half + 1, digits)
                    : new Group(whole, end, digits);
        }

        boolean standsForSomethingElse() {
            return next == first + 1 && NOT_ALONE.contains(pieces.get(first).key());
        }

        Quantity quantity() {
            return new Quantity(
                    value, pieces.get(first).start(), pieces.get(next - 1).end(), inWords);
        }
    }
}
