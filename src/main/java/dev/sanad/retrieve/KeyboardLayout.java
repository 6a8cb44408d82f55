package dev.sanad.retrieve;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was typed with the other keyboard layout: sghl for سلام, and the reverse. The layouts are ISIRI 9147 and QWERTY. */
final class KeyboardLayout {
    private static final String LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,";
    private static final String PERSIAN = "ضصثقفغعهخحجچشسیبلاتنمکگظطزرذدپو";
    private static final Map<Character, Character> TO_PERSIAN = new HashMap<>();
    private static final Map<Character, Character> TO_LATIN = new HashMap<>();

    static {
        for (int i = 0; i < LATIN.length(); i++) {
            TO_PERSIAN.put(LATIN.charAt(i), PERSIAN.charAt(i));
            TO_LATIN.put(PERSIAN.charAt(i), LATIN.charAt(i));
        }
    }

    private KeyboardLayout() {}

    /**
     * The same keys in the other layout; null where one of them has no letter there.
     *
     * @param word folded
     */
    static @Nullable String other(String word) {
        Map<Character, Character> keys = TO_PERSIAN.containsKey(word.charAt(0)) ? TO_PERSIAN : TO_LATIN;
        var other = new StringBuilder();
        for (int i = 0; i < word.length(); i++) {
            Character key = keys.get(word.charAt(i));
            if (key == null) {
                return null;
            }
            other.append(key.charValue());
        }
        return other.toString();
    }
}
