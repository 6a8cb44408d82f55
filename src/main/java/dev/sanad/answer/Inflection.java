package dev.sanad.answer;

/** Whether two Persian words, folded, are forms of one word. Judges by letters alone, so it errs on the side of yes. */
final class Inflection {
    private static final String CONTINUOUS = "می";

    private Inflection() {}

    /** The same first four letters, at most three more in each; short verbs share three. */
    static boolean ofOneWord(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return a.equals(b);
        }
        String one = withoutPrefix(a);
        String other = withoutPrefix(b);
        if (one.equals(other)) {
            return true;
        }
        int common = 0;
        while (common < one.length() && common < other.length() && one.charAt(common) == other.charAt(common)) {
            common++;
        }
        int longest = Math.max(one.length(), other.length());
        boolean verb = common == 3 && longest <= 6;
        return (common >= 4 && longest - common <= 3) || (verb && isVerbForm(one) && isVerbForm(other));
    }

    /** میتوان, written together, is می‌توان, which the analysis takes apart. */
    static String withoutPrefix(String word) {
        boolean prefixed = word.startsWith(CONTINUOUS) && word.length() >= CONTINUOUS.length() + 2;
        return prefixed ? word.substring(CONTINUOUS.length()) : word;
    }

    private static boolean isVerbForm(String word) {
        return word.length() <= 3 || "ندمیه".indexOf(word.charAt(word.length() - 1)) >= 0;
    }
}
