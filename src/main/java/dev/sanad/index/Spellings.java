package dev.sanad.index;

import dev.sanad.text.Folding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/**
 * Words that Persian spells in more than one way, each brought to one spelling at the beginning of a folded token: what
 * follows stays, parted by a ZWNJ where it inflects a compound. A ZWNJ within is passed over.
 */
final class Spellings {
    /** By first letter. */
    private static final Map<Character, List<Spelling>> SPELLINGS = new HashMap<>();

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
            SPELLINGS
                    .computeIfAbsent(from.charAt(0), first -> new ArrayList<>())
                    .add(new Spelling(from, Folding.fold(to)));
        }
    }

    static void unify(CharTermAttribute term) {
        List<Spelling> candidates = SPELLINGS.get(term.charAt(0));
        if (candidates == null) {
            return;
        }
        for (Spelling spelling : candidates) {
            int end = end(term, spelling.from());
            if (end > 0) {
                String rest = term.subSequence(end, term.length()).toString();
                boolean inflected = spelling.isCompound() && PersianWords.AFFIXES.contains(rest);
                term.setEmpty().append(spelling.to());
                if (inflected) {
                    term.append(Folding.ZWNJ);
                }
                term.append(rest);
                return;
            }
        }
    }

    /** A word that was unified, with the و that the spelling of its compound leaves out: گفت‌گو is written گفت و گو too. */
    static String inFull(String unified) {
        for (Spelling spelling : SPELLINGS.getOrDefault(unified.charAt(0), List.of())) {
            if (spelling.isCompound() && unified.startsWith(spelling.to())) {
                int gap = spelling.to().indexOf(Folding.ZWNJ);
                return unified.substring(0, gap) + 'و' + unified.substring(gap + 1);
            }
        }
        return unified;
    }

    /** Where in the term the word ends that it begins with; 0 if it begins with another. */
    private static int end(CharSequence term, String word) {
        int matched = 0;
        for (int i = 0; i < term.length(); i++) {
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
