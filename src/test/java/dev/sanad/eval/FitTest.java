package dev.sanad.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.sanad.answer.ConfidenceFeatures;
import dev.sanad.eval.ConfidenceFit.FitQuestion;
import dev.sanad.eval.RankingFit.FitQuery;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Fitting finds the weights that data was drawn by. */
class FitTest {
    private static final int MANY = 4000;
    private final Random random = new Random(7);

    @Test
    void aRankingGetsTheWeightsByWhichOneOfThreeWasChosen() {
        var queries = new ArrayList<FitQuery>();
        for (int i = 0; i < MANY; i++) {
            var features = new ArrayList<List<Double>>();
            double[] odds = new double[3];
            for (int c = 0; c < odds.length; c++) {
                double telling = random.nextDouble();
                features.add(List.of(telling, random.nextDouble()));
                odds[c] = Math.exp(5 * telling);
            }
            int chosen = draw(odds);
            queries.add(new FitQuery("q" + i, features, List.of(chosen == 0, chosen == 1, chosen == 2)));
        }

        RankingFit.Fit fit = new RankingFit(List.of(queries)).fit();

        assertThat(fit.weights().get(0)).isEqualTo(5, within(0.5));
        assertThat(fit.weights().get(1)).isBetween(0.0, 0.3);
        assertThat(fit.first().getFirst()).isBetween(0.6, 0.8);
        assertThat(fit.reciprocal().getFirst()).isGreaterThan(fit.first().getFirst());
    }

    private int draw(double[] odds) {
        double drawn = random.nextDouble() * (odds[0] + odds[1] + odds[2]);
        return drawn < odds[0] ? 0 : drawn < odds[0] + odds[1] ? 1 : 2;
    }

    @Test
    void confidenceGetsTheBiasAndTheWeightsByWhichQuestionsWereAnswered() {
        var questions = new ArrayList<FitQuestion>();
        for (int i = 0; i < MANY; i++) {
            double telling = random.nextDouble();
            boolean answered = random.nextDouble() < 1 / (1 + Math.exp(3 - 6 * telling));
            questions.add(new FitQuestion("q" + i, answered, List.of(telling, random.nextDouble())));
        }

        ConfidenceFit.Fit fit = new ConfidenceFit(List.of(questions)).fit();

        assertThat(fit.bias()).isEqualTo(-3, within(0.4));
        assertThat(fit.weights().get(0)).isEqualTo(6, within(0.6));
        assertThat(fit.weights().get(1)).isBetween(0.0, 0.4);
        assertThat(fit.answered().getFirst()).isGreaterThan(0.6);
        assertThat(fit.unanswered().getFirst()).isLessThan(0.4);
    }

    @Test
    void whatSpeaksAgainstWhatItShouldSpeakForGetsNoWeight() {
        var questions = new ArrayList<FitQuestion>();
        for (int i = 0; i < 200; i++) {
            questions.add(new FitQuestion("q" + i, i % 2 == 0, List.of(i % 2 == 0 ? 0.2 : 0.8)));
        }

        assertThat(new ConfidenceFit(List.of(questions)).fit().weights()).containsExactly(0.0);
    }

    @Test
    void aFolderWithoutWhatIsFittedToSaysWhatToDo(@TempDir Path folder) throws Exception {
        assertThatThrownBy(() -> RankingFit.of(List.of(folder), Fitted.SENTENCES))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("holds no sentences.jsonl")
                .hasMessageContaining("./sanad eval --features");
        Files.writeString(folder.resolve("confidence.jsonl"), "{\"group\":\"a\",\"gold\":true,\"features\":[1]}\n");
        assertThat(ConfidenceFeatures.names()).hasSizeGreaterThan(1);
        assertThatThrownBy(() -> ConfidenceFit.of(List.of(folder)))
                .isInstanceOf(DataException.class)
                .hasMessageContaining("another version");
    }
}
