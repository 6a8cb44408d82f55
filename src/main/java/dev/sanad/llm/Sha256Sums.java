package dev.sanad.llm;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The checksums of a file {@code SHA256SUMS}, as sha256sum writes it: {@code checksum, space, space or asterisk, name}. */
public record Sha256Sums(Map<String, String> byName) {
    static final String FILE = "SHA256SUMS";
    static final Sha256Sums NONE = new Sha256Sums(Map.of());
    private static final Pattern LINE = Pattern.compile("([0-9a-fA-F]{64}) [ *](?:\\./)?(.+)");

    public Sha256Sums {
        byName = Map.copyOf(byName);
    }

    /** Lines that are none of a checksum are passed over. */
    static Sha256Sums parse(String text) {
        var byName = new LinkedHashMap<String, String>();
        text.lines()
                .map(line -> LINE.matcher(line.strip()))
                .filter(Matcher::matches)
                .forEach(line -> {
                    byName.put(line.group(2), line.group(1).toLowerCase(Locale.ROOT));
                });
        return new Sha256Sums(byName);
    }

    @Nullable String of(String name) {
        return byName.get(name);
    }

    /** The names that have a checksum before those that have none, else in their order. */
    List<String> sort(List<String> names) {
        return names.stream()
                .sorted(Comparator.comparing(name -> !byName.containsKey(name)))
                .toList();
    }
}
