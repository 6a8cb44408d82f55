package dev.sanad.answer;

import java.util.List;
import java.util.Set;

/** Tells whether one word says no where another says yes. Words are folded, without ZWNJ. */
final class Negation {
    private static final Set<String> NEGATORS =
            Wording.keys("not no never neither nor without none cannot hardly نه بدون غیر بی فاقد هرگز هیچگاه هیچ");
    private static final List<String> PREFIXES =
            List.of("نا", "بی", "غیر", "ضد", "un", "in", "im", "ir", "il", "non", "dis");
    private static final int SHORTEST_STEM = 3;
    private static final int LONGEST_ENDING = 3;
    private static final String CONTINUOUS = "نمی";

    private Negation() {}

    /** Whether a word negates the words beside it. */
    static boolean isNegator(String word) {
        return NEGATORS.contains(word) || word.endsWith("n't") || word.endsWith("n’t");
    }

    /** Whether it is a verb such as نمی‌شود. */
    static boolean isContinuous(String word) {
        return word.startsWith(CONTINUOUS) && word.length() > CONTINUOUS.length() + 1;
    }

    /** Whether one of the two is the other with a no to it: نشد and شد, نیست and است, نادرست and درست, isn't and is. */
    static boolean isBetween(String a, String b) {
        return negates(a, b) || negates(b, a);
    }

    private static boolean negates(String no, String yes) {
        if (no.startsWith("ن") && no.length() > 2 && yes.length() > 1) {
            return (no.startsWith("نیست") && (yes.startsWith("است") || yes.startsWith("هست")))
                    || isSame(no.substring(1), yes)
                    || (no.startsWith("نی") && (isSame(no.substring(2), yes) || isSame("ا" + no.substring(2), yes)))
                    || hasPrefix(no, yes);
        }
        boolean shortened = no.endsWith("n't") || no.endsWith("n’t");
        return hasPrefix(no, yes)
                || (shortened && no.startsWith(yes))
                || (no.equals("cannot") && yes.equals("can"))
                || (no.equals("won't") && yes.equals("will"));
    }

    /** Short verbs share all of the shorter one: شد and شده. */
    private static boolean isSame(String verb, String other) {
        String shorter = verb.length() < other.length() ? verb : other;
        String longer = verb.length() < other.length() ? other : verb;
        boolean begins = shorter.length() > 1
                && longer.startsWith(shorter)
                && longer.length() - shorter.length() <= LONGEST_ENDING;
        return begins || Inflection.ofOneWord(verb, other);
    }

    private static boolean hasPrefix(String no, String yes) {
        return yes.length() >= SHORTEST_STEM
                && PREFIXES.stream()
                        .anyMatch(prefix -> no.length() >= prefix.length() + SHORTEST_STEM
                                && no.startsWith(prefix)
                                && Inflection.ofOneWord(no.substring(prefix.length()), yes));
    }
}
