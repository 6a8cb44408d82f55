package dev.sanad.eval;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two runs side by side on the queries that both have.
 *
 * @param pairs those queries, in the order of A
 * @param tests of the ranking, by the measure's name, over the pairs whose ranking counts in both
 * @param auroc how well confidence tells all of A's questions from all of B's; null when a run has no answers
 */
public record Comparison(
        Side a,
        Side b,
        List<Pair> pairs,
        Map<String, PairedTest> tests,
        @Nullable Double auroc) {
    private static final int DEPTH = 10;

    /**
     * One run.
     *
     * @param queries how many it has
     * @param metrics of the queries that both have
     */
    public record Side(String name, int queries, Metrics metrics) {}

    /** A query and what became of it in both. */
    public record Pair(Outcome a, Outcome b) {
        boolean isRanked() {
            return a.query().isRanked() && b.query().isRanked();
        }

        double gain() {
            return Ranks.reciprocal(b.rank(), DEPTH) - Ranks.reciprocal(a.rank(), DEPTH);
        }
    }

    public static Comparison of(Path a, Path b) throws DataException, IOException {
        return of(a.toString(), RunFolder.read(a), b.toString(), RunFolder.read(b));
    }

    static Comparison of(String nameA, List<Outcome> a, String nameB, List<Outcome> b) {
        Map<String, Outcome> byId =
                b.stream().collect(Collectors.toMap(each -> each.query().id(), Function.identity()));
        List<Pair> pairs = a.stream()
                .flatMap(each -> {
                    Outcome other = byId.get(each.query().id());
                    return other == null ? Stream.empty() : Stream.of(new Pair(each, other));
                })
                .toList();
        return new Comparison(
                new Side(nameA, a.size(), Metrics.of(pairs.stream().map(Pair::a).toList())),
                new Side(nameB, b.size(), Metrics.of(pairs.stream().map(Pair::b).toList())),
                pairs,
                tests(pairs.stream().filter(Pair::isRanked).toList()),
                Auroc.of(confidences(a), confidences(b)));
    }

    private static Map<String, PairedTest> tests(List<Pair> ranked) {
        Map<String, PairedTest> tests = new LinkedHashMap<>();
        if (!ranked.isEmpty()) {
            tests.put("MRR@10", test(ranked, each -> Ranks.reciprocal(each.rank(), DEPTH)));
            tests.put("R@1", test(ranked, each -> Ranks.within(each.rank(), 1)));
        }
        return tests;
    }

    private static PairedTest test(List<Pair> ranked, ToDoubleFunction<Outcome> measure) {
        return PairedTest.of(
                ranked.stream()
                        .mapToDouble(pair -> measure.applyAsDouble(pair.a()))
                        .toArray(),
                ranked.stream()
                        .mapToDouble(pair -> measure.applyAsDouble(pair.b()))
                        .toArray());
    }

    private static double[] confidences(List<Outcome> outcomes) {
        return outcomes.stream()
                .flatMap(each -> Stream.ofNullable(each.reply()))
                .mapToDouble(Reply::confidence)
                .toArray();
    }

    /** How many queries both have. */
    public int common() {
        return pairs.size();
    }

    /** The pairs whose rank changed most, B's losses first. */
    List<Pair> changed(int limit) {
        return pairs.stream()
                .filter(pair -> pair.isRanked() && pair.gain() != 0)
                .sorted(Comparator.comparingDouble((Pair pair) -> -Math.abs(pair.gain()))
                        .thenComparingDouble(Pair::gain))
                .limit(limit)
                .toList();
    }

    /** Writes {@code compare.json} and {@code compare.html}. */
    public void writeTo(Path folder) throws IOException {
        RunFolder.write(folder, "compare.json", json());
        RunFolder.write(folder, "compare.html", ComparisonPage.of(this));
    }

    private String json() {
        Map<String, @Nullable Object> metrics = Json.object();
        a.metrics().values().forEach((name, value) -> {
            Double other = b.metrics().values().get(name);
            metrics.put(
                    name,
                    Json.object(
                            "a",
                            value,
                            "b",
                            other,
                            "difference",
                            value == null || other == null ? null : other - value));
        });
        return Json.pretty(Json.object(
                "a",
                Json.object("run", a.name(), "queries", a.queries()),
                "b",
                Json.object("run", b.name(), "queries", b.queries()),
                "common",
                pairs.size(),
                "metrics",
                metrics,
                "tests",
                tests,
                "auroc_a_against_b",
                auroc));
    }
}
