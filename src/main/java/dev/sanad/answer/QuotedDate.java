package dev.sanad.answer;

import dev.sanad.text.Calendars;
import dev.sanad.text.DateMention;
import dev.sanad.text.DateMention.Calendar;
import java.time.LocalDate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A date in a quotation.
 *
 * @param published the day its article was published, which tells the year that the mention leaves out
 */
record QuotedDate(DateMention mention, @Nullable LocalDate published) {
    private static final int HIJRI_SLACK_DAYS = 2;

    /** Whether what the quotation says of a day carries what a claim says of it, in any calendar. */
    boolean supports(DateMention claimed) {
        Integer year = year();
        if (mention.calendar() == claimed.calendar()) {
            return (claimed.month() == 0 || claimed.month() == mention.month())
                    && (claimed.day() == 0 || claimed.day() == mention.day())
                    && (claimed.year() == null || claimed.year().equals(year));
        }
        LocalDate first = year == null ? null : mention.in(year).from();
        LocalDate last = year == null ? null : mention.in(year).to();
        if (first == null || last == null) {
            return false;
        }
        if (claimed.year() != null) {
            return lies(first, last, claimed);
        }
        int about = switch (claimed.calendar()) {
            case GREGORIAN -> first.getYear();
            case JALALI -> first.getYear() - 621;
            case HIJRI -> (first.getYear() - 622) * 33 / 32;
        };
        return IntStream.rangeClosed(about - 1, about + 1).anyMatch(guess -> lies(first, last, claimed.in(guess)));
    }

    private boolean lies(LocalDate first, LocalDate last, DateMention claimed) {
        LocalDate from = claimed.from();
        LocalDate to = claimed.to();
        boolean lunar = claimed.calendar() == Calendar.HIJRI || mention.calendar() == Calendar.HIJRI;
        int slack = lunar ? HIJRI_SLACK_DAYS : 0;
        return from != null
                && to != null
                && !first.isBefore(from.minusDays(slack))
                && !last.isAfter(to.plusDays(slack));
    }

    /** Null when neither the mention nor its article tells. */
    private @Nullable Integer year() {
        if (mention.year() != null || published == null) {
            return mention.year();
        }
        return switch (mention.calendar()) {
            case JALALI -> Calendars.jalali(published).year();
            case GREGORIAN -> published.getYear();
            case HIJRI -> null;
        };
    }
}
