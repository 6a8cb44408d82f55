package dev.sanad.answer;

import dev.sanad.answer.SentenceScorer.Candidate;
import dev.sanad.article.ArticleHead;
import dev.sanad.article.ArticleId;
import dev.sanad.article.Passage;
import dev.sanad.index.Analysis;
import dev.sanad.text.Language;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Holds what answers in one article against what answers in others: which of them corrects another, and where they contradict
 * each other.
 */
final class SourceComparison {
    /** Share of the question's words that a sentence must have, with its title, to speak of what is asked. */
    private static final double ABOUT_IT = 0.9;
    /** Share that it must have itself. */
    private static final double SAYS_IT = 0.5;
    /** Share that it must have, with what stands around it, where a correction names its number. */
    private static final double CORRECTED = 0.5;
    /** Words that a question must have for names to be compared: one or two may themselves be the name of whom it asks about. */
    private static final int SAYS_OF_WHOM = 3;

    private final List<Candidate> candidates;
    private final int asked;
    private final List<Integer> order;
    private final FactFinder facts;
    private final CorrectionFinder corrections;
    private final List<Stated> stated;
    private final List<Integer> first = new ArrayList<>();
    private final List<Integer> sides = new ArrayList<>();
    private final List<Notice> notices = new ArrayList<>();

    /**
     * @param probabilities of the candidates, in their order, that they answer
     * @param asked how many words the question has that mean something
     */
    SourceComparison(List<Candidate> candidates, double[] probabilities, int asked, Analysis analysis) {
        this.candidates = candidates;
        this.asked = asked;
        this.facts = new FactFinder(analysis);
        this.corrections = new CorrectionFinder(facts);
        this.order = IntStream.range(0, candidates.size())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -probabilities[i])
                        .thenComparing(i -> candidates.get(i).passage().id())
                        .thenComparingInt(i -> candidates.get(i).ordinal()))
                .toList();
        this.stated = order.stream()
                .map(i -> facts.stated(i, candidates.get(i)))
                .filter(Objects::nonNull)
                .toList();
        compare();
    }

    /** The candidates that must be quoted before all others, in that order; empty where the sources do not differ. */
    List<Integer> first() {
        return first;
    }

    /** Of these the ones that an answer of any kind has to quote: what was corrected needs no word of its own. */
    List<Integer> sides() {
        return sides;
    }

    List<Notice> notices() {
        return notices;
    }

    private void compare() {
        Candidate best = candidates.get(order.getFirst());
        Stated answer = stated.stream()
                .filter(one -> one.candidate()
                        .passage()
                        .id()
                        .article()
                        .equals(best.passage().id().article()))
                .findFirst()
                .orElse(null);
        Passage correction = correction(best.passage(), answer);
        Set<ArticleId> settled = new HashSet<>();
        Stated right = answer;
        if (correction != null) {
            ArticleHead head = correction.head();
            notices.add(new Notice(
                    Notice.Kind.CORRECTION,
                    head.title(),
                    head.published() == null ? "" : head.published().toString()));
            right = right(correction);
            settled.addAll(quoteTheCorrection(correction, right));
        }
        if (correction != null || (right != null && right.index() == order.getFirst())) {
            differ(right, settled);
        }
    }

    /** The correction that is quoted, or that names what is quoted; null for none. */
    private @Nullable Passage correction(Passage best, @Nullable Stated answer) {
        if (corrections.isCorrection(best)) {
            return best;
        }
        if (answer == null) {
            return null;
        }
        for (Stated one : stated) {
            Passage passage = one.candidate().passage();
            if (corrections.isCorrection(passage)
                    && one.candidate().context() >= CORRECTED
                    && corrections.names(passage, answer.fact())
                    && isNotBefore(one, answer)
                    && one.contradicts(answer)
                    && !corrections.tellsTheError(one.candidate().text())) {
                return passage;
            }
        }
        return null;
    }

    private static boolean isNotBefore(Stated one, Stated other) {
        return day(one).compareTo(day(other)) >= 0;
    }

    private static String day(Stated one) {
        return one.published().isEmpty() ? "" : one.published().substring(0, 10);
    }

    /** What a correction says instead of the error; null where it is not known to answer. */
    private @Nullable Stated right(Passage correction) {
        return stated.stream()
                .filter(one -> one.candidate().passage().id().equals(correction.id()))
                .filter(one -> one.candidate().context() >= CORRECTED)
                .filter(one -> !corrections.tellsTheError(one.candidate().text()))
                .min(Comparator.comparingInt(one ->
                        -corrections.rightness(correction, one.candidate().text(), one.fact())))
                .orElse(null);
    }

    /** The correction first, and then what it corrects. */
    private List<ArticleId> quoteTheCorrection(Passage correction, @Nullable Stated right) {
        if (right == null) {
            return List.of();
        }
        first.add(right.index());
        sides.add(right.index());
        var corrected = new ArrayList<ArticleId>();
        for (Stated one : stated) {
            ArticleId article = one.candidate().passage().id().article();
            if (!article.equals(correction.id().article())
                    && !corrected.contains(article)
                    && one.candidate().context() >= CORRECTED
                    && isNotBefore(right, one)
                    && right.contradicts(one)
                    && corrections.names(correction, one.fact())) {
                corrected.add(article);
                first.add(one.index());
            }
        }
        return corrected;
    }

    /** @param settled articles whose error is corrected */
    private void differ(@Nullable Stated answer, Set<ArticleId> settled) {
        if (answer == null || !isAboutIt(answer)) {
            return;
        }
        var different = new ArrayList<Stated>(List.of(answer));
        Set<ArticleId> articles = new HashSet<>(settled);
        articles.add(answer.candidate().passage().id().article());
        for (Stated one : stated) {
            if (!articles.contains(one.candidate().passage().id().article())
                    && isAboutIt(one)
                    && different.stream().allMatch(side -> differ(one, side))) {
                different.add(one);
                articles.add(one.candidate().passage().id().article());
            }
        }
        if (different.size() == 1) {
            return;
        }
        if (first.isEmpty()) {
            different.sort(Comparator.comparing(Stated::published).reversed());
        }
        different.stream().map(Stated::index).filter(i -> !first.contains(i)).forEach(i -> {
            first.add(i);
            sides.add(i);
        });
        notices.add(new Notice(
                Notice.Kind.SOURCES_DIFFER,
                different.stream()
                        .flatMap(side -> List.of(side.words(), side.published()).stream())
                        .toList()));
    }

    private boolean isAboutIt(Stated one) {
        SentenceFeatures features = one.candidate().features();
        return one.fact() instanceof Fact.Name
                ? asked >= SAYS_OF_WHOM && features.words() >= ABOUT_IT
                : features.words() >= SAYS_IT && features.words() + features.title() >= ABOUT_IT;
    }

    private static boolean differ(Stated one, Stated other) {
        return one.contradicts(other)
                && one.isOfTheSameTime(other)
                && !one.alsoHas(other)
                && !other.alsoHas(one)
                && Language.of(one.candidate().text())
                        == Language.of(other.candidate().text());
    }
}
