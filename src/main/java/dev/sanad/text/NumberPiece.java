package dev.sanad.text;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of a number, or what stands between numbers. Offsets are of the original text.
 *
 * @param value what a number word or digits stand for; 0 for what is no number
 * @param joined whether a ZWNJ alone parts it from the piece before it
 */
record NumberPiece(Kind kind, String key, BigDecimal value, int start, int end, boolean joined) {
    enum Kind {
        DIGITS,
        UNIT,
        MAGNITUDE,
        HALF,
        AND,
        OTHER
    }

    /** Longer runs of digits number nothing. */
    private static final int LONGEST = 60;

    private static final Pattern PIECE = Pattern.compile("(?<digits>"
            + "\\d{1,3}(?<comma>[,٬'،])\\d{3}(?:\\k<comma>\\d{3}){0,9}(?!\\d)(?:[./]\\d{1,9}(?!\\d|[./]\\d))?"
            + "|\\d{1,3}(?:\\.\\d{3}){2,9}(?!\\d|[./]\\d)"
            + "|(?<!\\d[./:])\\d{1,40}(?<point>[./])\\d{1,9}(?!\\d|[./:]\\d)"
            + "|\\d+)"
            + "|(?<word>[\\p{L}\\p{M}]+)|(?<other>[^\\s\\u200C\\u00A0-])");
    /** What a number word may be joined to and then is none: tens of things, or the names of letters as in CNN. */
    private static final Set<String> MAKE_NO_NUMBER = Set.of("ها", "های", "هایی", "ان", "دی", "وی", "تی", "سی", "بی");

    private static final String[] MAGNITUDES = {"هزار", "میلیون", "میلیارد"};

    static List<NumberPiece> of(String text) {
        FoldedText folded = FoldedText.of(text);
        var pieces = new ArrayList<NumberPiece>();
        for (Matcher matcher = PIECE.matcher(folded.text()); matcher.find(); ) {
            add(pieces, matcher, folded);
        }
        for (int i = 0; i < pieces.size(); i++) {
            if (isPartOfAnotherWord(pieces, i)) {
                NumberPiece piece = pieces.get(i);
                pieces.set(i, other(piece.key, piece.start, piece.end, piece.joined));
            }
        }
        return pieces;
    }

    private static void add(List<NumberPiece> pieces, Matcher matcher, FoldedText folded) {
        int start = folded.start(matcher.start());
        int end = folded.end(matcher.end());
        boolean joined = matcher.start() > 0 && folded.text().charAt(matcher.start() - 1) == Folding.ZWNJ;
        String digits = matcher.group("digits");
        String word = matcher.group("word");
        if (digits != null) {
            boolean number = digits.length() <= LONGEST;
            pieces.add(
                    number
                            ? new NumberPiece(Kind.DIGITS, digits, value(matcher, digits), start, end, joined)
                            : other(digits, start, end, joined));
        } else if (word == null) {
            pieces.add(other(matcher.group("other"), start, end, joined));
        } else {
            addWord(pieces, word, matcher.start(), folded, joined);
        }
    }

    private static BigDecimal value(Matcher matcher, String digits) {
        boolean dotsPartThousands = matcher.group("comma") == null && matcher.group("point") == null;
        String plain = dotsPartThousands ? digits.replace(".", "") : digits.replaceAll("[,٬'،]", "");
        return new BigDecimal(plain.replace('/', '.'));
    }

    /** Parts بیست‌ویک and صدهزار, which are written as one. */
    private static void addWord(List<NumberPiece> pieces, String word, int from, FoldedText folded, boolean joined) {
        String behindAnd = joined && word.startsWith("و") ? word.substring(1) : "";
        if (NumberWords.unit(behindAnd) != null || behindAnd.equals("نیم")) {
            pieces.add(word("و", from, folded, true));
            pieces.add(word(behindAnd, from + 1, folded, false));
            return;
        }
        for (String magnitude : MAGNITUDES) {
            int cut = word.length() - magnitude.length();
            if (cut > 0 && word.endsWith(magnitude) && NumberWords.unit(word.substring(0, cut)) != null) {
                pieces.add(word(word.substring(0, cut), from, folded, joined));
                pieces.add(word(magnitude, from + cut, folded, false));
                return;
            }
        }
        pieces.add(word(word, from, folded, joined));
    }

    private static NumberPiece word(String key, int from, FoldedText folded, boolean joined) {
        int start = folded.start(from);
        int end = folded.end(from + key.length());
        Long unit = NumberWords.unit(key);
        if (unit != null) {
            return new NumberPiece(Kind.UNIT, key, BigDecimal.valueOf(unit), start, end, joined);
        }
        Long magnitude = NumberWords.magnitude(key);
        if (magnitude != null) {
            return new NumberPiece(Kind.MAGNITUDE, key, BigDecimal.valueOf(magnitude), start, end, joined);
        }
        Kind kind = switch (key) {
            case "و", "and" -> Kind.AND;
            case "نیم", "half" -> Kind.HALF;
            default -> Kind.OTHER;
        };
        return new NumberPiece(kind, key, BigDecimal.ZERO, start, end, joined);
    }

    private static NumberPiece other(String key, int start, int end, boolean joined) {
        return new NumberPiece(Kind.OTHER, key, BigDecimal.ZERO, start, end, joined);
    }

    /** A number word within بی‌بی‌سی, سه‌شنبه or ده‌ها counts nothing. */
    private static boolean isPartOfAnotherWord(List<NumberPiece> pieces, int i) {
        NumberPiece piece = pieces.get(i);
        if (piece.kind != Kind.UNIT && piece.kind != Kind.MAGNITUDE) {
            return false;
        }
        if (piece.joined && i > 0 && pieces.get(i - 1).kind == Kind.OTHER) {
            return true;
        }
        NumberPiece next = i + 1 < pieces.size() ? pieces.get(i + 1) : null;
        return next != null
                && ((next.joined && MAKE_NO_NUMBER.contains(next.key))
                        || (next.kind == Kind.OTHER && next.key.startsWith("شنبه")));
    }

    /** 100, 10 or 1: the units of a number go down in it. */
    int weight() {
        int most = value.intValue();
        return most >= 100 ? 100 : most >= 20 ? 10 : 1;
    }

    boolean isCurrency() {
        return kind == Kind.OTHER && Character.getType(key.charAt(0)) == Character.CURRENCY_SYMBOL;
    }
}
