package dev.sanad.render;

import dev.sanad.article.Published;
import dev.sanad.text.Language;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** How a reader of a language writes a day. */
@FunctionalInterface
public interface ReaderDates {
    /** The day, in the reader's calendar and digits. */
    String day(Published published, Language language);

    /** The Gregorian day on which something was published where its reader is. */
    default LocalDate dayOf(Published published) {
        return published.day(ZoneOffset.UTC);
    }
}
