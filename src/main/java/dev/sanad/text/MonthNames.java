package dev.sanad.text;

import dev.sanad.text.DateMention.Calendar;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The names of months in three calendars, and of their days where they are written in words; as regular expressions too. */
final class MonthNames {
    private static final Map<String, Month> MONTHS = new HashMap<>();
    private static final Map<String, Integer> DAYS = new HashMap<>();
    private static final List<String> MONTH_NAMES = new ArrayList<>();
    private static final List<String> DAY_NAMES = new ArrayList<>();
    /** Names that mostly mean something else: a month only beside a day, a year or the word month. */
    private static final Set<String> AMBIGUOUS = Set.of("march", "بهمن");

    static {
        months(Calendar.JALALI, String.join("|", Calendars.JALALI_MONTHS));
        months(Calendar.JALALI, "||||امرداد");
        months(Calendar.GREGORIAN, "ژانویه|فوریه|مارس|آوریل|مه|ژوئن|ژوئیه|اوت|سپتامبر|اکتبر|نوامبر|دسامبر");
        months(Calendar.GREGORIAN, "|||آپریل|می|جون|جولای|آگوست");
        months(
                Calendar.GREGORIAN,
                "january|february|march|april|may|june|july|august|september|october|november|december");
        months(Calendar.GREGORIAN, "jan|feb|mar|apr||jun|jul|aug|sep|oct|nov|dec");
        months(Calendar.GREGORIAN, "||||||||sept");
        months(
                Calendar.HIJRI,
                "محرم|صفر|ربیع الاول|ربیع الثانی|جمادی الاول|جمادی الثانی|رجب|شعبان|رمضان|شوال|ذی القعده|ذی الحجه");
        months(Calendar.HIJRI, "|||ربیع الآخر|جمادی الاولی|جمادی الثانیه|||||ذیقعده|ذیحجه");
        months(Calendar.HIJRI, "||||||||||ذی قعده|ذی حجه");
        days("یکم|دوم|سوم|چهارم|پنجم|ششم|هفتم|هشتم|نهم|دهم|یازدهم|دوازدهم|سیزدهم|چهاردهم|پانزدهم|شانزدهم|هفدهم"
                + "|هجدهم|نوزدهم|بیستم|بیست و یکم|بیست و دوم|بیست و سوم|بیست و چهارم|بیست و پنجم|بیست و ششم"
                + "|بیست و هفتم|بیست و هشتم|بیست و نهم|سی ام|سی و یکم");
        days("اول");
    }

    private MonthNames() {}

    record Month(Calendar calendar, int number, boolean ambiguous) {}

    private static void months(Calendar calendar, String names) {
        String[] inOrder = names.split("\\|");
        for (int i = 0; i < inOrder.length; i++) {
            if (!inOrder[i].isEmpty()) {
                String key = key(inOrder[i]);
                boolean ambiguous = key.length() <= 3 || AMBIGUOUS.contains(key);
                MONTHS.put(key, new Month(calendar, i + 1, ambiguous));
                MONTH_NAMES.add(Folding.fold(inOrder[i]));
            }
        }
    }

    private static void days(String names) {
        String[] inOrder = names.split("\\|");
        for (int i = 0; i < inOrder.length; i++) {
            DAYS.put(key(inOrder[i]), i + 1);
            DAY_NAMES.add(Folding.fold(inOrder[i]));
        }
    }

    /** Matches any name in a folded text, longer ones first; where a name has a space, a ZWNJ or nothing may stand. */
    static String monthPattern() {
        return pattern(MONTH_NAMES);
    }

    /** Matches a day of a month in Persian words, as {@link #monthPattern} does. */
    static String dayPattern() {
        return pattern(DAY_NAMES);
    }

    private static String pattern(List<String> names) {
        return names.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .map(name -> name.replace(" ", "[ \\u00A0\\u200C]{0,2}"))
                .collect(Collectors.joining("|"));
    }

    static @Nullable Month month(String matched) {
        return MONTHS.get(key(matched));
    }

    static @Nullable Integer day(String matched) {
        return DAYS.get(key(matched));
    }

    private static String key(String name) {
        return Folding.key(name).replace(" ", "").replace("\u00A0", "");
    }
}
