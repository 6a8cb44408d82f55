package dev.sanad.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private static Outcome outcome(
            @Nullable List<String> answers, String ranking, @Nullable Reply reply, double millis) {
        var query = new Query("q", "question?", Set.of("a"), answers, "here:1");
        var ranked = Stream.of(ranking.split(" ")).map(id -> new Ranked(id, 1)).toList();
        return new Outcome(query, new Ranking(ranked, null), reply, millis);
    }

    private static Reply cited(double confidence, String... quotes) {
        return new Reply(
                "cited",
                "",
                Arrays.stream(quotes)
                        .map(quote -> new Reply.Quoted("a", quote, true))
                        .toList(),
                confidence);
    }

    private static Reply notFound(double confidence) {
        return new Reply("not_found", "", List.of(), confidence);
    }

    private static @Nullable Double value(Metrics metrics, String name) {
        return metrics.values().get(name);
    }

    @Test
    void everyFigureIsOfTheQueriesThatItSpeaksOf() {
        Metrics metrics = Metrics.of(List.of(
                outcome(List.of("۵۷۰"), "a b", cited(.9, "سال ۵۷۰ بود", "دیگر"), 10),
                outcome(List.of("four"), "b a", cited(.8, "no", "nor", "four!", "four"), 20),
                outcome(List.of("4"), "b c", notFound(.3), 30),
                outcome(List.of(), "b", cited(.4, "wrong"), 40),
                outcome(List.of(), "a", notFound(.1), 50),
                outcome(null, "b c a", notFound(.2), 60)));

        assertThat(value(metrics, "n")).isEqualTo(6);
        assertThat(value(metrics, "R@1")).isEqualTo(1 / 4.0);
        assertThat(value(metrics, "R@5")).isEqualTo(3 / 4.0);
        assertThat(value(metrics, "MRR@10")).isCloseTo((1 + .5 + 1 / 3.0) / 4, within(1e-12));
        assertThat(value(metrics, "nDCG@10")).isCloseTo((1 + .630930 + .5) / 4, within(1e-6));
        assertThat(value(metrics, "answer@1")).isEqualTo(1 / 3.0);
        assertThat(value(metrics, "answer@3")).isEqualTo(2 / 3.0);
        assertThat(value(metrics, "answered")).isEqualTo(2 / 3.0);
        assertThat(value(metrics, "abstained")).isEqualTo(1 / 2.0);
        // .9 and .8 beat .4 and .1; .3 beats .1 alone
        assertThat(value(metrics, "auroc")).isEqualTo(5 / 6.0);
        // 11 + 4, then 2 + 3 + 5 + 4, then 5 characters
        assertThat(value(metrics, "quote_chars")).isCloseTo((15 + 14 + 5) / 3.0, within(1e-12));
        assertThat(value(metrics, "fidelity")).isOne();
        assertThat(value(metrics, "millis_p50")).isEqualTo(30);
        assertThat(value(metrics, "millis_p95")).isEqualTo(60);
    }

    @Test
    void whatWasNotMeasuredIsNull() {
        Metrics rankings = Metrics.of(List.of(outcome(List.of("x"), "a", null, 1)));

        assertThat(value(rankings, "R@1")).isOne();
        assertThat(rankings.values())
                .containsEntry("answer@1", null)
                .containsEntry("answered", null)
                .containsEntry("abstained", null)
                .containsEntry("auroc", null)
                .containsEntry("quote_chars", null);
        assertThat(Metrics.of(List.of()).values()).containsEntry("R@1", null).containsEntry("millis_p50", null);
    }

    @Test
    void theNamesOfThePageAreThoseOfTheFigures() {
        assertThat(Arrays.stream(MetricNames.values()).map(MetricNames::key))
                .containsExactlyElementsOf(Metrics.of(List.of()).values().keySet());
    }
}
