package dev.sanad.retrieve;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/**
 * Weighs what speaks for a passage: a linear model whose scores are logarithms of odds, one for questions that have a vector
 * and one for those that have none.
 */
public final class Ranking {
    private static final String FITTED = "ranking.properties";
    private final Features lexical;
    private final Features hybrid;

    /** @param hybrid the weights for a question with a vector */
    public Ranking(Features lexical, Features hybrid) {
        this.lexical = lexical;
        this.hybrid = hybrid;
    }

    /** The weights that Sanad comes with; the file says how they were fitted. */
    public static Ranking fitted() {
        try (InputStream in = Objects.requireNonNull(Ranking.class.getResourceAsStream(FITTED), FITTED);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            var weights = new Properties();
            weights.load(reader);
            return new Ranking(weights(weights, "lexical"), weights(weights, "hybrid"));
        } catch (IOException e) {
            throw new IllegalStateException(FITTED + " cannot be read from the jar", e);
        }
    }

    /** By the vectors alone, to be measured against; a question without one is ranked as it is fitted. */
    public static Ranking byMeaningAlone() {
        return new Ranking(fitted().lexical, new Features(0, 0, 0, 0, 0, 1));
    }

    private static Features weights(Properties file, String model) {
        return Features.named(feature -> {
            String key = model + "." + feature;
            return Double.parseDouble(Objects.requireNonNull(file.getProperty(key), key));
        });
    }

    double score(Features features, boolean withVector) {
        return features.weighed(withVector ? hybrid : lexical);
    }
}
