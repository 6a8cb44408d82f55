package dev.sanad.answer;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What speaks for a sentence as the answer to a question, or how much each of it weighs. Shares are of the question's words, by
 * their weight where nothing else is said; all but {@code passage} are 0 to 1.
 *
 * @param words the share that the sentence has
 * @param alike the same, each word counting alike
 * @param first whether it has the question's first word, which often names what it is about
 * @param last whether it has the last, in Persian often the verb
 * @param title the share that it lacks and the title has
 * @param before the share that both lack and the sentence before has
 * @param leant the same for a sentence that leans on the one before, by a word such as او or this; 0 for others
 * @param passage how far its passage's score is behind the best one's, in twentieths of a logarithm of odds; at most 0
 * @param news how many words it has that the question lacks; 1 from eight on
 * @param number whether it has a number that the question may ask for, and how near to the question's words; so the others
 */
public record SentenceFeatures(
        double words,
        double alike,
        double first,
        double last,
        double title,
        double before,
        double leant,
        double passage,
        double news,
        double number,
        double date,
        double person,
        double place,
        double reason) {
    static SentenceFeatures named(ToDoubleFunction<String> value) {
        return new SentenceFeatures(
                value.applyAsDouble("words"),
                value.applyAsDouble("alike"),
                value.applyAsDouble("first"),
                value.applyAsDouble("last"),
                value.applyAsDouble("title"),
                value.applyAsDouble("before"),
                value.applyAsDouble("leant"),
                value.applyAsDouble("passage"),
                value.applyAsDouble("news"),
                value.applyAsDouble("number"),
                value.applyAsDouble("date"),
                value.applyAsDouble("person"),
                value.applyAsDouble("place"),
                value.applyAsDouble("reason"));
    }

    /** The names, in the order of {@link #values}. */
    public static List<String> names() {
        return List.of(
                "words", "alike", "first", "last", "title", "before", "leant", "passage", "news", "number", "date",
                "person", "place", "reason");
    }

    public double[] values() {
        return new double[] {
            words, alike, first, last, title, before, leant, passage, news, number, date, person, place, reason
        };
    }

    /** The sum of each value times its weight. */
    double weighed(SentenceFeatures weights) {
        double[] values = values();
        double[] factors = weights.values();
        double sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * factors[i];
        }
        return sum;
    }
}
