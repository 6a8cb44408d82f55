package dev.sanad.answer;

import dev.sanad.index.Analysis;

/**
 * A word of a quotation or of an article, function words too.
 *
 * @param key what is left of it for comparing; joined keys are equal wherever only the boundaries of words differ. Each
 *     number in it begins with a {@code #}, so that two numbers never join to one
 * @param start in its text, UTF-16 units
 */
record QuotedWord(String key, int start, int end) {
    /** What a whole word costs that differs. */
    static final int WHOLE = 4;

    /** What it costs when it differs: an affix that stands apart is the smaller part of a word. */
    int cost() {
        return Analysis.isAffix(key) ? 1 : WHOLE;
    }

    /** Whether the word behind it is its verb. */
    boolean belongsToNext() {
        return key.equals("می") || key.equals("نمی");
    }

    /** Whether it inflects the word before it. */
    boolean belongsToLast() {
        return Analysis.isAffix(key) && !belongsToNext();
    }
}
