package dev.sanad.eval;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The figures of a run, under the names of {@code report.json}, in its order. Rankings count where a gold article is
 * named and the archive is not said to have no answer.
 *
 * @param values null where nothing was measured
 */
public record Metrics(Map<String, @Nullable Double> values) {
    private static final int DEPTH = 10;

    public Metrics {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public static Metrics of(List<Outcome> outcomes) {
        List<Outcome> ranked =
                outcomes.stream().filter(each -> each.query().isRanked()).toList();
        Map<String, @Nullable Double> values = new LinkedHashMap<>();
        values.put("n", (double) outcomes.size());
        for (int depth : new int[] {1, 5, 10, 20}) {
            values.put("R@" + depth, recall(ranked, depth));
        }
        values.put("MRR@10", mean(ranked, each -> Ranks.reciprocal(each.rank(), DEPTH)));
        values.put(
                "nDCG@10",
                mean(
                        ranked,
                        each -> Ranks.ndcg(each.ranking().ids(), each.query().gold(), DEPTH)));
        answers(outcomes, values);
        double[] millis = outcomes.stream().mapToDouble(Outcome::millis).toArray();
        values.put("millis_p50", Percentiles.of(millis, .50));
        values.put("millis_p95", Percentiles.of(millis, .95));
        return new Metrics(values);
    }

    /** Share of the ranked queries with a gold article among the first {@code depth}. */
    static @Nullable Double recall(List<Outcome> ranked, int depth) {
        return mean(ranked, each -> Ranks.within(each.rank(), depth));
    }

    private static void answers(List<Outcome> outcomes, Map<String, @Nullable Double> values) {
        List<Answered> answered = outcomes.stream().flatMap(Answered::of).toList();
        List<Answered> answerable =
                answered.stream().filter(each -> each.query().isAnswerable()).toList();
        List<Answered> unanswerable =
                answered.stream().filter(each -> each.query().isUnanswerable()).toList();
        List<Answered> cited =
                answered.stream().filter(each -> each.reply().isCited()).toList();
        values.put("answer@1", mean(answerable, each -> each.hits(1)));
        values.put("answer@3", mean(answerable, each -> each.hits(3)));
        values.put("answered", mean(answerable, each -> each.reply().isCited() ? 1 : 0));
        values.put("abstained", mean(unanswerable, each -> each.reply().isCited() ? 0 : 1));
        values.put("auroc", Auroc.of(confidences(answerable), confidences(unanswerable)));
        values.put(
                "quote_chars",
                mean(
                        cited,
                        each -> each.reply().citations().stream()
                                .mapToInt(citation -> citation.quote().length())
                                .sum()));
        values.put(
                "fidelity",
                mean(
                        cited.stream()
                                .flatMap(each -> each.reply().citations().stream())
                                .map(Reply.Quoted::faithful)
                                .filter(Objects::nonNull)
                                .toList(),
                        faithful -> Boolean.TRUE.equals(faithful) ? 1 : 0));
    }

    private record Answered(Query query, Reply reply) {
        static Stream<Answered> of(Outcome outcome) {
            Reply reply = outcome.reply();
            return reply == null ? Stream.empty() : Stream.of(new Answered(outcome.query(), reply));
        }

        double hits(int among) {
            List<String> answers = query.answers();
            return answers != null && reply.quotes(answers, among) ? 1 : 0;
        }
    }

    private static double[] confidences(List<Answered> answered) {
        return answered.stream().mapToDouble(each -> each.reply().confidence()).toArray();
    }

    private static <T> @Nullable Double mean(List<T> values, ToDoubleFunction<T> measure) {
        return values.isEmpty() ? null : values.stream().mapToDouble(measure).sum() / values.size();
    }
}
