package dev.sanad.text;

import java.util.Locale;

/** The languages that Sanad speaks, and what it calls every other. */
public enum Language {
    PERSIAN("fa"),
    ENGLISH("en"),
    UNKNOWN("und");

    private static final String NOT_PERSIAN = "ۆێڵڕەٹڈےټډړ";
    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** BCP 47. */
    public String tag() {
        return tag;
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** Judges by script and by the letters that only Persian's neighbours use; a text without letters is unknown. */
    public static Language of(String text) {
        int arabic = 0;
        int latin = 0;
        int foreign = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isLetter(c)) {
                continue;
            }
            if (NOT_PERSIAN.indexOf(c) >= 0) {
                foreign++;
            }
            switch (Character.UnicodeScript.of(c)) {
                case ARABIC -> arabic++;
                case LATIN -> latin++;
                default -> {
                    // neither of the two languages
                }
            }
        }
        if (arabic == 0 && latin == 0) {
            return UNKNOWN;
        }
        if (latin > arabic) {
            return ENGLISH;
        }
        return foreign * 20 > arabic ? UNKNOWN : PERSIAN;
    }
}
