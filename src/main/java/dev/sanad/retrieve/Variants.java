package dev.sanad.retrieve;

import dev.sanad.index.Analysis;
import dev.sanad.index.Form;
import dev.sanad.text.Folding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The other forms of a Persian word that its stem does not tell of: broken plurals, spellings, names on ـیف and ـی‌اف. */
final class Variants {
    private static final String FILE = "variants.txt";
    private static final Map<String, Set<String>> OTHERS = load();

    private Variants() {}

    /**
     * Stems of the other forms.
     *
     * @param stem of the word, in {@link Form#LIGHT}
     */
    static List<String> of(String stem) {
        var others = new ArrayList<String>(OTHERS.getOrDefault(stem, Set.of()));
        if (stem.endsWith("یاف") && stem.length() > 4) {
            others.add(stem.substring(0, stem.length() - 2) + "ف");
        } else if (stem.endsWith("یف") && stem.length() > 3) {
            others.add(stem.substring(0, stem.length() - 1) + "اف");
        } else if (stem.endsWith("چوف") && stem.length() > 4) {
            others.add(stem.substring(0, stem.length() - 2) + "ف");
        } else if (stem.endsWith("چف") && stem.length() > 3) {
            others.add(stem.substring(0, stem.length() - 1) + "وف");
        }
        return others;
    }

    private static Map<String, Set<String>> load() {
        Map<String, Set<String>> others = new HashMap<>();
        for (String line : lines()) {
            List<String> stems = Arrays.stream(line.split(" "))
                    .map(word -> Analysis.form(Form.LIGHT, Folding.key(word)))
                    .distinct()
                    .toList();
            for (String stem : stems) {
                Set<String> known = others.computeIfAbsent(stem, key -> new LinkedHashSet<>());
                stems.stream().filter(other -> !other.equals(stem)).forEach(known::add);
            }
        }
        return others;
    }

    private static List<String> lines() {
        try (InputStream in = Objects.requireNonNull(Variants.class.getResourceAsStream(FILE), FILE)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && line.charAt(0) != '#')
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read from the jar", e);
        }
    }
}
