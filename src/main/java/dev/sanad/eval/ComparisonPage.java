package dev.sanad.eval;

import java.util.Locale;

/** A comparison as a page for people. */
final class ComparisonPage {
    private static final int CHANGED = 40;

    private ComparisonPage() {}

    static String of(Comparison comparison) {
        Html page = Html.page("Comparison of " + comparison.a().name() + " and "
                + comparison.b().name());
        page.element(
                "p",
                "A is " + comparison.a().name() + " (" + comparison.a().queries() + " questions), B is "
                        + comparison.b().name() + " (" + comparison.b().queries() + "). The figures are of the "
                        + comparison.pairs().size() + " that both have.");
        if (!comparison.pairs().isEmpty()) {
            figures(page, comparison);
        }
        tests(page, comparison);
        if (comparison.auroc() != null) {
            page.element(
                    "p",
                    "Confidence tells A's questions from B's with an AUROC of "
                            + MetricNames.AUROC.format(comparison.auroc()) + ".");
        }
        changed(page, comparison);
        return page.end();
    }

    private static void figures(Html page, Comparison comparison) {
        page.open("table", "class", "figures");
        page.open("tr")
                .element("th", "")
                .element("th", "A", "class", "number")
                .element("th", "B", "class", "number")
                .element("th", "B − A", "class", "number")
                .close();
        for (MetricNames name : MetricNames.values()) {
            Double a = comparison.a().metrics().values().get(name.key());
            Double b = comparison.b().metrics().values().get(name.key());
            if (a != null || b != null) {
                page.open("tr").element("th", name.key(), "scope", "row");
                page.element("td", a == null ? "–" : name.format(a), "class", "number");
                page.element("td", b == null ? "–" : name.format(b), "class", "number");
                page.element("td", a == null || b == null ? "–" : name.formatDifference(b - a), "class", "number");
                page.close();
            }
        }
        page.close();
    }

    private static void tests(Html page, Comparison comparison) {
        comparison
                .tests()
                .forEach((name, test) -> page.element(
                        "p",
                        String.format(
                                Locale.ROOT,
                                "%s: B is better on %d of %d questions and worse on %d; %s.",
                                name,
                                test.better(),
                                test.queries(),
                                test.worse(),
                                test.significance())));
    }

    private static void changed(Html page, Comparison comparison) {
        var changed = comparison.changed(CHANGED);
        if (changed.isEmpty()) {
            return;
        }
        page.element("h2", "Questions that changed most").open("table");
        page.open("tr")
                .element("th", "Question")
                .element("th", "Rank in A", "class", "number")
                .element("th", "Rank in B", "class", "number")
                .close();
        for (Comparison.Pair pair : changed) {
            page.open("tr");
            page.element("td", pair.b().query().question(), "dir", "auto");
            page.element("td", rank(pair.a()), "class", "number");
            page.element("td", rank(pair.b()), "class", "number");
            page.close();
        }
        page.close();
    }

    private static String rank(Outcome outcome) {
        return outcome.rank() == 0 ? "–" : String.valueOf(outcome.rank());
    }
}
