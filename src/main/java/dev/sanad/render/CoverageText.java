package dev.sanad.render;

import dev.sanad.answer.Notice;
import dev.sanad.answer.Response;
import dev.sanad.article.Published;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** What a reader is told of how much an archive holds. */
final class CoverageText {
    private final ReaderDates dates;

    CoverageText(ReaderDates dates) {
        this.dates = dates;
    }

    /** Of the archive that was searched; the days of a time window are not the archive's, and its notice tells them. */
    String of(Response response, Messages messages) {
        boolean window = response.notices().stream().anyMatch(notice -> notice.kind() == Notice.Kind.WINDOW);
        return of(
                response.searched().articles(),
                window ? null : response.searched().from(),
                window ? null : response.searched().to(),
                messages);
    }

    String of(int articles, @Nullable LocalDate from, @Nullable LocalDate to, Messages messages) {
        if (articles == 0) {
            return messages.text("archive.empty");
        }
        String count = Numerals.of(articles, messages.language());
        if (from == null || to == null) {
            return messages.text("archive.undated", count);
        }
        return messages.text("archive.covered", count, day(from, messages), day(to, messages));
    }

    private String day(LocalDate day, Messages messages) {
        return dates.day(new Published.On(day), messages.language());
    }
}
