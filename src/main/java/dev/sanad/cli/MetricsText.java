package dev.sanad.cli;

import dev.sanad.eval.Comparison;
import dev.sanad.eval.MetricNames;
import dev.sanad.eval.Metrics;
import dev.sanad.eval.Report;
import java.util.Locale;

/** Figures as tables for the terminal; what was not measured is left out. */
final class MetricsText {
    private MetricsText() {}

    static String of(Report report) {
        var lines = new StringBuilder();
        for (MetricNames name : MetricNames.values()) {
            Double value = report.metrics().values().get(name.key());
            if (value != null) {
                lines.append(
                        String.format(Locale.ROOT, "%-12s %8s  %s%n", name.key(), name.format(value), name.meaning()));
            }
        }
        return lines.toString();
    }

    static String of(Comparison comparison) {
        var lines = new StringBuilder();
        Comparison.Side a = comparison.a();
        Comparison.Side b = comparison.b();
        lines.append("A: ").append(a.name()).append(", ").append(a.queries()).append(" queries\n");
        lines.append("B: ").append(b.name()).append(", ").append(b.queries()).append(" queries\n");
        int common = comparison.common();
        if (common == 0) {
            lines.append("They have no query in common, so their rankings are not compared.\n");
        } else {
            lines.append("On the ").append(common).append(" queries that both have:\n\n");
            lines.append(String.format(Locale.ROOT, "%-12s %10s %10s %10s%n", "", "A", "B", "B - A"));
            for (MetricNames name : MetricNames.values()) {
                lines.append(row(name, a.metrics(), b.metrics()));
            }
            lines.append('\n');
        }
        comparison
                .tests()
                .forEach((name, test) -> lines.append(String.format(
                        Locale.ROOT,
                        "%-7s %+.4f: better on %d of %d, worse on %d; %s%n",
                        name,
                        test.difference(),
                        test.better(),
                        test.queries(),
                        test.worse(),
                        test.significance())));
        lines.append(
                comparison.auroc() == null
                        ? "Confidence is not compared: a run has no answers.\n"
                        : "AUROC of confidence, A's questions against B's: "
                                + MetricNames.AUROC.format(comparison.auroc()) + "\n");
        return lines.toString();
    }

    private static String row(MetricNames name, Metrics a, Metrics b) {
        Double first = a.values().get(name.key());
        Double second = b.values().get(name.key());
        if (first == null && second == null) {
            return "";
        }
        return String.format(
                Locale.ROOT,
                "%-12s %10s %10s %10s%n",
                name.key(),
                first == null ? "-" : name.format(first),
                second == null ? "-" : name.format(second),
                first == null || second == null ? "-" : name.formatDifference(second - first));
    }
}
