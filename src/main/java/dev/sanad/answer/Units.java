package dev.sanad.answer;

import dev.sanad.text.Folding;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Units of time, measure and money: three months are not three years. Words of one unit, in both languages, have one name. */
final class Units {
    /** Spans of time that a text also speaks of without a number: that year, last month. */
    private static final Set<String> SPANS = Set.of("year", "month", "week", "decade", "century");

    private static final Pattern BEHIND_A_NUMBER = Pattern.compile("[\\s\\u00A0\\u200C-]{0,2}([%٪]|[\\p{L}\\u200C]+)");
    private static final Pattern BEFORE_A_NUMBER =
            Pattern.compile("(?<![\\p{L}\\u200C])([\\p{L}\\u200C]+)[\\s\\u00A0\\u200C]{1,2}$");
    private static final Pattern NAMED_TIME =
            Pattern.compile("(?<![\\p{L}\\u200C])(?<!(?:یک|دو|سه|هر|چند|این|آن|همان|\\p{Nd})[\\s\\u200C])"
                    + "(?:سال|قرن|سدهٔ?|ده[هۀ]ٔ?)[\\s\\u00A0]{1,2}$");
    private static final int LONGEST = 16;
    private static final Map<String, String> NAMES = new HashMap<>();

    static {
        unit("year", "سال ساله سالگی years");
        unit("month", "ماه ماهه months");
        unit("week", "هفته هفتگی weeks");
        unit("decade", "دهه decades");
        unit("century", "قرن سده centuries");
        unit("day", "روز روزه days");
        unit("hour", "ساعت ساعته hours");
        unit("minute", "دقیقه دقیقه‌ای minutes");
        unit("second", "ثانیه ثانیه‌ای seconds");
        unit("millimetre", "میلی‌متر میلیمتری millimetres millimeter millimeters mm");
        unit("centimetre", "سانتی‌متر سانتیمتری centimetres centimeter centimeters cm");
        unit("metre", "متر متری metres meter meters");
        unit("kilometre", "کیلومتر کیلومتری kilometres kilometer kilometers km");
        unit("hectare", "هکتار هکتاری hectares");
        unit("gram", "گرم گرمی grams");
        unit("kilogram", "کیلوگرم کیلوگرمی کیلو kilograms kg");
        unit("toman", "تومان تومانی tomans");
        unit("rial", "ریال ریالی rials");
        unit("dollar", "دلار دلاری dollars");
        unit("euro", "یورو یورویی euros");
        unit("pound", "پوند پوندی pounds");
        unit("percent", "درصد درصدی % ٪");
    }

    private Units() {}

    private static void unit(String name, String words) {
        NAMES.put(name, name);
        for (String word : words.split(" ")) {
            NAMES.put(Folding.key(word), name);
        }
    }

    /** The unit that a word names, in the singular or plural; null for any other word. */
    static @Nullable String of(CharSequence word) {
        String key = Folding.key(word);
        String unit = NAMES.get(key);
        if (unit != null) {
            return unit;
        }
        String singular = key.replaceFirst("ها(?:ی|یی)?$", "");
        return singular.length() < key.length() ? NAMES.get(singular) : null;
    }

    /** The unit that follows a number, else the span before it, as in قرن ۱۹; null if neither stands there. */
    static @Nullable String beside(CharSequence text, int start, int end) {
        String behind = behind(text, end);
        return behind == null ? spanBefore(text, start) : behind;
    }

    /** The unit that follows a number which ends there; null for none. */
    private static @Nullable String behind(CharSequence text, int end) {
        Matcher next = BEHIND_A_NUMBER.matcher(text).region(end, text.length());
        return next.lookingAt() ? of(next.group(1)) : null;
    }

    private static @Nullable String spanBefore(CharSequence text, int start) {
        Matcher last = BEFORE_A_NUMBER.matcher(text).region(Math.max(0, start - LONGEST), start);
        return last.find() ? span(last.group(1)) : null;
    }

    /** Whether a number names a year, a century and the like and counts nothing: سال ۶۱۲, قرن ۱۹; not در یک سال ۱۲ خانه. */
    static boolean isOfATime(CharSequence text, int start, int end) {
        return behind(text, end) == null
                && NAMED_TIME
                        .matcher(text)
                        .region(Math.max(0, start - LONGEST), start)
                        .find();
    }

    /** The span of time that a word names, be it counted or not; null for any other word. */
    static @Nullable String span(CharSequence word) {
        String unit = of(word);
        return unit != null && SPANS.contains(unit) ? unit : null;
    }
}
