package dev.sanad.index;

/**
 * Takes inflection off a Persian word by the first rule that matches; bare ان, ات, م, ت and ش are never taken off, since too
 * many words end in them.
 */
final class LightStem {
    private static final String[] PLURAL_WITH_ENCLITIC = {
        "هایشان", "هایمان", "هایتان", "هایش", "هایم", "هایت", "هایی", "های", "ها"
    };
    private static final String[] ENCLITICS = {"شان", "مان", "تان"};
    private static final String[] VERB_ENDINGS = {"م", "ی", "د", "یم", "ید", "ند"};

    private LightStem() {}

    /** @param word folded; one of another script, or too short, comes back as it is */
    static String of(String word) {
        return word.length() > 2 && word.charAt(0) >= 'ء' && !PersianWords.PROTECTED.contains(word) ? stem(word) : word;
    }

    private static String stem(String word) {
        String verb = withoutContinuousPrefix(word);
        if (verb.length() < word.length()) {
            return verb;
        }
        for (String suffix : PLURAL_WITH_ENCLITIC) {
            if (cuts(word, suffix, 2)) {
                return cut(word, suffix);
            }
        }
        if (cuts(word, "ترین", 3) || cuts(word, "تری", 4)) {
            return cut(word, word.endsWith("ترین") ? "ترین" : "تری");
        }
        if (cuts(word, "تر", 3)) {
            return cut(word, "تر");
        }
        for (String enclitic : ENCLITICS) {
            if (cuts(word, enclitic, 3)) {
                return cut(word, enclitic);
            }
        }
        if (cuts(word, "یان", 3) && word.length() >= 6) {
            return cut(word, "یان");
        }
        if (cuts(word, "گان", 3) && word.length() >= 6) {
            return cut(word, "گان") + "ه";
        }
        if (cuts(word, "یی", 3)) {
            return cut(word, "یی");
        }
        return cuts(word, "ی", 4) ? cut(word, "ی") : word;
    }

    private static String withoutContinuousPrefix(String word) {
        int prefix = word.startsWith("نمی") ? 3 : word.startsWith("می") ? 2 : 0;
        if (prefix == 0 || word.length() - prefix < 3 || startsWithNoun(word)) {
            return word;
        }
        for (String ending : VERB_ENDINGS) {
            if (word.endsWith(ending)) {
                return word.substring(prefix);
            }
        }
        return word;
    }

    private static boolean startsWithNoun(String word) {
        for (String noun : PersianWords.NOUNS_WITH_MI) {
            if (word.startsWith(noun)) {
                return true;
            }
        }
        return false;
    }

    private static boolean cuts(String word, String suffix, int least) {
        return word.length() - suffix.length() >= least && word.endsWith(suffix);
    }

    private static String cut(String word, String suffix) {
        return word.substring(0, word.length() - suffix.length());
    }
}
