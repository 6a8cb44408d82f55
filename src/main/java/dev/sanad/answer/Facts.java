package dev.sanad.answer;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/**
 * What a text tells by which it can be held against another.
 *
 * @param words stemmed; none for a sentence, whose numbers and dates alone are held against another
 */
record Facts(List<BigDecimal> numbers, List<QuotedDate> dates, Set<String> words) {}
