package dev.sanad.eval;

import dev.sanad.article.Article;
import dev.sanad.article.ArticleId;
import dev.sanad.store.ArticleStore;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run as a page for people. */
final class ReportPage {
    private static final int WORST = 40;
    private static final int SHOWN = 3;
    private final Report report;
    private final ArticleStore articles;
    private final Html page;

    ReportPage(Report report, ArticleStore articles) {
        this.report = report;
        this.articles = articles;
        this.page = Html.page("Evaluation: " + String.join(", ", report.info().queryFiles()));
    }

    String html() {
        introduction();
        table();
        plot(
                "Recall by depth",
                "How many questions find a wanted article among the first so many.",
                Plots.recall(report.outcomes()));
        plot(
                "Risk and coverage",
                "What answering only from some confidence on costs and buys. An answer counts as wrong here when the "
                        + "archive has none, or when the first article found is not the wanted one.",
                Plots.risk(report.outcomes(), report.info().threshold()));
        cards("Worst questions", "The wanted article comes last, or no quotation holds the answer.", worst());
        cards("Answered, though the archive has no answer", "The most confident first.", answeredWithoutAnswer());
        settings();
        return page.end();
    }

    private void introduction() {
        RunInfo info = report.info();
        page.element(
                "p",
                (info.ranker().equals("sanad") ? "Sanad" : "The baseline " + info.ranker()) + " over " + info.articles()
                        + " articles of " + String.join(", ", info.corpora()) + ", begun " + info.began()
                        + ", today being "
                        + info.today() + ", " + info.threads() + " at once.");
        if (!report.isComplete()) {
            page.element(
                    "p",
                    "The run was stopped after " + report.outcomes().size() + " of " + info.queries()
                            + " questions; the figures are of these.",
                    "class",
                    "warning");
        }
    }

    private void table() {
        page.open("table", "class", "figures");
        for (MetricNames name : MetricNames.values()) {
            Double value = report.metrics().values().get(name.key());
            page.open("tr");
            page.element("th", name.key(), "scope", "row");
            page.element("td", value == null ? "–" : name.format(value), "class", "number");
            page.element("td", name.meaning());
            page.close();
        }
        page.close();
    }

    private void plot(String title, String caption, @Nullable LinePlot plot) {
        if (plot == null) {
            return;
        }
        page.element("h2", title);
        page.open("figure").svg(plot.svg()).element("figcaption", caption).close();
    }

    private List<Outcome> worst() {
        return report.outcomes().stream()
                .filter(ReportPage::isWrong)
                .sorted(Comparator.comparingDouble((Outcome each) ->
                                each.query().isRanked() ? Ranks.reciprocal(each.rank(), Integer.MAX_VALUE) : 1)
                        .thenComparing(Comparator.comparingDouble(ReportPage::confidence)
                                .reversed()))
                .limit(WORST)
                .toList();
    }

    private static boolean isWrong(Outcome outcome) {
        List<String> answers = outcome.query().answers();
        Reply reply = outcome.reply();
        boolean misses =
                outcome.query().isAnswerable() && answers != null && reply != null && !reply.quotes(answers, SHOWN);
        return misses || (outcome.query().isRanked() && outcome.rank() != 1);
    }

    private List<Outcome> answeredWithoutAnswer() {
        return report.outcomes().stream()
                .filter(each -> each.query().isUnanswerable()
                        && each.reply() != null
                        && each.reply().isCited())
                .sorted(Comparator.comparingDouble(ReportPage::confidence).reversed())
                .limit(WORST / 2)
                .toList();
    }

    private static double confidence(Outcome outcome) {
        return outcome.reply() == null ? 0 : outcome.reply().confidence();
    }

    private void cards(String title, String caption, List<Outcome> outcomes) {
        if (outcomes.isEmpty()) {
            return;
        }
        page.element("h2", title).element("p", caption);
        outcomes.forEach(outcome -> new QuestionCard(outcome, this::find).addTo(page));
    }

    private @Nullable Article find(String id) {
        return articles.find(new ArticleId(id));
    }

    private void settings() {
        page.open("details").element("summary", "Settings in force").open("table");
        report.info()
                .settings()
                .forEach((key, value) -> page.open("tr")
                        .element("th", key, "scope", "row")
                        .element("td", value, "dir", "auto")
                        .close());
        page.close().close();
    }
}
