package dev.sanad.store;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an archive holds.
 *
 * @param from the earliest day that an article was published, UTC; null when none is dated
 * @param publishers most articles first; an empty name stands for articles that name no publisher
 */
public record ArchiveSummary(
        int articles, @Nullable LocalDate from, @Nullable LocalDate to, List<Publisher> publishers) {
    public ArchiveSummary {
        publishers = List.copyOf(publishers);
    }

    /** How many articles a publisher has. */
    public record Publisher(String name, int articles) {}
}
