package dev.sanad.render;

import dev.sanad.article.Published;
import dev.sanad.text.Language;

/** How a reader of a language writes a day. */
@FunctionalInterface
public interface ReaderDates {
    /** The day, in the reader's calendar and digits. */
    String day(Published published, Language language);
}
