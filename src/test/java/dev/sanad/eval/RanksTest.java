package dev.sanad.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RanksTest {
    @ParameterizedTest
    @CsvSource({
        // ranking, gold, first, reciprocal at 10, nDCG at 10
        "a b c, a, 1, 1, 1",
        "a b c, b, 2, .5, .630930", // 1 / log2(3)
        "a b c, c, 3, .333333, .5", // 1 / log2(4)
        "a b c, x, 0, 0, 0",
        "a b c, b c, 2, .5, .693426", // (.630930 + .5) / (1 + .630930)
        "a b c, a c, 1, 1, .919721", // 1.5 / 1.630930
        "a b c, a x, 1, 1, .613147", // 1 / 1.630930
    })
    void aRankingIsMeasuredByHand(String ranking, String gold, int first, double reciprocal, double ndcg) {
        List<String> articles = List.of(ranking.split(" "));
        Set<String> wanted = Set.of(gold.split(" "));

        assertThat(Ranks.first(articles, wanted)).isEqualTo(first);
        assertThat(Ranks.reciprocal(first, 10)).isCloseTo(reciprocal, within(1e-6));
        assertThat(Ranks.ndcg(articles, wanted, 10)).isCloseTo(ndcg, within(1e-6));
    }

    @Test
    void whatLiesBeyondTheDepthCountsForNothing() {
        List<String> twenty =
                IntStream.rangeClosed(1, 20).mapToObj(String::valueOf).toList();

        assertThat(Ranks.first(twenty, Set.of("11"))).isEqualTo(11);
        assertThat(Ranks.reciprocal(11, 10)).isZero();
        assertThat(Ranks.reciprocal(10, 10)).isEqualTo(.1);
        assertThat(Ranks.ndcg(twenty, Set.of("11"), 10)).isZero();
        assertThat(Ranks.within(11, 10)).isZero();
        assertThat(Ranks.within(11, 20)).isOne();
        assertThat(Ranks.within(0, 20)).isZero();
    }

    @Test
    void moreGoldThanTheDepthCanStillBeFoundInFull() {
        List<String> ten =
                IntStream.rangeClosed(1, 10).mapToObj(String::valueOf).toList();
        Set<String> twelve =
                IntStream.rangeClosed(1, 12).mapToObj(String::valueOf).collect(java.util.stream.Collectors.toSet());

        assertThat(Ranks.ndcg(ten, twelve, 10)).isCloseTo(1, within(1e-12));
    }
}
