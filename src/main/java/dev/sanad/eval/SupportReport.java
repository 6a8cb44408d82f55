package dev.sanad.eval;

import dev.sanad.eval.SupportRun.Judged;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How often the support check was wrong, by kind of claim.
 *
 * @param claims all, also those of which the file does not say whether they are supported
 * @param supported how many the check holds for supported
 * @param kinds of the claims of which the file says it, in the order of their names
 * @param millis the mean of a claim
 */
public record SupportReport(int claims, int supported, List<Kind> kinds, double millis) {
    public SupportReport {
        kinds = List.copyOf(kinds);
    }

    /**
     * The claims of one kind that are all faithful, or all not.
     *
     * @param wrong how many unfaithful ones were let through, or faithful ones dropped
     */
    public record Kind(String name, boolean faithful, int claims, int wrong) {
        public double rate() {
            return claims == 0 ? 0 : (double) wrong / claims;
        }
    }

    static SupportReport of(List<Judged> judged, double millis) {
        Map<String, Kind> kinds = new TreeMap<>();
        for (Judged one : judged) {
            Boolean faithful = one.pair().supported();
            if (faithful != null) {
                int wrong = faithful == one.verdict().supported() ? 0 : 1;
                String name = one.pair().kind();
                kinds.merge(
                        (faithful ? "faithful " : "altered ") + name,
                        new Kind(name, faithful, 1, wrong),
                        (a, b) -> new Kind(name, faithful, a.claims() + b.claims(), a.wrong() + b.wrong()));
            }
        }
        int supported =
                (int) judged.stream().filter(one -> one.verdict().supported()).count();
        return new SupportReport(judged.size(), supported, List.copyOf(kinds.values()), millis);
    }

    /** All altered claims, or all faithful ones, as one kind without a name. */
    public Kind all(boolean faithful) {
        return kinds.stream()
                .filter(kind -> kind.faithful() == faithful)
                .reduce(
                        new Kind("", faithful, 0, 0),
                        (a, b) -> new Kind("", faithful, a.claims() + b.claims(), a.wrong() + b.wrong()));
    }

    String json() {
        return Json.pretty(Json.object(
                "n",
                claims,
                "supported",
                supported,
                "let_through",
                all(false).claims() == 0 ? null : all(false).rate(),
                "dropped",
                all(true).claims() == 0 ? null : all(true).rate(),
                "kinds",
                kinds.stream().map(SupportReport::json).toList(),
                "millis",
                millis));
    }

    private static Map<String, @Nullable Object> json(Kind kind) {
        return Json.object(
                "kind",
                kind.name(),
                "n",
                kind.claims(),
                kind.faithful() ? "dropped" : "let_through",
                kind.wrong(),
                "rate",
                kind.rate());
    }
}
