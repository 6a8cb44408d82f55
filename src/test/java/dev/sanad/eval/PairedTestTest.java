package dev.sanad.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PairedTestTest {
    @Test
    void isStudentsPairedTest() {
        // differences 1 1 0 0: mean .5, deviation .57735, t = .5 / (.57735 / 2) = 1.73205 with 3 degrees of freedom
        PairedTest test = PairedTest.of(new double[] {0, 0, 0, 0}, new double[] {1, 1, 0, 0});

        assertThat(test.difference()).isEqualTo(.5);
        assertThat(test.better()).isEqualTo(2);
        assertThat(test.worse()).isZero();
        assertThat(test.pairedT()).isCloseTo(0.1816901138, within(1e-9));
        // of the four ways to sign 1 and 1, two are as far from zero
        assertThat(test.randomisation()).isCloseTo(.5, within(.02));
    }

    @Test
    void theOtherWayRoundTheSignsChangeAndTheChancesDoNot() {
        double[] first = {.5, .5, 0, 1, .25};
        double[] second = {1, .5, 1, 1 / 3.0, 1};
        PairedTest there = PairedTest.of(first, second);
        PairedTest back = PairedTest.of(second, first);

        assertThat(back.difference()).isEqualTo(-there.difference());
        assertThat(back.better()).isEqualTo(there.worse()).isEqualTo(1);
        assertThat(back.pairedT()).isEqualTo(there.pairedT());
        assertThat(back.randomisation()).isEqualTo(there.randomisation());
    }

    @Test
    void equalSystemsDoNotDiffer() {
        PairedTest test = PairedTest.of(new double[] {1, .5, 0}, new double[] {1, .5, 0});

        assertThat(test.pairedT()).isEqualTo(1);
        assertThat(test.randomisation()).isEqualTo(1);
    }

    @Test
    void aClearDifferenceIsHardlyByChance() {
        double[] ones = new double[40];
        Arrays.fill(ones, 1);
        ones[0] = 0;

        PairedTest test = PairedTest.of(new double[40], ones);

        assertThat(test.pairedT()).isLessThan(1e-10);
        assertThat(test.randomisation()).isEqualTo(1 / 10_001.0);
    }

    @Test
    void onePairIsTooFewAndUnequalListsAreNoPairs() {
        assertThat(PairedTest.of(new double[] {0}, new double[] {1}).significance())
                .isEqualTo("too few to test");
        assertThatThrownBy(() -> PairedTest.of(new double[] {0}, new double[] {}))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
