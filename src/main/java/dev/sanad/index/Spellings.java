package dev.sanad.index;

import dev.sanad.text.Folding;
import java.util.stream.Stream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Words that Persian spells in more than one way, each brought to one spelling at the beginning of a folded token or of one of
 * its parts: what follows stays, parted by a ZWNJ where it inflects a compound. A ZWNJ within is passed over.
 */
final class Spellings {
    private static final Spelling[] NONE = {};
    /** By first letter; each word of every text is looked up. */
    private static final Spelling[][] SPELLINGS = new Spelling['ی' + 1][];

    static {
        unify("مسئله", "مساله");
        unify("مسئول", "مسؤول");
        unify("هیأت", "هیئت");
        unify("جرأت", "جرئت");
        unify("نشأت", "نشئت");
        unify("سؤال", "سئوال");
        unify("شئون", "شؤون");
        unify("رئوس", "رؤوس");
        unify("بلیت", "بلیط");
        unify("آنفلوانزا", "آنفولانزا");
        unify("تومان", "تومن");
        unify("اتاق", "اطاق");
        unify("باتری", "باطری");
        unify("امپراتور", "امپراطور");
        unify("گفت\u200Cگو", "گفتوگو", "گفتگو");
        unify("جست\u200Cجو", "جستوجو", "جستجو");
        unify("شست\u200Cشو", "شستوشو", "شستشو");
        unify("پرس\u200Cجو", "پرسوجو");
        unify("کسب\u200Cکار", "کسبوکار");
        unify("حمل\u200Cنقل", "حملونقل");
        unify("ساخت\u200Cساز", "ساختوساز");
        unify("آب\u200Cهوا", "آبوهوا");
        unify("زد\u200Cخورد", "زدوخورد");
        unify("رفت\u200Cآمد", "رفتوآمد");
    }

    private record Spelling(String from, String to) {
        boolean isCompound() {
            return to.indexOf(Folding.ZWNJ) > 0;
        }
    }

    private Spellings() {}

    private static void unify(String to, String... others) {
        for (String other : others) {
            String from = Folding.key(other);
            var spelling = new Spelling(from, Folding.fold(to));
            SPELLINGS[from.charAt(0)] = Stream.concat(Stream.of(of(from.charAt(0))), Stream.of(spelling))
                    .toArray(Spelling[]::new);
        }
    }

    private static Spelling[] of(char first) {
        return first >= SPELLINGS.length || SPELLINGS[first] == null ? NONE : SPELLINGS[first];
    }

    static void unify(CharTermAttribute term) {
        int start = 0;
        while (start < term.length()) {
            int unified = unify(term, start);
            start = afterZwnj(term.buffer(), term.length(), unified);
        }
    }

    /** Unifies the word that begins at {@code start}, if it is one of these; gives the place from which all is as it was. */
    private static int unify(CharTermAttribute term, int start) {
        for (Spelling spelling : of(term.charAt(start))) {
            int end = end(term, start, spelling.from());
            if (end > 0) {
                String rest = term.subSequence(end, term.length()).toString();
                boolean inflected = spelling.isCompound() && PersianWords.AFFIXES.contains(rest);
                term.setLength(start);
                term.append(spelling.to());
                if (inflected) {
                    term.append(Folding.ZWNJ);
                }
                int unified = term.length();
                term.append(rest);
                return unified;
            }
        }
        return start;
    }

    private static int afterZwnj(char[] term, int length, int from) {
        int i = from;
        while (i < length && term[i] != Folding.ZWNJ) {
            i++;
        }
        return i + 1;
    }

    /** A word that was unified, with the و that the spelling of its compound leaves out: گفت‌گو is written گفت و گو too. */
    static String inFull(String unified) {
        for (Spelling spelling : of(unified.charAt(0))) {
            if (spelling.isCompound() && unified.startsWith(spelling.to())) {
                int gap = spelling.to().indexOf(Folding.ZWNJ);
                return unified.substring(0, gap) + 'و' + unified.substring(gap + 1);
            }
        }
        return unified;
    }

    /** Where in the term the word ends that begins at {@code start}; 0 if another begins there. */
    private static int end(CharSequence term, int start, String word) {
        int matched = 0;
        for (int i = start; i < term.length(); i++) {
            char c = term.charAt(i);
            if (c == Folding.ZWNJ) {
                continue;
            }
            if (c != word.charAt(matched)) {
                return 0;
            }
            matched++;
            if (matched == word.length()) {
                return i + 1;
            }
        }
        return 0;
    }
}
