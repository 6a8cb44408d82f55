package dev.sanad.cli;

import dev.sanad.eval.RankingFit;
import dev.sanad.retrieve.Features;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Fitted weights as {@code ranking.properties} has them, with what they are worth as comments. */
final class FitText {
    private FitText() {}

    static String of(List<Path> folders, RankingFit.Fit fit) {
        var text = new StringBuilder("# Held out by fifths, R@1 and mean reciprocal rank of passages:\n");
        for (int i = 0; i < folders.size(); i++) {
            text.append(String.format(
                    Locale.ROOT,
                    "#   %s: %.4f, %.4f%n",
                    folders.get(i),
                    fit.first().get(i),
                    fit.reciprocal().get(i)));
        }
        String model = fit.weights().cosine() > 1 ? "hybrid" : "lexical";
        double[] weights = fit.weights().values();
        for (int i = 0; i < weights.length; i++) {
            text.append(String.format(
                    Locale.ROOT, "%s.%s=%.2f%n", model, Features.names().get(i), weights[i]));
        }
        return text.toString();
    }
}
