package dev.sanad.retrieve;

import dev.sanad.text.LocaleNames;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What English expressions are in Persian and the other way round: CLDR's names and a glossary of the news. Expressions are
 * known by their stems, so any inflection is found.
 */
public final class Lexicon {
    /** Words of the longest expression that is looked up. */
    static final int LONGEST = 4;

    private static final String GLOSSARY = "glossary.txt";
    private final Map<List<String>, Set<List<String>>> translations = new HashMap<>();
    private final QueryWords words;

    public Lexicon(QueryWords words) {
        this.words = words;
        for (LocaleNames.Name name : LocaleNames.all()) {
            pair(List.of(name.english()), List.of(name.persian()));
        }
        for (String line : glossary()) {
            String[] sides = line.split("\\|");
            pair(List.of(sides[0].split(",")), List.of(sides[1].split(",")));
        }
    }

    /** The translations of an expression, each as its stems; empty when none is known. */
    public Set<List<String>> of(List<String> stems) {
        return translations.getOrDefault(stems, Set.of());
    }

    private void pair(List<String> english, List<String> persian) {
        for (String one : english) {
            for (String other : persian) {
                List<String> stems = stems(one);
                List<String> otherStems = stems(other);
                if (!stems.isEmpty() && !otherStems.isEmpty()) {
                    translations
                            .computeIfAbsent(stems, key -> new LinkedHashSet<>())
                            .add(otherStems);
                    translations
                            .computeIfAbsent(otherStems, key -> new LinkedHashSet<>())
                            .add(stems);
                }
            }
        }
    }

    private List<String> stems(String expression) {
        return words.of(expression).stream()
                .flatMap(word -> word.light().stream())
                .toList();
    }

    private static List<String> glossary() {
        try (InputStream in = Objects.requireNonNull(Lexicon.class.getResourceAsStream(GLOSSARY), GLOSSARY);
                var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            var entries = new ArrayList<String>();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && line.charAt(0) != '#') {
                    entries.add(line);
                }
            }
            return entries;
        } catch (IOException e) {
            throw new IllegalStateException(GLOSSARY + " cannot be read from the jar", e);
        }
    }
}
