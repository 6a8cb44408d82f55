package dev.sanad.answer;

import dev.sanad.index.Analysis;
import dev.sanad.index.Form;
import dev.sanad.text.Folding;
import dev.sanad.text.Quantity;
import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A word of a {@link Wording}, or a number.
 *
 * @param key folded, without ZWNJ; empty for a number
 * @param stem without inflection
 * @param number what it counts; null for a word that is no number
 * @param date that a number is a part of; null for none
 * @param content whether it means something by itself
 * @param first whether it begins the text or stands behind a mark that parts it from the word before
 * @param start in the text, UTF-16 units
 */
record Token(
        String surface,
        String key,
        String stem,
        @Nullable BigDecimal number,
        @Nullable QuotedDate date,
        boolean content,
        boolean first,
        int start,
        int end) {
    /** Counts where it stands for another number, and else says little. */
    private static final Set<String> ONE = Set.of("یک", "one");

    static Token word(String surface, boolean content, boolean first, int start, int end) {
        String key = Folding.key(surface);
        return ONE.contains(key)
                ? new Token(surface, "", "", BigDecimal.ONE, null, false, first, start, end)
                : new Token(surface, key, stem(key), null, null, content, first, start, end);
    }

    static Token number(String surface, Quantity number, @Nullable QuotedDate date, boolean first, int start) {
        return new Token(surface, "", "", number.value(), date, true, first, start, number.end());
    }

    private static String stem(String key) {
        return key.isEmpty() ? "" : Analysis.form(Form.LIGHT, key);
    }

    /** One word of two that stand beside each other. */
    Token joinedWith(Token next) {
        return word(surface + Folding.ZWNJ + next.surface, content || next.content, first, start, next.end);
    }

    boolean isWord() {
        return number == null;
    }

    /** Whether both are forms of one word, neither of them negating the other, or one number. */
    boolean matches(Token other) {
        if (!isWord() || !other.isWord()) {
            return !isWord() && !other.isWord() && isSameValue(other);
        }
        if (key.equals(other.key)) {
            return true;
        }
        boolean akin = stem.equals(other.stem) || (content && other.content && Inflection.ofOneWord(key, other.key));
        return akin && Negation.isContinuous(key) == Negation.isContinuous(other.key);
    }

    private boolean isSameValue(Token other) {
        if (date != null && other.date != null && isOfAnotherCalendar(date, other.date)) {
            return date.supports(other.date.mention()) || other.date.supports(date.mention());
        }
        return number != null && other.number != null && number.compareTo(other.number) == 0;
    }

    /** There the numbers of one day differ. */
    private static boolean isOfAnotherCalendar(QuotedDate one, QuotedDate other) {
        return one.mention().calendar() != other.mention().calendar();
    }
}
