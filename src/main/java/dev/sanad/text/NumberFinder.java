package dev.sanad.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds numbers: digits of any script with their separators, number words in Persian and English, and both with a
 * magnitude behind them. Takes time linear in the text.
 */
public final class NumberFinder {
    private static final Pattern PIECE = Pattern.compile(
            "(?<digits>\\d{1,3}(?:[,٬']\\d{3})+(?!\\d)(?:[./]\\d{1,9})?|\\d{1,40}(?:[./]\\d{1,9}(?![\\d./]))?)"
                    + "|(?<word>[\\p{L}\\p{M}]+)|(?<other>[^\\s\\u200C\\u00A0-])");
    /** Words that count only as a part of a longer number: alone they mostly mean something else. */
    private static final Set<String> NOT_ALONE = Set.of("نه", "یک", "one", "second", "اول", "سوم");

    /** In order, none overlapping. */
    public List<Quantity> find(String text) {
        List<Piece> pieces = pieces(Folding.foldInPlace(text));
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

    private enum Kind {
        DIGITS,
        UNIT,
        MAGNITUDE,
        AND,
        OTHER
    }

    private record Piece(Kind kind, String key, BigDecimal value, int start, int end) {
        /** 100, 10 or 1: units of a number go down in it. */
        int weight() {
            int most = value.intValue();
            return most >= 100 ? 100 : most >= 20 ? 10 : 1;
        }
    }

    private static List<Piece> pieces(String folded) {
        var pieces = new ArrayList<Piece>();
        Matcher matcher = PIECE.matcher(folded);
        while (matcher.find()) {
            String digits = matcher.group("digits");
            String word = matcher.group("word");
            if (digits != null) {
                var value = new BigDecimal(digits.replaceAll("[,٬']", "").replace('/', '.'));
                pieces.add(new Piece(Kind.DIGITS, digits, value, matcher.start(), matcher.end()));
            } else if (word == null) {
                pieces.add(new Piece(Kind.OTHER, "", BigDecimal.ZERO, matcher.start(), matcher.end()));
            } else {
                pieces.add(word(Folding.key(word), matcher.start(), matcher.end()));
            }
        }
        return pieces;
    }

    private static Piece word(String key, int start, int end) {
        Long unit = NumberWords.unit(key);
        if (unit != null) {
            return new Piece(Kind.UNIT, key, BigDecimal.valueOf(unit), start, end);
        }
        Long magnitude = NumberWords.magnitude(key);
        if (magnitude != null) {
            return new Piece(Kind.MAGNITUDE, key, BigDecimal.valueOf(magnitude), start, end);
        }
        boolean and = key.equals("و") || key.equals("and");
        return new Piece(and ? Kind.AND : Kind.OTHER, key, BigDecimal.ZERO, start, end);
    }

    /** The longest number that begins at a piece: terms whose magnitudes go down, such as 3 million and 200 thousand. */
    private static final class Sum {
        private final List<Piece> pieces;
        private final int first;
        private int next;
        private BigDecimal value = BigDecimal.ZERO;
        private boolean inWords = true;

        Sum(List<Piece> pieces, int first) {
            this.pieces = pieces;
            this.first = first;
            this.next = first;
            BigDecimal bound = null;
            while (true) {
                boolean and = next > first && kind(next) == Kind.AND;
                BigDecimal before = bound;
                bound = term(and ? next + 1 : next, before, and);
                if (bound == null || bound.compareTo(BigDecimal.ONE) == 0) {
                    return;
                }
            }
        }

        private @Nullable Kind kind(int i) {
            return i < pieces.size() ? pieces.get(i).kind() : null;
        }

        /** Adds the term at {@code from} if it is below {@code bound}; its magnitude, or null when there is none. */
        private @Nullable BigDecimal term(int from, @Nullable BigDecimal bound, boolean and) {
            int i = from;
            BigDecimal group;
            boolean digits = kind(i) == Kind.DIGITS;
            if (digits) {
                if (bound != null && !and) {
                    return null;
                }
                group = pieces.get(i++).value();
            } else if (kind(i) == Kind.UNIT) {
                group = BigDecimal.ZERO;
                int lowest = Integer.MAX_VALUE;
                while (true) {
                    int j = lowest < Integer.MAX_VALUE && kind(i) == Kind.AND ? i + 1 : i;
                    if (kind(j) != Kind.UNIT || pieces.get(j).weight() >= lowest) {
                        break;
                    }
                    group = group.add(pieces.get(j).value());
                    lowest = pieces.get(j).weight();
                    i = j + 1;
                    if (kind(i) == Kind.MAGNITUDE && pieces.get(i).value().intValue() == 100) {
                        group = group.multiply(BigDecimal.valueOf(100));
                        lowest = 100;
                        i++;
                    }
                }
            } else if (kind(i) == Kind.MAGNITUDE && pieces.get(i).value().intValue() == 1_000) {
                group = BigDecimal.ONE;
            } else {
                return null;
            }
            BigDecimal magnitude = BigDecimal.ONE;
            while (kind(i) == Kind.MAGNITUDE && (digits || pieces.get(i).key().length() > 2)) {
                magnitude = magnitude.multiply(pieces.get(i++).value());
            }
            BigDecimal term = group.multiply(magnitude);
            if (bound != null && (magnitude.compareTo(bound) >= 0 || term.compareTo(bound) >= 0)) {
                return null;
            }
            value = value.add(term);
            inWords &= !digits;
            next = i;
            return magnitude;
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
