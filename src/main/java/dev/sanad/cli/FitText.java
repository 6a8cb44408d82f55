package dev.sanad.cli;

import dev.sanad.eval.ConfidenceFit;
import dev.sanad.eval.DataException;
import dev.sanad.eval.Fitted;
import dev.sanad.eval.RankingFit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Fitted weights as the properties files have them, with what they are worth as comments. */
final class FitText {
    private FitText() {}

    static String of(List<Path> folders, Fitted fitted) throws DataException, IOException {
        return fitted == Fitted.CONFIDENCE
                ? of(folders, ConfidenceFit.of(folders).fit())
                : of(folders, fitted, RankingFit.of(folders, fitted).fit());
    }

    private static String of(List<Path> folders, Fitted fitted, RankingFit.Fit fit) {
        var text = new StringBuilder("# Held out by fifths, R@1 and mean reciprocal rank:\n");
        for (int i = 0; i < folders.size(); i++) {
            text.append(String.format(
                    Locale.ROOT,
                    "#   %s: %.4f, %.4f%n",
                    folders.get(i),
                    fit.first().get(i),
                    fit.reciprocal().get(i)));
        }
        return weights(text, fitted, fit.weights());
    }

    private static String of(List<Path> folders, ConfidenceFit.Fit fit) {
        var text = new StringBuilder("# Held out by fifths, mean confidence in what is answered and in what is not:\n");
        for (int i = 0; i < folders.size(); i++) {
            text.append(String.format(
                    Locale.ROOT,
                    "#   %s: %.3f, %.3f%n",
                    folders.get(i),
                    fit.answered().get(i),
                    fit.unanswered().get(i)));
        }
        text.append(String.format(Locale.ROOT, "bias=%.2f%n", fit.bias()));
        return weights(text, Fitted.CONFIDENCE, fit.weights());
    }

    private static String weights(StringBuilder text, Fitted fitted, List<Double> weights) {
        for (int i = 0; i < weights.size(); i++) {
            text.append(String.format(Locale.ROOT, "%s=%.2f%n", fitted.names().get(i), weights.get(i)));
        }
        return text.toString();
    }
}
