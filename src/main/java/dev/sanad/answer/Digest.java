package dev.sanad.answer;

import dev.sanad.answer.QuotationChooser.Chosen;
import dev.sanad.answer.SentenceScorer.Candidate;
import dev.sanad.article.ArticleId;
import dev.sanad.article.Published;
import dev.sanad.retrieve.Hit;
import dev.sanad.retrieve.Retrieval;
import dev.sanad.text.Language;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The newest articles on something, the newest first: of each how it begins, or, where that was not found or says nothing of
 * what was asked, the sentence that says most of it. Articles of the question's language come before those of another, where there are many.
 */
final class Digest {
    /** Articles that are shown at most. */
    static final int MOST = 5;

    /** How far below the best of its language, in logarithms of odds, an article only mentions what is asked for. */
    private static final double MENTIONED = 4;
    /** Share of what the best article has of the question that one must have: a translation counts less than the word itself. */
    private static final double COVERED = 0.7;
    /** Share of the question's words that an article's first sentence must have, with its title, to tell its news. */
    private static final double SAYS_IT = 0.5;

    /** UTF-16 units; what is shorter is who wrote it, or where. */
    private static final int SHORTEST_BEGINNING = 40;

    /** Undated articles stand last. */
    static final Comparator<Hit> NEWEST_FIRST = Comparator.comparing(Digest::time)
            .reversed()
            .thenComparing(hit -> hit.passage().id());

    private final Retrieval retrieval;
    private final SentenceScorer scorer;

    Digest(Retrieval retrieval, SentenceScorer scorer) {
        this.retrieval = retrieval;
        this.scorer = scorer;
    }

    List<Chosen> quotations() {
        Map<ArticleId, List<Hit>> articles = new LinkedHashMap<>();
        Map<Language, Double> best = new EnumMap<>(Language.class);
        for (Hit hit : retrieval.hits()) {
            articles.computeIfAbsent(hit.passage().id().article(), id -> new ArrayList<>())
                    .add(hit);
            best.merge(language(hit), hit.score(), Math::max);
        }
        List<Hit> about = articles.values().stream()
                .map(List::getFirst)
                .filter(hit -> Objects.requireNonNull(best.get(language(hit))) - hit.score() <= MENTIONED)
                .filter(this::covers)
                .sorted(NEWEST_FIRST)
                .toList();
        Language asked = retrieval.plan().language();
        return Stream.concat(
                        about.stream().filter(hit -> language(hit) == asked),
                        about.stream().filter(hit -> language(hit) != asked))
                .limit(MOST)
                .sorted(NEWEST_FIRST)
                .map(hit -> quotation(
                        Objects.requireNonNull(articles.get(hit.passage().id().article()))))
                .filter(Objects::nonNull)
                .toList();
    }

    private static Language language(Hit hit) {
        return Language.of(hit.passage().text());
    }

    private boolean covers(Hit hit) {
        double most = retrieval.hits().getFirst().features().coverage();
        return hit.features().coverage() >= COVERED * most;
    }

    private @Nullable Chosen quotation(List<Hit> article) {
        List<Hit> inOrder = article.stream()
                .sorted(Comparator.comparing(hit -> hit.passage().id()))
                .toList();
        Candidate best = null;
        boolean begun = false;
        for (Candidate one :
                scorer.candidates(new Retrieval(retrieval.plan(), inOrder, retrieval.words(), retrieval.coverage()))) {
            boolean begins =
                    !begun && one.passage().id().ordinal() == 0 && one.text().length() >= SHORTEST_BEGINNING;
            begun |= begins;
            if (begins && one.features().words() + one.features().title() >= SAYS_IT) {
                return chosen(one);
            }
            if (best == null || one.features().words() > best.features().words()) {
                best = one;
            }
        }
        return best == null ? null : chosen(best);
    }

    private static Chosen chosen(Candidate candidate) {
        return new Chosen(candidate.passage(), candidate.sentence(), null);
    }

    private static Instant time(Hit hit) {
        return switch (hit.passage().head().published()) {
            case Published.At(Instant instant) -> instant;
            case Published.On on ->
                on.date().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
            case null -> Instant.MIN;
        };
    }
}
