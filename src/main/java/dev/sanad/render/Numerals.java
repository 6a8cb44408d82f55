package dev.sanad.render;

import dev.sanad.text.Language;

/** Numbers in a reader's digits. */
final class Numerals {
    private static final int PERSIAN_ZERO = '۰';

    private Numerals() {}

    static String of(long number, Language language) {
        return of(Long.toString(number), language);
    }

    /** The text with its ASCII digits in the reader's digits. */
    static String of(String text, Language language) {
        if (language != Language.PERSIAN) {
            return text;
        }
        var persian = new StringBuilder(text.length());
        text.chars().forEach(c -> persian.append((char) (c >= '0' && c <= '9' ? c - '0' + PERSIAN_ZERO : c)));
        return persian.toString();
    }
}
