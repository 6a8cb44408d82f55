package dev.sanad.eval;

import dev.sanad.store.ArticleStore;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A run and its figures. */
public record Report(RunInfo info, List<Outcome> outcomes, Metrics metrics) {
    public Report {
        outcomes = List.copyOf(outcomes);
    }

    public static Report of(RunInfo info, List<Outcome> outcomes) {
        return new Report(info, outcomes, Metrics.of(outcomes));
    }

    public boolean isComplete() {
        return outcomes.size() == info.queries();
    }

    /** @param articles where what the page shows of an article is read */
    public void writeTo(RunFolder folder, ArticleStore articles) throws IOException {
        folder.write(RunFolder.REPORT, json());
        folder.write(RunFolder.PAGE, new ReportPage(this, articles).html());
    }

    private String json() {
        Map<String, @Nullable Object> report = Json.object();
        report.putAll(metrics.values());
        report.put("n", outcomes.size()); // a count, not 7.0
        report.put("complete", isComplete());
        report.put("counts", counts());
        report.put("ranker", info.ranker());
        report.put("corpora", info.corpora());
        report.put("queries", info.queryFiles());
        report.put("articles", info.articles());
        report.put("threads", info.threads());
        report.put("began", info.began().toString());
        report.put("today", info.today().toString());
        report.put("settings", info.settings());
        return Json.pretty(report);
    }

    private Map<String, @Nullable Object> counts() {
        return Json.object(
                "planned", info.queries(),
                "done", outcomes.size(),
                "ranked", count(each -> each.query().isRanked()),
                "answerable", count(each -> each.query().isAnswerable()),
                "unanswerable", count(each -> each.query().isUnanswerable()),
                "cited", count(each -> each.reply() != null && each.reply().isCited()),
                "not_cited", count(each -> each.reply() != null && !each.reply().isCited()));
    }

    private long count(Predicate<Outcome> predicate) {
        return outcomes.stream().filter(predicate).count();
    }
}
