package dev.sanad.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.sanad.eval.RiskCoverage.Judged;
import dev.sanad.eval.RiskCoverage.Point;
import java.util.List;
import java.util.Objects;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class ConfidenceTest {
    @Test
    void aPairInOrderCountsOneAndATieHalf() {
        // of 3 × 2 pairs: .9 beats both, .5 beats .1 and ties .5, .2 beats .1: 2 + 1.5 + 1
        assertThat(Auroc.of(new double[] {.9, .5, .2}, new double[] {.5, .1})).isEqualTo(4.5 / 6);
        assertThat(Auroc.of(new double[] {1, 1}, new double[] {0})).isEqualTo(1);
        assertThat(Auroc.of(new double[] {0}, new double[] {1, 1})).isEqualTo(0);
        assertThat(Auroc.of(new double[] {.3, .3}, new double[] {.3})).isEqualTo(.5);
    }

    @Test
    void oneGroupAloneTellsNothing() {
        assertThat(Auroc.of(new double[] {.9}, new double[0])).isNull();
        assertThat(Auroc.of(new double[0], new double[] {.9})).isNull();
    }

    @Property
    void exchangedGroupsMirrorTheFigure(
            @ForAll @NotEmpty List<@DoubleRange(min = 0, max = 1) Double> a,
            @ForAll @NotEmpty List<@DoubleRange(min = 0, max = 1) Double> b) {
        double there = Objects.requireNonNull(Auroc.of(array(a), array(b)));
        double back = Objects.requireNonNull(Auroc.of(array(b), array(a)));

        assertThat(back).isCloseTo(1 - there, within(1e-9));
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    @Test
    void eachConfidenceIsAPointOfTheCurve() {
        RiskCoverage curve = RiskCoverage.of(
                List.of(new Judged(.2, true), new Judged(.9, false), new Judged(.5, true), new Judged(.5, false)));

        assertThat(curve.points())
                .containsExactly(new Point(.9, .25, 0), new Point(.5, .75, 1 / 3.0), new Point(.2, 1, .5));
    }

    @Test
    void aThresholdTakesWhatIsNotBelowIt() {
        RiskCoverage curve = RiskCoverage.of(List.of(new Judged(.9, false), new Judged(.5, true)));

        assertThat(curve.at(.5)).isEqualTo(new Point(.5, 1, .5));
        assertThat(curve.at(.51)).isEqualTo(new Point(.9, .5, 0));
        assertThat(curve.at(.95)).isEqualTo(new Point(.95, 0, 0));
    }
}
