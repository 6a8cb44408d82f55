package dev.sanad.retrieve;

import dev.sanad.retrieve.QueryPlan.Expects;
import dev.sanad.text.Folding;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells from a question's words what kind of words would answer it, in Persian, also as it is spoken, and English. */
final class ExpectsFinder {
    private static final String WHICH = "(?:چه|کدام|کدامین|چ|which|what) ?(?:یک از )?";
    /** What a noun may end in behind چه and کدام; ZWNJ counts as a space here. */
    private static final String ENDING = " ?(?:ی|ای|یی|ها|های|هایی|ان|انی|s)?";

    private static final Map<Expects, Pattern> PATTERNS = new EnumMap<>(Expects.class);

    static {
        expects(
                Expects.NUMBER,
                "چند(?: ?(?:تا|م|مین|ین بار))?|چقدر|چه قدر|" + which("تعداد|مقدار|میزان|اندازه|درصد|نسبت|مبلغ")
                        + "|how (?:many|much|old|long|far|high|tall|big|large|often)|تعداد \\S+ .*(?:چیست|است)");
        expects(
                Expects.DATE,
                "کی|" + which("سال|زمان|تاریخ|روز|ماه|قرن|سده|دهه|هنگام|موقع|وقت|دوره|دوران|فصل") + "|چندمین سال|when|"
                        + which("year|month|day|date|century|decade"));
        expects(
                Expects.PERSON,
                "کی|کیست(?:ند)?|کیه|کین|کیا|کیان|که (?:بود|بوده|است|هست)(?:ند)?|"
                        + which(
                                "کس|کسان|شخص|اشخاص|فرد|افراد|نفر|رییس جمهور|پادشاه|شاه|پیامبر|دانشمند|نویسنده|شاعر|بازیگر|بازیکن|کارگردان"
                                        + "|خواننده|وزیر|سیاستمدار|فرمانده|نماینده|مربی|امپراتور")
                        + "|who|whom|whose");
        expects(
                Expects.PLACE,
                "کجا(?:ی|ست|یی|ها)?|کو|"
                        + which(
                                "کشور|شهر|استان|منطقه|ناحیه|مکان|محل|قاره|روستا|جا|نقطه|ایالت|بندر|محله|خیابان|جزیره|سرزمین")
                        + "|where|" + which("country|city|town|province|place|state|region|village|part"));
        expects(
                Expects.REASON,
                "چرا|واسه چی|برای چه|" + which("علت|دلیل|جهت|خاطر|سبب|منظور|هدف|انگیزه")
                        + "|(?:علت|دلیل|دلایل|علل) .*(?:چیست|چه بود|چه بوده|چیه|کدام)|why|what (?:is|was|are|were) the reasons?");
    }

    private static String which(String nouns) {
        return WHICH + "(?:" + nouns + ")" + ENDING;
    }

    private ExpectsFinder() {}

    private static void expects(Expects expects, String words) {
        PATTERNS.put(expects, Pattern.compile("(?<![\\p{L}\\p{M}])(?:" + words + ")(?![\\p{L}\\p{M}])"));
    }

    /** More than one where the words leave it open, as spoken کی does: who, or when. */
    static Set<Expects> in(String question) {
        String folded = Folding.foldInPlace(question).replace(Folding.ZWNJ, ' ');
        var found = EnumSet.noneOf(Expects.class);
        PATTERNS.forEach((expects, pattern) -> {
            if (pattern.matcher(folded).find()) {
                found.add(expects);
            }
        });
        return found;
    }
}
