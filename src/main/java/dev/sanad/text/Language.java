package dev.sanad.text;

import java.util.Locale;

/** The languages that Sanad speaks, and what it calls every other. */
public enum Language {
    PERSIAN("fa"),
    ENGLISH("en"),
    UNKNOWN("und");

    /** Letters of Kurdish, Urdu and Pashto. */
    private static final String NOT_PERSIAN = "ۆێڵڕەٹڈےںټډړښځڅڼۍ";
    /** Letters that Persian has and Arabic does not, and the forms of ک and ی that Arabic does not use. */
    private static final String NOT_ARABIC = "پچژگکی\u200C";

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
        boolean maybeArabic = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            maybeArabic &= NOT_ARABIC.indexOf(c) < 0;
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
        return foreign * 20 > arabic || (maybeArabic && isArabic(text)) ? UNKNOWN : PERSIAN;
    }

    /** Whether the article ال or the ending ة are in every fourth word; a hamza or ة that Persian seldom writes is a must. */
    private static boolean isArabic(String text) {
        int words = 0;
        int marked = 0;
        for (String word : text.split("[^\\p{L}\\p{M}]+")) {
            words += word.isEmpty() ? 0 : 1;
            boolean article =
                    word.length() > 4 && (word.startsWith("ال") || word.startsWith("وال") || word.startsWith("بال"));
            marked += article || word.endsWith("ة") ? 1 : 0;
        }
        return marked * 4 >= words && text.chars().anyMatch(c -> c == 'ة' || c == 'أ' || c == 'إ');
    }
}
