package dev.sanad.cli;

import dev.sanad.eval.Report;
import java.util.Locale;

/** A run's figures as a table for the terminal. */
final class MetricsText {
    private MetricsText() {}

    static String of(Report report) {
        var lines = new StringBuilder();
        report.metrics().values().forEach((name, value) -> {
            if (value != null) {
                lines.append(String.format(Locale.ROOT, "%-12s %s%n", name, number(name, value)));
            }
        });
        return lines.toString();
    }

    private static String number(String name, double value) {
        if (name.equals("n")) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        return String.format(
                Locale.ROOT, name.startsWith("millis") || name.equals("quote_chars") ? "%.1f" : "%.4f", value);
    }
}
