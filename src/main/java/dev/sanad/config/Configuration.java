package dev.sanad.config;

import java.util.List;

/**
 * What is in force.
 *
 * @param entries every setting as it can be shown: secrets are masked
 */
public record Configuration(Settings settings, List<Entry> entries) {
    public Configuration {
        entries = List.copyOf(entries);
    }

    /** @param origin where the value came from: a file and line, a variable, an option, or {@code default} */
    public record Entry(String key, String value, String origin) {}
}
