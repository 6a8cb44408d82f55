package dev.sanad.text;

import java.math.BigDecimal;

/**
 * A number in a text.
 *
 * @param value with its magnitude, trailing zeros stripped: ۲٫۵ میلیون is 2500000
 * @param start in the text, UTF-16 units
 * @param inWords whether it was written in words alone
 */
public record Quantity(BigDecimal value, int start, int end, boolean inWords) {
    public Quantity {
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
    }
}
