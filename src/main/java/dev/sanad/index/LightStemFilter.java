package dev.sanad.index;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;

/**
 * Takes inflection off a Persian word by the first rule that matches; bare ان, ات, م, ت and ش are never taken off, since too
 * many words end in them. Other scripts pass unchanged.
 */
final class LightStemFilter extends TokenFilter {
    private static final String[] PLURAL_WITH_ENCLITIC = {
        "هایشان", "هایمان", "هایتان", "هایش", "هایم", "هایت", "هایی", "های", "ها"
    };
    private static final String[] VERB_ENDINGS = {"م", "ی", "د", "یم", "ید", "ند"};
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);

    LightStemFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (!keyword.isKeyword() && term.length() > 2 && term.charAt(0) >= 'ء') {
            String word = term.toString();
            if (!PersianWords.PROTECTED.contains(word)) {
                String stem = stem(word);
                term.setEmpty().append(stem);
            }
        }
        return true;
    }

    static String stem(String word) {
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
        for (String enclitic : new String[] {"شان", "مان", "تان"}) {
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
