package dev.sanad.answer;

import dev.sanad.answer.Evidence.Item;
import dev.sanad.answer.Finding.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Finds the sentences of the evidence that carry a model's statement: those that it named if they do, else others of what it
 * was shown, since models forget to cite and cite the sentence beside the one they mean.
 */
final class Attribution {
    private static final int MOST_SENTENCES = 3;
    private static final int TRIED = 12;
    private final SupportCheck check;

    Attribution(SupportCheck check) {
        this.check = check;
    }

    /**
     * What was found for a statement.
     *
     * @param items the sentences that carry it; when none do, those that it named
     * @param findings why none do; empty when some do
     */
    record Outcome(List<Item> items, List<Finding> findings) {}

    Outcome attribute(Statement statement, Evidence evidence) {
        List<Item> named = statement.ids().stream()
                .map(evidence::find)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        List<Finding> findings = named.isEmpty()
                ? List.of(new Finding(Kind.UNCITED, statement.text()))
                : check.findings(statement.text(), named);
        if (findings.isEmpty()) {
            return new Outcome(named, findings);
        }
        List<Item> found = search(statement.text(), named, evidence);
        return found.isEmpty() ? new Outcome(named, findings) : new Outcome(found, List.of());
    }

    /** Adds the sentence that leaves the fewest findings, until none is left; empty when that does not come about. */
    private List<Item> search(String claim, List<Item> named, Evidence evidence) {
        List<Item> nearest = evidence.items().stream()
                .sorted(Comparator.comparingInt(
                        item -> check.findings(claim, List.of(item)).size()))
                .limit(TRIED)
                .toList();
        for (List<Item> start : List.of(named, List.<Item>of())) {
            Set<Item> chosen = new LinkedHashSet<>(start);
            while (chosen.size() < Math.max(MOST_SENTENCES, start.size() + 1)) {
                Item best = null;
                int fewest = chosen.isEmpty()
                        ? Integer.MAX_VALUE
                        : check.findings(claim, List.copyOf(chosen)).size();
                for (Item item : nearest) {
                    var with = new ArrayList<>(chosen);
                    with.add(item);
                    int left = chosen.contains(item)
                            ? Integer.MAX_VALUE
                            : check.findings(claim, with).size();
                    if (left < fewest) {
                        fewest = left;
                        best = item;
                    }
                }
                if (best == null) {
                    break;
                }
                chosen.add(best);
                if (fewest == 0) {
                    return List.copyOf(chosen);
                }
            }
        }
        return List.of();
    }
}
