package dev.sanad.config;

import java.util.List;
import java.util.stream.Collectors;

/** The configuration is wrong; names every problem that was found. */
public final class ConfigException extends Exception {
    private static final long serialVersionUID = 1;
    private final transient List<Problem> problems;

    public ConfigException(List<Problem> problems) {
        super(problems.stream().map(Problem::toString).collect(Collectors.joining("\n")));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("a configuration without problems is no failure");
        }
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }

    /**
     * @param origin where the value came from, such as {@code config/sanad.local.yaml:12}
     * @param remedy what is wrong and what would be right
     */
    public record Problem(String key, String origin, String remedy) {
        @Override
        public String toString() {
            return origin.isEmpty() ? key + ": " + remedy : origin + ": " + key + ": " + remedy;
        }
    }
}
