package dev.sanad.render;

import dev.sanad.text.Calendars;
import dev.sanad.text.Language;

/** Numbers in a reader's digits. */
final class Numerals {
    private Numerals() {}

    static String of(long number, Language language) {
        return of(Long.toString(number), language);
    }

    /** The text with its ASCII digits in the reader's digits. */
    static String of(String text, Language language) {
        if (language != Language.PERSIAN) {
            return text;
        }
        return Calendars.persianDigits(text);
    }
}
