package dev.sanad.answer;

import dev.sanad.index.Analysis;
import dev.sanad.index.Form;
import dev.sanad.text.Folding;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Words that turn a statement round when one stands for the other; see {@code opposites.txt}. */
final class Opposites {
    private static final Map<String, List<Side>> SIDES = load();

    private Opposites() {}

    /** @param end 0 or 1, of the pair that stands in a line */
    private record Side(int line, int end) {}

    static boolean areOpposite(Token a, Token b) {
        List<Side> sides = sides(a);
        if (sides.isEmpty()) {
            return false;
        }
        List<Side> others = sides(b);
        return others.stream().anyMatch(other -> sides.contains(new Side(other.line(), 1 - other.end())))
                && others.stream().noneMatch(sides::contains);
    }

    /** Whether both stand on one side of a pair, as زیاد and بیشتر do. */
    static boolean areAlike(Token a, Token b) {
        return sides(a).stream().anyMatch(sides(b)::contains);
    }

    private static List<Side> sides(Token token) {
        List<Side> exact = SIDES.get(token.key());
        return exact != null ? exact : SIDES.getOrDefault(token.stem(), List.of());
    }

    private static Map<String, List<Side>> load() {
        try (InputStream in = Opposites.class.getResourceAsStream("opposites.txt")) {
            String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
            Map<String, List<Side>> sides = new HashMap<>();
            List<String> lines = text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
            for (int line = 0; line < lines.size(); line++) {
                String[] ends = lines.get(line).split("\\|");
                for (int end = 0; end < 2; end++) {
                    for (String word : ends[end].strip().split("\\s+")) {
                        String key = Folding.key(word);
                        String stem = Analysis.form(Form.LIGHT, key);
                        sides.computeIfAbsent(key, k -> new ArrayList<>()).add(new Side(line, end));
                        if (!stem.equals(key)) {
                            sides.computeIfAbsent(stem, k -> new ArrayList<>()).add(new Side(line, end));
                        }
                    }
                }
            }
            return sides;
        } catch (IOException e) {
            throw new UncheckedIOException("opposites.txt cannot be read from the jar", e);
        }
    }
}
