package dev.sanad.article;

import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;

/** When an article was published, as exactly as its source says: an instant, or a day and no more. */
public sealed interface Published {
    record At(Instant instant) implements Published {
        @Override
        public LocalDate day(ZoneId zone) {
            return instant.atZone(zone).toLocalDate();
        }

        @Override
        public String toString() {
            return instant.toString();
        }
    }

    record On(LocalDate date) implements Published {
        @Override
        public LocalDate day(ZoneId zone) {
            return date;
        }

        @Override
        public String toString() {
            return date.toString();
        }
    }

    /** The Gregorian day in {@code zone}. */
    LocalDate day(ZoneId zone);

    /**
     * Reads what {@code toString} writes: an ISO-8601 date, or date and time with an offset.
     *
     * @throws DateTimeParseException if it is neither
     */
    static Published parse(String iso) {
        return iso.indexOf('T') < 0
                ? new On(LocalDate.parse(iso))
                : new At(OffsetDateTime.parse(iso).toInstant());
    }
}
