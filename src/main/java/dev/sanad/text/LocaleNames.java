package dev.sanad.text;

import com.ibm.icu.text.DateFormatSymbols;
import com.ibm.icu.util.Currency;
import com.ibm.icu.util.ULocale;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What countries, languages, currencies, months and days are called in English and in Persian, from CLDR through ICU4J.
 * Reading them takes a tenth of a second, so whoever needs them keeps them.
 */
public final class LocaleNames {
    private static final ULocale PERSIAN = new ULocale("fa");
    private static final ULocale ENGLISH = ULocale.ENGLISH;

    private LocaleNames() {}

    public record Name(String english, String persian) {}

    /** Those that have a name of their own in both languages. */
    public static List<Name> all() {
        var names = new ArrayList<Name>();
        for (String country : ULocale.getISOCountries()) {
            var locale = new ULocale("und", country);
            add(names, country, locale.getDisplayCountry(ENGLISH), locale.getDisplayCountry(PERSIAN));
        }
        for (String language : ULocale.getISOLanguages()) {
            var locale = new ULocale(language);
            add(names, language, locale.getDisplayLanguage(ENGLISH), locale.getDisplayLanguage(PERSIAN));
        }
        for (Currency currency : Currency.getAvailableCurrencies()) {
            add(
                    names,
                    currency.getCurrencyCode(),
                    currency.getName(ENGLISH, Currency.LONG_NAME, null),
                    currency.getName(PERSIAN, Currency.LONG_NAME, null));
        }
        months(names, "gregorian");
        months(names, "persian");
        months(names, "islamic");
        var english = new DateFormatSymbols(ENGLISH);
        var persian = new DateFormatSymbols(PERSIAN);
        for (int day = 1; day <= 7; day++) {
            add(names, "", english.getWeekdays()[day], persian.getWeekdays()[day]);
        }
        return names;
    }

    private static void months(List<Name> names, String calendar) {
        String[] english = new DateFormatSymbols(calendar(ENGLISH, calendar), ENGLISH).getMonths();
        String[] persian = new DateFormatSymbols(calendar(PERSIAN, calendar), PERSIAN).getMonths();
        for (int month = 0; month < Math.min(english.length, persian.length); month++) {
            add(names, "", english[month], persian[month]);
        }
    }

    private static com.ibm.icu.util.Calendar calendar(ULocale language, String calendar) {
        return com.ibm.icu.util.Calendar.getInstance(language.setKeywordValue("calendar", calendar));
    }

    /** CLDR gives a code where it knows no name. */
    private static void add(List<Name> names, String code, String english, String persian) {
        boolean named = !english.equalsIgnoreCase(code)
                && !persian.equalsIgnoreCase(code)
                && !english.isBlank()
                && Language.of(persian) != Language.ENGLISH
                && !english.toLowerCase(Locale.ROOT).equals(persian.toLowerCase(Locale.ROOT));
        if (named) {
            names.add(new Name(english, persian));
        }
    }
}
