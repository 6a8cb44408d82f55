package dev.sanad.retrieve;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;
import java.util.function.ToDoubleFunction;

/**
 * Weights that come with Sanad in a properties file, which says how they were fitted. A file holds those of two models:
 * {@code lexical}, for questions that have no vector, and {@code hybrid}, for those that have one.
 */
public final class FittedWeights {
    private final Properties file;
    private final String name;

    private FittedWeights(Properties file, String name) {
        this.file = file;
        this.name = name;
    }

    /** @param file beside {@code owner} in the jar */
    public static FittedWeights of(Class<?> owner, String file) {
        try (InputStream in = Objects.requireNonNull(owner.getResourceAsStream(file), file);
                Reader reader = new InputStreamReader(in, StandardCharsets.UTF_8)) {
            var weights = new Properties();
            weights.load(reader);
            return new FittedWeights(weights, file);
        } catch (IOException e) {
            throw new IllegalStateException(file + " cannot be read from the jar", e);
        }
    }

    /** The weight of each feature of one of the two models, by the feature's name. */
    public ToDoubleFunction<String> model(boolean hybrid) {
        String model = hybrid ? "hybrid." : "lexical.";
        return feature -> {
            String key = model + feature;
            return Double.parseDouble(Objects.requireNonNull(file.getProperty(key), () -> key + " in " + name));
        };
    }
}
