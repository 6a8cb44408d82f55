package dev.sanad.ingest;

/** Whether decoded characters read like a text, and how much like a Persian, Arabic or English one. */
final class Plausibility {
    /** One control character in so many is forgiven: old files end in a Ctrl-Z, or hold a form feed's cousin. */
    private static final int FORGIVEN = 500;

    private static final String FREQUENT = "اآبتجحخدرزسشعفقكکگلمنهويیپچژ";

    /** In text of these languages one letter in eight at most; in text of others that was decoded as theirs, most. */
    private static final String SELDOM = "ءأإؤئىثذضظغطصة";

    private static final String ONLY_LAST = "ةى";

    private static final String MARKS = "،؛؟٪٫٬٭ـ«»…–—‘’“”‹›•·€£°©®™\u00a0\u00ad\u200c\u200d\u200e\u200f";

    private Plausibility() {}

    /** False for what no text holds: a NUL, or more than a stray control character. */
    static boolean isText(String text) {
        int controls = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0) {
                return false;
            }
            if (c == '\uFFFD' || c == '\uFFFE' || c == '\uFFFF' || (Character.isISOControl(c) && !isLayout(c))) {
                controls++;
            }
        }
        return controls <= Math.max(1, text.length() / FORGIVEN);
    }

    private static boolean isLayout(char c) {
        return c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\u000B' || c == '\u0085';
    }

    /**
     * From 0 to 1, the mean over the characters beyond ASCII (all encodings agree on ASCII, and markup is full of it): 1
     * for what these languages use every day, less for what they use seldom, 0 for the rest. A letter right beside one
     * of another script counts 0 too: it is the sign of text that was decoded wrongly. 1 for ASCII alone.
     */
    static double score(String text) {
        double sum = 0;
        int count = 0;
        char before = ' ';
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean clash = clash(before, c);
            if (c > 0x7F || clash) {
                count++;
                sum += clash ? 0 : worth(c, before, i + 1 < text.length() ? text.charAt(i + 1) : ' ');
            }
            before = c;
        }
        return count == 0 ? 1 : sum / count;
    }

    private static boolean clash(char before, char c) {
        Kind kind = Kind.of(c);
        return switch (Kind.of(before)) {
            case LATIN -> kind == Kind.ARABIC;
            case ARABIC -> kind == Kind.LATIN || (ONLY_LAST.indexOf(before) >= 0 && Character.isLetter(c));
            case OTHER -> false;
        };
    }

    private static double worth(char c, char before, char after) {
        if (FREQUENT.indexOf(c) >= 0 || MARKS.indexOf(c) >= 0) {
            return 1;
        }
        if (SELDOM.indexOf(c) >= 0) {
            return 0.6;
        }
        return switch (Kind.of(c)) {
            // accented letters stand alone among plain ones
            case LATIN -> isAccented(before) || isAccented(after) ? 0.3 : 1;
            case ARABIC -> 0.4;
            case OTHER -> Character.isDigit(c) ? 1 : 0;
        };
    }

    private static boolean isAccented(char c) {
        return c > 0x7F && Kind.of(c) == Kind.LATIN;
    }

    private enum Kind {
        LATIN,
        ARABIC,
        OTHER;

        static Kind of(char c) {
            if (Character.isLetter(c) && c < '\u0250') {
                return LATIN;
            }
            boolean letterOrVowel = Character.isLetter(c) || Character.getType(c) == Character.NON_SPACING_MARK;
            return letterOrVowel && c >= '\u0600' && c <= '\u06FF' ? ARABIC : OTHER;
        }
    }
}
