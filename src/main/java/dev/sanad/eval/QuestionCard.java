package dev.sanad.eval;

import dev.sanad.article.Article;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One question of a report: what was found beside what was wanted. */
final class QuestionCard {
    private final Outcome outcome;
    private final Function<String, @Nullable Article> articles;

    /** @param articles by their ids */
    QuestionCard(Outcome outcome, Function<String, @Nullable Article> articles) {
        this.outcome = outcome;
        this.articles = articles;
    }

    void addTo(Html page) {
        page.open("article");
        page.element("h3", outcome.query().question(), "dir", "auto");
        page.element("p", verdict(), "class", "verdict");
        page.open("div", "class", "sides");
        page.open("section").element("h4", "Found");
        found(page);
        page.close();
        page.open("section").element("h4", "Wanted");
        wanted(page);
        page.close().close().close();
    }

    private String verdict() {
        Query query = outcome.query();
        String rank = outcome.rank() == 0 ? "not among the first " + Evaluation.DEPTH : "rank " + outcome.rank();
        Reply reply = outcome.reply();
        return query.id()
                + (query.isRanked() ? " · " + rank : "")
                + (reply == null
                        ? ""
                        : " · " + reply.status()
                                + String.format(Locale.ROOT, " · confidence %.2f", reply.confidence()));
    }

    private void found(Html page) {
        Reply reply = outcome.reply();
        List<Ranked> ranking = outcome.ranking().articles();
        if (ranking.isEmpty()) {
            page.element("p", "nothing");
        } else {
            String passage = outcome.ranking().passage();
            article(page, ranking.getFirst().article(), passage == null ? "" : Snippet.beginning(passage));
        }
        if (reply != null && !reply.citations().isEmpty()) {
            page.element("blockquote", reply.citations().getFirst().quote(), "dir", "auto");
        }
    }

    private void wanted(Html page) {
        Query query = outcome.query();
        List<String> answers = query.answers() == null ? List.of() : query.answers();
        if (query.isUnanswerable()) {
            page.element("p", "no answer");
            return;
        }
        answers.stream().distinct().forEach(answer -> page.element("p", answer, "class", "answer", "dir", "auto"));
        for (String gold : query.gold()) {
            Article article = articles.apply(gold);
            article(page, gold, article == null ? "" : Snippet.around(article.text(), answers));
        }
    }

    private void article(Html page, String id, String text) {
        Article article = articles.apply(id);
        page.open("p", "dir", "auto");
        if (article != null && !article.head().title().isEmpty()) {
            page.element("b", article.head().title());
        }
        page.element("small", id, "dir", "ltr").close();
        page.element("p", text, "dir", "auto");
    }
}
