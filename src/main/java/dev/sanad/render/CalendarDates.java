package dev.sanad.render;

import dev.sanad.article.Published;
import dev.sanad.text.Calendars;
import dev.sanad.text.Language;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Days as people write them: ۲۲ تیر ۱۳۹۴ for a Persian reader, 13 July 2015 for any other. */
public final class CalendarDates implements ReaderDates {
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private final ZoneId zone;

    /** @param zone where an instant is which day */
    public CalendarDates(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public String day(Published published, Language language) {
        LocalDate day = dayOf(published);
        return language == Language.PERSIAN ? Calendars.jalali(day).toString() : ENGLISH.format(day);
    }

    @Override
    public LocalDate dayOf(Published published) {
        return published.day(zone);
    }
}
