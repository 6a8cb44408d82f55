package dev.sanad.cli;

import dev.sanad.eval.SupportReport;
import dev.sanad.eval.SupportReport.Kind;
import java.util.Locale;

/** What {@code eval --support} found, as a table for the terminal. */
final class SupportText {
    private SupportText() {}

    static String of(SupportReport report) {
        var lines = new StringBuilder();
        for (boolean faithful : new boolean[] {false, true}) {
            Kind all = report.all(faithful);
            if (all.claims() > 0) {
                lines.append(String.format(
                        Locale.ROOT, "%-24s %7s %12s%n", faithful ? "faithful" : "altered", "claims", wrong(all)));
                report.kinds().stream()
                        .filter(kind ->
                                kind.faithful() == faithful && !kind.name().isEmpty())
                        .forEach(kind -> lines.append(row("  " + kind.name(), kind)));
                lines.append(row("  all", all)).append('\n');
            }
        }
        return lines.append(String.format(
                        Locale.ROOT,
                        "%d claims, %d supported, %.2f ms each%n",
                        report.claims(),
                        report.supported(),
                        report.millis()))
                .toString();
    }

    private static String wrong(Kind kind) {
        return kind.faithful() ? "dropped" : "let through";
    }

    private static String row(String name, Kind kind) {
        return String.format(Locale.ROOT, "%-24s %7d %12s%n", name, kind.claims(), percent(kind));
    }

    private static String percent(Kind kind) {
        return String.format(Locale.ROOT, "%d = %.1f %%", kind.wrong(), 100 * kind.rate());
    }
}
