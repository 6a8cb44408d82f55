package dev.sanad.text;

import java.text.Normalizer;
import java.util.regex.Pattern;

/**
 * The consonant skeleton of a name, alike in Persian and Latin script: آذربایجان and Azerbaijan are both {@code srbjn}.
 * Vowels and the letters that stand for them are dropped, letters that sound alike are one.
 */
public final class Skeleton {
    /** As in Hasanov: written ف in Persian, while a v elsewhere is written as a vowel is. */
    private static final Pattern LAST_V = Pattern.compile("(?<=[aeiou])(?:v|ff)$");

    private Skeleton() {}

    /** May be empty; two names with the same skeleton of two letters or more are taken for the same. */
    public static String of(CharSequence word) {
        String folded = latinDigraphs(Folding.key(Normalizer.normalize(word, Normalizer.Form.NFKD)));
        var skeleton = new StringBuilder(folded.length());
        for (int i = 0; i < folded.length(); i++) {
            char c = consonant(folded.charAt(i));
            if (c != 0 && (skeleton.isEmpty() || skeleton.charAt(skeleton.length() - 1) != c)) {
                skeleton.append(c);
            }
        }
        return skeleton.toString();
    }

    private static String latinDigraphs(String word) {
        boolean latin = !word.isEmpty() && word.charAt(0) < 'ء';
        return latin
                ? LAST_V.matcher(word)
                        .replaceFirst("f")
                        .replace("sch", "ش")
                        .replace("kh", "خ")
                        .replace("sh", "ش")
                        .replace("ch", "ش")
                        .replace("zh", "ژ")
                        .replace("gh", "ق")
                        .replace("ph", "f")
                        .replace("th", "t")
                        .replace("ge", "j")
                        .replace("gi", "j")
                        .replace("ce", "s")
                        .replace("ci", "s")
                        .replace("x", "ks")
                : word;
    }

    private static char consonant(char c) {
        return switch (c) {
            case 'a', 'e', 'i', 'o', 'u', 'v', 'y', 'w', 'h', 'ı', 'ا', 'و', 'ی', 'ه', 'ح', 'ع', '\'', '’', '-', '.' ->
                0;
            case 'ب', 'b' -> 'b';
            case 'پ', 'p' -> 'p';
            case 'ت', 'ط', 't', 'د', 'd' -> 't';
            case 'ث', 'س', 'ص', 's', 'ذ', 'ز', 'ض', 'ظ', 'z' -> 's';
            case 'ژ', 'ج', 'j' -> 'j';
            case 'ش', 'چ' -> 'c';
            case 'خ', 'ک', 'k', 'q', 'ق', 'غ', 'گ', 'g', 'c' -> 'k';
            case 'ر', 'r' -> 'r';
            case 'ف', 'f' -> 'f';
            case 'ل', 'l' -> 'l';
            case 'م', 'm' -> 'm';
            case 'ن', 'n' -> 'n';
            default -> c;
        };
    }
}
