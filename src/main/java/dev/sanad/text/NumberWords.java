package dev.sanad.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Persian and English number words by their folded form. */
final class NumberWords {
    private static final Map<String, Long> UNITS = new HashMap<>();
    private static final Map<String, Long> MAGNITUDES = new HashMap<>();
    private static final String CARDINALS = """
            صفر یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده
            بیست سی چهل پنجاه شصت هفتاد هشتاد نود صد
            zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
            seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
            """;
    private static final Map<String, List<String>> SPELLINGS = new HashMap<>();

    static {
        units("صفر یک دو سه چهار پنج شش هفت هشت نه ده یازده دوازده سیزده چهارده پانزده شانزده هفده هجده نوزده", 0, 1);
        units("بیست سی چهل پنجاه شصت هفتاد هشتاد نود", 20, 10);
        units("صد دویست سیصد چهارصد پانصد ششصد هفتصد هشتصد نهصد", 100, 100);
        units("یکصد", 100, 1);
        units("هیجده", 18, 1);
        units(
                "یکم دوم سوم چهارم پنجم ششم هفتم هشتم نهم دهم یازدهم دوازدهم سیزدهم چهاردهم پانزدهم شانزدهم هفدهم هجدهم نوزدهم",
                1,
                1);
        units("بیستم سیام چهلم پنجاهم شصتم هفتادم هشتادم نودم صدم", 20, 10);
        units(
                "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
                        + " seventeen eighteen nineteen",
                0,
                1);
        units("twenty thirty forty fifty sixty seventy eighty ninety", 20, 10);
        units(
                "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
                        + " fifteenth sixteenth seventeenth eighteenth nineteenth",
                1,
                1);
        units("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth", 20, 10);
        magnitude(100, "hundred");
        magnitude(1_000, "هزار", "thousand");
        magnitude(1_000_000, "میلیون", "ملیون", "million", "millions", "m", "mn");
        magnitude(1_000_000_000, "میلیارد", "بیلیون", "billion", "billions", "bn");
        magnitude(1_000_000_000_000L, "تریلیون", "trillion", "trillions", "tn");
        magnitude(12, "dozen");
        for (String word : CARDINALS.strip().split("\\s+")) {
            String key = Folding.key(word);
            String digits = String.valueOf(UNITS.get(key));
            List<String> spellings = SPELLINGS.computeIfAbsent(digits, number -> new ArrayList<>(List.of(number)));
            spellings.add(key);
            SPELLINGS.put(key, spellings);
        }
    }

    private NumberWords() {}

    private static void units(String words, long first, long step) {
        long value = first;
        for (String word : words.split(" ")) {
            UNITS.put(Folding.key(word), value);
            value += step;
        }
    }

    private static void magnitude(long value, String... words) {
        for (String word : words) {
            MAGNITUDES.put(Folding.key(word), value);
        }
    }

    /** What the word counts, cardinal or ordinal (دوم, دومین); null if it is no number word. */
    static @Nullable Long unit(String key) {
        return UNITS.get(key.endsWith("مین") ? key.substring(0, key.length() - 2) : key);
    }

    /** All spellings of the cardinal number that a folded word is, itself among them; empty for any other word. */
    static List<String> spellings(String key) {
        return List.copyOf(SPELLINGS.getOrDefault(key, List.of()));
    }

    /** What the word multiplies by; null if it is no magnitude. */
    static @Nullable Long magnitude(String key) {
        return MAGNITUDES.get(key);
    }
}
