package dev.sanad.answer;

import dev.sanad.text.Quantity;
import java.math.BigDecimal;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What one quotation has of a claim, by the places of the claim's own lists. Not for several threads. */
final class Against {
    private static final BigDecimal COMMON_NUMBER = BigDecimal.valueOf(12);

    private final Claimed claim;
    private final Quotation quotation;
    private final BitSet words;
    private @Nullable BitSet dates;
    private @Nullable BitSet numbers;
    private @Nullable Contrast contrast;

    Against(Claimed claim, Quotation quotation) {
        this.claim = claim;
        this.quotation = quotation;
        this.words = which(claim.content(), quotation::holds);
    }

    private static <T> BitSet which(List<T> all, Predicate<T> held) {
        var which = new BitSet(all.size());
        for (int i = 0; i < all.size(); i++) {
            which.set(i, held.test(all.get(i)));
        }
        return which;
    }

    Quotation quotation() {
        return quotation;
    }

    BitSet words() {
        return words;
    }

    BitSet dates() {
        if (dates == null) {
            dates = which(claim.dates(), quotation::holds);
        }
        return dates;
    }

    BitSet numbers() {
        if (numbers == null) {
            numbers = which(claim.numbers(), this::holds);
        }
        return numbers;
    }

    /** The numbers that tell a sentence from others even in another language: the smallest whole ones stand in many. */
    BitSet telling() {
        var telling = new BitSet();
        telling.or(numbers());
        for (int i = telling.nextSetBit(0); i >= 0 && !sharesTheLanguage(); i = telling.nextSetBit(i + 1)) {
            BigDecimal value = claim.numbers().get(i).value();
            telling.set(i, value.compareTo(COMMON_NUMBER) > 0 || value.scale() > 0);
        }
        return telling;
    }

    private boolean holds(Quantity number) {
        return quotation.holds(number.value(), Units.beside(claim.text(), number.start(), number.end()));
    }

    boolean sharesTheLanguage() {
        return claim.language() == quotation.language();
    }

    /** Only of a quotation in the claim's language. */
    Contrast contrast() {
        if (contrast == null) {
            contrast = new Contrast(claim.wording(), quotation.wording());
        }
        return contrast;
    }
}
