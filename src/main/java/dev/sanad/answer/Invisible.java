package dev.sanad.answer;

import java.util.regex.Pattern;

/** Characters that a reader does not see and that could make a text read otherwise than it is: all but the ZWNJ go. */
final class Invisible {
    private static final Pattern BREAKS = Pattern.compile("[\\p{Cc}\\u2028\\u2029]+");
    private static final Pattern MARKS = Pattern.compile("[\\p{Cf}\\u034F\\u115F\\u1160\\u3164&&[^\\u200C]]+");

    private Invisible() {}

    /** On one line: control characters and line ends become spaces. */
    static String remove(String text) {
        return MARKS.matcher(BREAKS.matcher(text).replaceAll(" ")).replaceAll("");
    }
}
