package dev.sanad.retrieve;

import dev.sanad.article.Published;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Puts the newer article first where two passages speak for themselves almost alike. */
final class NearTies {
    /** Logarithms of odds that two passages of a tie lie apart at most. */
    private static final double NEAR = 0.05;

    private NearTies() {}

    /** @param hits best first; an undated one stands behind those that it ties with */
    static List<Hit> newerFirst(List<Hit> hits, ZoneId zone) {
        var ordered = new ArrayList<Hit>();
        for (int first = 0; first < hits.size(); ) {
            int end = first + 1;
            while (end < hits.size() && hits.get(first).score() - hits.get(end).score() <= NEAR) {
                end++;
            }
            hits.subList(first, end).stream()
                    .sorted(Comparator.comparing((Hit hit) -> day(hit, zone)).reversed())
                    .forEach(ordered::add);
            first = end;
        }
        return List.copyOf(ordered);
    }

    private static LocalDate day(Hit hit, ZoneId zone) {
        Published published = hit.passage().head().published();
        return published == null ? LocalDate.MIN : published.day(zone);
    }
}
