package dev.sanad.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;

/** Words that name nobody and nothing and carry no figure; see {@code common-words.txt}. */
public final class CommonWords {
    private static final Set<String> WORDS = load();

    private CommonWords() {}

    /** @param key folded, without ZWNJ */
    public static boolean contains(String key) {
        return WORDS.contains(key);
    }

    private static Set<String> load() {
        try (InputStream in = CommonWords.class.getResourceAsStream("common-words.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            Set<String> words = new HashSet<>();
            text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                for (String word : line.split("[\\s،]+")) {
                    if (!word.isEmpty()) {
                        words.add(Folding.key(word));
                    }
                }
            });
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException("common-words.txt cannot be read from the jar", e);
        }
    }
}
