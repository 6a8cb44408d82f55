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
    /** Of the words of the shorter one, for a sentence that the model did not name: across languages little else tells. */
    private static final double LEAST_SHARE = 0.2;

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
        Claimed claim = check.read(statement.text());
        List<Item> named = named(statement);
        List<Finding> findings = findings(claim, statement, named);
        if (findings.isEmpty()) {
            return new Outcome(named, findings);
        }
        var reasons = new ArrayList<Finding>(findings);
        List<Try> nearest = nearest(claim);
        List<Item> found = search(claim, named, nearest);
        if (found.isEmpty()) {
            nearest.stream()
                    .limit(named.isEmpty() ? 1 : 0)
                    .forEach(single -> reasons.addAll(single.verdict().findings()));
            return new Outcome(named, reasons);
        }
        List<Finding> against = SupportCheck.contradictions(claim, quotations(found), quotations(items(nearest)));
        reasons.addAll(against);
        return against.isEmpty() ? new Outcome(found, List.of()) : new Outcome(named, reasons);
    }

    /** An id is no evidence: across languages nothing may speak against a sentence that has nothing in common with it. */
    private List<Finding> findings(Claimed claim, Statement statement, List<Item> named) {
        List<Finding> findings =
                named.isEmpty() ? List.of() : verdict(claim, named).findings();
        boolean related = named.stream().anyMatch(item -> SupportCheck.share(claim, quotation(item)) > 0);
        return findings.isEmpty() && !related ? List.of(new Finding(Kind.UNCITED, statement.text())) : findings;
    }

    /** The sentences that a statement names, of those that were shown. */
    List<Item> named(Statement statement) {
        return statement.ids().stream()
                .map(evidence::find)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** The sentences that may carry the claim, the best first; what shares not a word, number or name with it does not. */
    private List<Try> nearest(Claimed claim) {
        return evidence.items().stream()
                .filter(item -> SupportCheck.share(claim, quotation(item)) >= LEAST_SHARE)
                .map(item -> new Try(List.of(item), verdict(claim, List.of(item))))
                .sorted(Comparator.comparing(Try::verdict, BEST))
                .limit(TRIED)
                .toList();
    }

    /** Empty when nothing carries the claim. */
    private List<Item> search(Claimed claim, List<Item> named, List<Try> nearest) {
        List<Item> items = items(nearest);
        for (List<Item> start : named.isEmpty() ? List.of(named) : List.of(named, List.<Item>of())) {
            Try found = grow(claim, start, items);
            if (found != null && found.verdict().carried() > 0) {
                return withoutTheNeedless(claim, found.items());
            }
        }
        return List.of();
    }

    /** Adds the sentence that leaves the fewest findings, until none is left; null when that does not come about. */
    private @Nullable Try grow(Claimed claim, List<Item> start, List<Item> nearest) {
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
    private List<Item> withoutTheNeedless(Claimed claim, List<Item> items) {
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

    private static List<Item> items(List<Try> nearest) {
        return nearest.stream().map(single -> single.items().getFirst()).toList();
    }

    private Verdict verdict(Claimed claim, List<Item> items) {
        return SupportCheck.check(claim, quotations(items));
    }

    private List<Quotation> quotations(List<Item> items) {
        return items.stream().map(this::quotation).toList();
    }

    private Quotation quotation(Item item) {
        return quotations.computeIfAbsent(item.id(), id -> check.read(item));
    }
}
