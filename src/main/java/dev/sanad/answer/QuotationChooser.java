package dev.sanad.answer;

import dev.sanad.answer.SentenceScorer.Candidate;
import dev.sanad.article.Passage;
import dev.sanad.article.Sentence;
import dev.sanad.index.Signature;
import dev.sanad.text.CommonWords;
import dev.sanad.text.NumberFinder;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Chooses what is quoted: the most likely sentence, the one before it where it leans on that one, its neighbours where they may
 * well answer, and further quotations while they may.
 */
final class QuotationChooser {
    /** How likely a sentence must be the one that answers to be quoted beside the one that is quoted. */
    private static final double BESIDE = 0.12;

    /** How likely it must be to be a quotation of its own. */
    private static final double FURTHER = 0.04;

    /** UTF-16 units of a quotation, unless a single sentence has more. */
    private static final int LONGEST = 350;

    private final List<Candidate> candidates;
    private final double[] probabilities;
    private final Set<Integer> used = new HashSet<>();
    private final NumberFinder numbers = new NumberFinder();

    /** @param probabilities of the candidates, in their order, that they answer */
    QuotationChooser(List<Candidate> candidates, double[] probabilities) {
        this.candidates = candidates;
        this.probabilities = Arrays.copyOf(probabilities, probabilities.length);
    }

    /**
     * What is quoted.
     *
     * @param sentence one sentence of the passage, or several that follow one another
     * @param highlight what the question asks for, in the quotation; null where that cannot be told
     */
    record Chosen(
            Passage passage, Sentence sentence, @Nullable Span highlight) {
        String text() {
            return passage.textOf(sentence);
        }
    }

    /**
     * Best first, none overlapping, none that says what another has said; behind some that must be quoted.
     *
     * @param first places of these among the candidates, in the order in which they are quoted
     */
    List<Chosen> choose(int most, List<Integer> first) {
        var chosen = new ArrayList<Chosen>();
        Set<String> texts = new HashSet<>();
        var order = new ArrayList<>(first);
        IntStream.range(0, probabilities.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -probabilities[i])
                        .thenComparing(i -> candidates.get(i).passage().id())
                        .thenComparingInt(i -> candidates.get(i).ordinal()))
                .forEach(order::add);
        for (int i : order) {
            boolean further = !chosen.isEmpty() && !first.contains(i);
            if (chosen.size() == most || (further && probabilities[i] < FURTHER)) {
                break;
            }
            String text = candidates.get(i).text();
            boolean again = further && chosen.stream().anyMatch(one -> says(one.text(), text));
            if (!used.contains(i) && !again && texts.add(Signature.words(text))) {
                chosen.add(around(i));
            }
        }
        return chosen;
    }

    /**
     * Whether one text has all numbers and words of another but for such as name nobody and turn nothing round: an agency's
     * sentence is often printed with a word more.
     */
    private boolean says(String one, String other) {
        Set<String> words = new HashSet<>(List.of(Signature.words(other).split(" ")));
        List.of(Signature.words(one).split(" ")).forEach(words::remove);
        return words.stream().allMatch(CommonWords::contains) && values(one).containsAll(values(other));
    }

    private Set<BigDecimal> values(String text) {
        return numbers.find(text).stream()
                .map(number -> number.value().stripTrailingZeros())
                .collect(Collectors.toSet());
    }

    /** Candidates of a passage stand beside each other, in its order. */
    private Chosen around(int best) {
        Candidate candidate = candidates.get(best);
        int first = best;
        int last = best;
        used.add(best);
        if (mayJoin(candidate, best - 1, best) && (candidate.leans() || probabilities[best - 1] >= BESIDE)) {
            first = best - 1;
            used.add(first);
        }
        if (mayJoin(candidate, best + 1, first) && probabilities[best + 1] >= BESIDE) {
            last = best + 1;
            used.add(last);
        }
        var sentence = new Sentence(
                candidates.get(first).sentence().start(),
                candidates.get(last).sentence().end());
        Span answer = candidate.answer();
        int shift = candidate.sentence().start() - sentence.start();
        Span highlight = answer == null ? null : new Span(answer.start() + shift, answer.end() + shift);
        return new Chosen(candidate.passage(), sentence, highlight);
    }

    /** @param edge the sentence at the other end of what the quotation has so far */
    private boolean mayJoin(Candidate candidate, int neighbour, int edge) {
        if (neighbour < 0 || neighbour >= candidates.size() || used.contains(neighbour)) {
            return false;
        }
        Candidate other = candidates.get(neighbour);
        int start = Math.min(
                other.sentence().start(), candidates.get(edge).sentence().start());
        int end = Math.max(other.sentence().end(), candidate.sentence().end());
        return other.passage().id().equals(candidate.passage().id()) && end - start <= LONGEST;
    }
}
