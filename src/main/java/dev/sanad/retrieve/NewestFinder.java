package dev.sanad.retrieve;

import static dev.sanad.retrieve.TimeWords.EZAFE;

import dev.sanad.text.Folding;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells a question for the newest articles on something: آخرین خبر درباره…, تازه‌ترین اخبار, what is new on…, the latest on…. */
final class NewestFinder {
    private static final String NEWS = "(?:ها(?:ی)?|\\u200Cها(?:ی)?)?" + EZAFE;
    private static final String ABOUT =
            "(?: (?:درباره|در باره|در مورد|در خصوص|راجع به|پیرامون|از|مربوط به)" + EZAFE + ")?";
    private static final String ON = "(?: (?:on|about|with|in|from|of))?";
    private static final Pattern NEWEST =
            TimeWords.pattern("(?:اخرین|تازه[\\x20\\u200C]?ترین|جدید[\\x20\\u200C]?ترین) (?:خبر"
                    + NEWS + "|اخبار|گزارش" + NEWS + "|تحولات|وضعیت)" + EZAFE
                    + ABOUT + "|(?:خبر" + NEWS + "|اخبار) (?:تازه|جدید)" + ABOUT
                    + "|(?:چه خبر|تازه چه خبر|خبر تازه|چه خبر تازه)(?: (?:از|درباره" + EZAFE + "))"
                    + "|چه خبر(?=[\\s؟?!.]*$)"
                    + "|(?:what is|what['’]s|anything|any) (?:new|the latest)(?: news)?" + ON
                    + "|(?:the )?(?:latest|newest|most recent) (?:news|headlines|articles|reports?|developments|on|about)"
                    + ON);

    private NewestFinder() {}

    /** Start and end of the words that ask for it; null for any other question. */
    static int @Nullable [] find(String question) {
        Matcher matcher = NEWEST.matcher(Folding.foldInPlace(question));
        return matcher.find() ? new int[] {matcher.start(), matcher.end()} : null;
    }
}
