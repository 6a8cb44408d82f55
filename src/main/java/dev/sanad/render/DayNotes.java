package dev.sanad.render;

import dev.sanad.answer.Citation;
import dev.sanad.article.Published;
import dev.sanad.text.RelativeDays;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Which days a quotation means by دیروز or Tuesday, told from the day on which its article was published. */
final class DayNotes {
    private static final RelativeDays DAYS = new RelativeDays();
    private final ReaderDates dates;

    DayNotes(ReaderDates dates) {
        this.dates = dates;
    }

    /** None for an article without a date. */
    List<RelativeDays.Mention> of(Citation citation) {
        Published published = citation.article().published();
        return published == null ? List.of() : DAYS.find(citation.quote(), dates.dayOf(published));
    }

    /** One line, such as {@code «دیروز»: ۲۱ تیر ۱۳۹۴}; empty where no day is meant. */
    String line(Citation citation, Messages messages) {
        return of(citation).stream()
                .map(mention -> messages.text(
                        "citation.day",
                        citation.quote().substring(mention.start(), mention.end()),
                        day(mention.day(), messages)))
                .distinct()
                .collect(Collectors.joining(messages.text("list.separator")));
    }

    private String day(LocalDate day, Messages messages) {
        return dates.day(new Published.On(day), messages.language());
    }
}
