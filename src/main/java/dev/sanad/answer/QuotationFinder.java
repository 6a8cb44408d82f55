package dev.sanad.answer;

import dev.sanad.article.Article;
import dev.sanad.article.ArticleId;
import dev.sanad.article.Published;
import dev.sanad.index.Analysis;
import dev.sanad.retrieve.QueryPlan;
import dev.sanad.retrieve.QueryPlanner;
import dev.sanad.retrieve.QueryWord;
import dev.sanad.retrieve.QueryWords;
import dev.sanad.retrieve.Retrieval;
import dev.sanad.retrieve.Retriever;
import dev.sanad.store.ArticleStore;
import dev.sanad.text.Language;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks a quotation up: passages with its words name the articles, whose whole texts are then compared with it word by
 * word. One word in five may differ for it to be near, and one in any case. Safe for many threads.
 */
public final class QuotationFinder {
    /** UTF-16 units of the longest quotation: what fits into a message of Telegram's. */
    public static final int MOST_CHARACTERS = 4_096;

    /** Articles that are named at most. */
    private static final int MOST_MATCHES = 20;

    /** Passages that are looked for: more where few words tell one from another. */
    private static final int CANDIDATES = 200;

    private static final int CANDIDATES_OF_FEW_WORDS = 1_000;
    private static final int FEW_WORDS = 6;

    /** So many words of a near quotation must stand in the article, and so many of these must carry meaning. */
    private static final int FEWEST_SAME = 3;

    private static final int FEWEST_WITH_MEANING = 2;

    /** One word in so many may differ. */
    private static final int WORDS_A_DIFFERENCE = 5;

    private final Retriever retriever;
    private final ArticleStore articles;
    private final ZoneId zone;
    private final QueryWords queryWords;
    private final QuotedWords quotedWords;

    /** @param zone where an article's time of publication is which day */
    public QuotationFinder(Analysis analysis, Retriever retriever, ArticleStore articles, ZoneId zone) {
        this.retriever = retriever;
        this.articles = articles;
        this.zone = zone;
        this.queryWords = new QueryWords(analysis);
        this.quotedWords = new QuotedWords(analysis);
    }

    /** @param text at most {@value #MOST_CHARACTERS} UTF-16 units; any text at all */
    public Verification find(String text) {
        if (text.length() > MOST_CHARACTERS) {
            throw new IllegalArgumentException("a quotation of " + text.length() + " characters is too long");
        }
        List<QuotedWord> given = quotedWords.of(text);
        List<QueryWord> searched = queryWords.of(text);
        if (searched.isEmpty()) {
            return new Verification.TooShort();
        }
        Retrieval retrieval = retriever.retrieve(
                plan(text, searched), searched.size() < FEW_WORDS ? CANDIDATES_OF_FEW_WORDS : CANDIDATES);
        List<Candidate> candidates = candidates(text, given, searched, retrieval);
        List<QuotationMatch> exact = best(
                candidates.stream().filter(candidate -> candidate.cost() == 0).toList());
        if (!exact.isEmpty()) {
            return new Verification.Exact(exact);
        }
        if (!candidates.isEmpty()) {
            return new Verification.Near(best(candidates));
        }
        return given.size() < FEWEST_SAME || searched.size() < FEWEST_WITH_MEANING
                ? new Verification.TooShort()
                : new Verification.NotFound(retrieval.coverage());
    }

    private record Candidate(QuotationMatch match, int cost) {}

    private static QueryPlan plan(String text, List<QueryWord> words) {
        List<QueryWord> first = words.subList(0, Math.min(words.size(), QueryPlanner.MOST_WORDS));
        return new QueryPlan(text, Language.of(text), Set.of(), first, null, List.of(), false);
    }

    private List<Candidate> candidates(
            String text, List<QuotedWord> given, List<QueryWord> withMeaning, Retrieval retrieval) {
        int all = given.stream().mapToInt(QuotedWord::cost).sum();
        // and an affix, which comes apart where a verb was replaced
        int most = Math.max(QuotedWord.WHOLE, all / WORDS_A_DIFFERENCE) + 1;
        var aligner = new WordAligner(given, most);
        var reader = new MatchReader(text, given);
        var candidates = new ArrayList<Candidate>();
        List<ArticleId> ids = retrieval.hits().stream()
                .map(hit -> hit.passage().id().article())
                .distinct()
                .toList();
        for (Article article : articles.findAll(ids)) {
            List<QuotedWord> found = quotedWords.of(article.text());
            Alignment alignment = aligner.align(found);
            if (alignment != null && isSame(alignment, given, withMeaning)) {
                candidates.add(new Candidate(reader.match(article, found, alignment), alignment.cost()));
            }
        }
        return candidates;
    }

    private static boolean isSame(Alignment alignment, List<QuotedWord> given, List<QueryWord> withMeaning) {
        if (alignment.cost() == 0) {
            return true;
        }
        List<QuotedWord> same = alignment.steps().stream()
                .filter(Alignment.Step::same)
                .flatMap(step -> given.subList(step.given(), step.givenEnd()).stream())
                .toList();
        long meaning = same.stream()
                .filter(word -> withMeaning.stream()
                        .anyMatch(other -> other.start() < word.end() && word.start() < other.end()))
                .count();
        return same.size() >= FEWEST_SAME && meaning >= FEWEST_WITH_MEANING;
    }

    private List<QuotationMatch> best(List<Candidate> candidates) {
        return candidates.stream()
                .sorted(Comparator.comparingInt(Candidate::cost)
                        .thenComparing(one -> one.match().article().published(), byTime())
                        .thenComparing(one -> one.match().article().id()))
                .limit(MOST_MATCHES)
                .map(Candidate::match)
                .toList();
    }

    private Comparator<@Nullable Published> byTime() {
        return Comparator.nullsLast(Comparator.comparing(this::latest));
    }

    /** Of an article that tells no more than its day it is not said that it was before another of that day. */
    private Instant latest(Published published) {
        return switch (published) {
            case Published.At(Instant instant) -> instant;
            case Published.On on ->
                on.date().plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1);
        };
    }
}
