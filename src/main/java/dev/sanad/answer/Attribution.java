package dev.sanad.answer;

import dev.sanad.answer.Evidence.Item;
import dev.sanad.answer.Finding.Kind;
import dev.sanad.answer.SupportCheck.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Finds the sentences of the evidence that carry a model's statement: those that it named if they do, else others of what it
 * was shown, since models forget to cite and cite the sentence beside the one they mean. Not for several threads.
 */
final class Attribution {
    private static final int MOST_SENTENCES = 3;
    private static final int TRIED = 12;
    /** Of the claim's words, for a sentence that the model did not name: across languages little else tells it apart. */
    private static final double LEAST_SHARE = 0.25;

    private static final Comparator<Verdict> BEST = Comparator.<Verdict>comparingInt(
                    verdict -> verdict.findings().size())
            .thenComparing(Verdict::carried, Comparator.reverseOrder());
    private final SupportCheck check;
    private final Evidence evidence;
    private final Map<SentenceId, Quotation> quotations = new HashMap<>();

    Attribution(SupportCheck check, Evidence evidence) {
        this.check = check;
        this.evidence = evidence;
    }

    /**
     * What was found for a statement.
     *
     * @param items the sentences that carry it; when none do, those that it named
     * @param findings why none do; empty when some do
     */
    record Outcome(List<Item> items, List<Finding> findings) {}

    private record Try(List<Item> items, Verdict verdict) {}

    Outcome attribute(Statement statement) {
        List<Item> named = named(statement);
        List<Finding> findings = named.isEmpty()
                ? List.of(new Finding(Kind.UNCITED, statement.text()))
                : verdict(statement.text(), named).findings();
        if (findings.isEmpty()) {
            return new Outcome(named, findings);
        }
        List<Item> found = search(statement.text(), named);
        return found.isEmpty() ? new Outcome(named, findings) : new Outcome(found, List.of());
    }

    /** The sentences that a statement names, of those that were shown. */
    List<Item> named(Statement statement) {
        return statement.ids().stream()
                .map(evidence::find)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Empty when nothing carries the claim. What shares not a word, number or name with it carries nothing. */
    private List<Item> search(String claim, List<Item> named) {
        List<Item> nearest = evidence.items().stream()
                .map(item -> new Try(List.of(item), verdict(claim, List.of(item))))
                .filter(single -> single.verdict().share() >= LEAST_SHARE)
                .sorted(Comparator.comparing(Try::verdict, BEST))
                .limit(TRIED)
                .map(single -> single.items().getFirst())
                .toList();
        for (List<Item> start : named.isEmpty() ? List.of(named) : List.of(named, List.<Item>of())) {
            Try found = grow(claim, start, nearest);
            if (found != null && found.verdict().carried() > 0) {
                return withoutTheNeedless(claim, found.items());
            }
        }
        return List.of();
    }

    /** Adds the sentence that leaves the fewest findings, until none is left; null when that does not come about. */
    private @Nullable Try grow(String claim, List<Item> start, List<Item> nearest) {
        List<Item> chosen = start;
        Verdict reached = start.isEmpty() ? null : verdict(claim, start);
        int most = Math.max(MOST_SENTENCES, start.size() + 1);
        while (chosen.size() < most) {
            Try best = null;
            for (Item item : nearest) {
                if (!chosen.contains(item)) {
                    var with = new ArrayList<>(chosen);
                    with.add(item);
                    var next = new Try(with, verdict(claim, with));
                    best = best == null || BEST.compare(next.verdict(), best.verdict()) < 0 ? next : best;
                }
            }
            if (best == null || (reached != null && BEST.compare(best.verdict(), reached) >= 0)) {
                return null;
            }
            if (best.verdict().findings().isEmpty()) {
                return best;
            }
            chosen = best.items();
            reached = best.verdict();
        }
        return null;
    }

    /** A sentence that the model named by mistake goes once the right ones are found. */
    private List<Item> withoutTheNeedless(String claim, List<Item> items) {
        List<Item> kept = items;
        for (Item item : items) {
            List<Item> without =
                    kept.stream().filter(other -> !other.equals(item)).toList();
            if (!without.isEmpty() && verdict(claim, without).findings().isEmpty()) {
                kept = without;
            }
        }
        return kept;
    }

    private Verdict verdict(String claim, List<Item> items) {
        return check.check(
                claim,
                items.stream()
                        .map(item -> quotations.computeIfAbsent(item.id(), id -> check.read(item)))
                        .toList());
    }
}
