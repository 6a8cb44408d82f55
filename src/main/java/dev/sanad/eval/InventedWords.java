package dev.sanad.eval;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * Words that a corpus does not have and a larger one of its kind would, so that a vocabulary grows as Heaps' law says.
 * Both numbers that this takes come from the words that the corpus has only once: their share of its running words is how
 * often the next word is one not seen before (Good and Turing), their share of its vocabulary is the exponent of the growth.
 * Words are drawn by rank from Zipf's law beyond the corpus' own ranks, so that invented ones recur as rare words do, and no
 * draw needs to remember another: a rank is always the same word.
 */
final class InventedWords {
    private static final String LETTERS = "بتجچحخدرزسشفقکگلمنوه";
    private static final Pattern OPENING = Pattern.compile("[آ-ی]{3}");
    private static final int NUMBER_EVERY = 5;
    private static final double MOST_GROWTH = 0.8;
    private static final double LAST_RANK = 1e15;
    private final List<String> openings;
    private final int known;
    private final double share;
    private final double exponent;

    InventedWords(BenchCorpus corpus) {
        List<String> own = corpus.vocabulary().stream()
                .filter(word -> word.length() > 3)
                .map(word -> word.substring(0, 3))
                .filter(opening -> OPENING.matcher(opening).matches())
                .distinct()
                .toList();
        this.openings = own.isEmpty() ? List.of("سند") : own;
        this.known = corpus.vocabulary().size();
        this.share = (double) corpus.once() / corpus.words();
        double growth = Math.min(MOST_GROWTH, (double) corpus.once() / known);
        this.exponent = growth / (1 - growth);
    }

    /** The share of running words that are invented, 0 to 1. */
    double share() {
        return share;
    }

    String next(RandomGenerator random) {
        double beyond = Math.pow(1 - random.nextDouble(), -exponent);
        return word((long) Math.min(LAST_RANK, known * beyond));
    }

    /** A number, or three letters that words of the corpus begin with and some more; different for every rank. */
    private String word(long rank) {
        if (rank % NUMBER_EVERY == 0) {
            return Long.toString(rank)
                    .chars()
                    .collect(
                            StringBuilder::new,
                            (digits, c) -> digits.append((char) ('۰' + c - '0')),
                            StringBuilder::append)
                    .toString();
        }
        var word = new StringBuilder(openings.get((int) (rank % openings.size())));
        long rest = rank / openings.size();
        do {
            word.append(LETTERS.charAt((int) (rest % LETTERS.length())));
            rest /= LETTERS.length();
        } while (rest > 0);
        return word.toString();
    }
}
