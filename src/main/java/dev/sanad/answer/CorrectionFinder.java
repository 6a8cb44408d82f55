package dev.sanad.answer;

import dev.sanad.article.Passage;
import dev.sanad.text.Folding;
import java.util.regex.Pattern;

/** Tells an article that corrects another, and what in it is the error and what is right. */
final class CorrectionFinder {
    private static final Pattern HEADING = Pattern.compile(
            "\\s*[«\"“\\[(]?(?:(?:اصلاحیه|توضیح و تصحیح|اصلاح خبر|پوزش و اصلاح|erratum)(?![\\p{L}\\p{M}])"
                    + "|(?:تصحیح|corrections?|corrected)\\s*(?:[:：»”\")\\]–—-]|$)).*",
            Pattern.DOTALL);
    private static final Pattern SAYS_SO =
            Pattern.compile("(?:this (?:article|report|story)|it) corrects an? (?:earlier|previous)"
                    + "|corrects an (?:earlier|previous) (?:report|article|story|version)"
                    + "|an? (?:earlier|previous) (?:version|report)[^.]{0,80}(?:misstated|incorrectly|wrongly|mistakenly|in error)"
                    + "|در خبر (?:پیشین|قبلی|نخست)[^.]{0,80}(?:به )?(?:اشتباه|نادرست)");
    private static final Pattern ERROR =
            Pattern.compile("(?<![\\p{L}\\p{M}])(?:به اشتباه|به غلط|سهوا|اشتباه|نادرست|incorrectly|wrongly"
                    + "|mistakenly|erroneously|misstated|in error)(?![\\p{L}\\p{M}])");
    private static final Pattern RIGHT = Pattern.compile(
            "(?<![\\p{L}\\p{M}])(?:درست|صحیح|در واقع|correct|actual|actually|in fact)(?![\\p{L}\\p{M}])");
    private final FactFinder facts;

    CorrectionFinder(FactFinder facts) {
        this.facts = facts;
    }

    boolean isCorrection(Passage passage) {
        return HEADING.matcher(Folding.foldInPlace(passage.head().title())).matches()
                || (passage.id().ordinal() == 0
                        && (HEADING.matcher(Folding.foldInPlace(passage.text())).matches()
                                || SAYS_SO.matcher(Folding.foldInPlace(passage.text()))
                                        .find()));
    }

    /** Whether a sentence of a correction tells what was wrong. */
    boolean tellsTheError(String sentence) {
        return ERROR.matcher(Folding.foldInPlace(sentence)).find();
    }

    /** How much speaks for a sentence of a correction telling what is right. */
    int rightness(Passage correction, String sentence, Fact fact) {
        int said = RIGHT.matcher(Folding.foldInPlace(sentence)).find() ? 2 : 0;
        return said + (fact.isIn(facts.inTitle(correction)) ? 1 : 0);
    }

    /** Whether a correction names something, be it as the error or as what is right. */
    boolean names(Passage correction, Fact fact) {
        return fact.isIn(facts.in(correction));
    }
}
