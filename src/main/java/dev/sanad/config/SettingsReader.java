package dev.sanad.config;

import dev.sanad.config.ConfigException.Problem;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads values by type. A value that is wrong becomes a problem, and a harmless one is read in its place. */
final class SettingsReader {
    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");
    private final Map<String, Layer.Value> values;
    private final List<Problem> problems;

    SettingsReader(Map<String, Layer.Value> values, List<Problem> problems) {
        this.values = values;
        this.problems = problems;
    }

    Layer.Value value(String key) {
        Layer.Value value = values.get(key);
        if (value == null) {
            throw new IllegalStateException("config/sanad.yaml has no default for " + key);
        }
        return value;
    }

    void problem(String key, String remedy) {
        problems.add(new Problem(key, value(key).origin(), remedy));
    }

    @Nullable String text(String key) {
        Object raw = value(key).raw();
        if (raw instanceof String text) {
            return text.isBlank() ? null : text.strip();
        }
        if (raw != null) {
            problem(key, "takes one value, not a list");
        }
        return null;
    }

    List<String> texts(String key) {
        var texts = new ArrayList<String>();
        for (Object item : items(key)) {
            if (item instanceof String text) {
                texts.add(text);
            } else {
                problem(key, "takes a list of plain values");
            }
        }
        return texts;
    }

    /** A list's items; a plain text is a comma-separated list. */
    List<?> items(String key) {
        Object raw = value(key).raw();
        if (raw instanceof List<?> list) {
            return list;
        }
        return raw instanceof String text
                ? Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(item -> !item.isEmpty())
                        .toList()
                : List.of();
    }

    boolean flag(String key) {
        String text = text(key);
        if (!"true".equals(text) && !"false".equals(text)) {
            problem(key, "must be true or false, not '" + text + "'");
        }
        return "true".equals(text);
    }

    int integer(String key, int least, int most) {
        String text = text(key);
        try {
            int number = Integer.parseInt(text == null ? "" : text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, with the range
        }
        problem(key, "must be a whole number from " + least + " to " + most + ", not '" + text + "'");
        return least;
    }

    double decimal(String key, double least, double most) {
        Double number = decimal(key, text(key), least, most);
        if (number == null && text(key) == null) {
            problem(key, "must be a number from " + least + " to " + most);
        }
        return number == null ? least : number;
    }

    @Nullable Double decimal(String key, @Nullable String text, double least, double most) {
        if (text == null) {
            return null;
        }
        try {
            double number = Double.parseDouble(text);
            if (number >= least && number <= most) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below, with the range
        }
        problem(key, "must be a number from " + least + " to " + most + ", not '" + text + "'");
        return null;
    }

    /** 0 is a time here, too. */
    Duration durationOrZero(String key) {
        return "0".equals(text(key)) ? Duration.ZERO : duration(key);
    }

    Duration duration(String key) {
        String text = text(key);
        Matcher matcher = DURATION.matcher(text == null ? "" : text);
        if (matcher.matches() && Long.parseLong(matcher.group(1)) > 0) {
            long amount = Long.parseLong(matcher.group(1));
            return switch (matcher.group(2)) {
                case "ms" -> Duration.ofMillis(amount);
                case "s" -> Duration.ofSeconds(amount);
                case "m" -> Duration.ofMinutes(amount);
                case "h" -> Duration.ofHours(amount);
                default -> Duration.ofDays(amount);
            };
        }
        problem(key, "must be a time such as 500ms, 20s or 2m, not '" + text + "'");
        return Duration.ofSeconds(1);
    }

    <E extends Enum<E>> @Nullable E choice(String key, Class<E> type, @Nullable String text) {
        if (text == null) {
            return null;
        }
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equalsIgnoreCase(text)) {
                return constant;
            }
        }
        String choices = Arrays.stream(type.getEnumConstants())
                .map(constant -> constant.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        problem(key, "must be one of " + choices + ", not '" + text + "'");
        return null;
    }

    /**
     * One of the words that a setting takes, in lower case. Null when it is none of them, which is reported.
     *
     * @param others words that are taken besides {@code words}, and named before them
     */
    @Nullable String word(String key, @Nullable String text, List<String> others, List<String> words) {
        List<String> all = Stream.concat(others.stream(), words.stream()).toList();
        String word = text == null ? "" : text.toLowerCase(Locale.ROOT);
        if (all.contains(word)) {
            return word;
        }
        problem(
                key,
                text == null
                        ? "names no provider"
                        : "must be one of " + String.join(", ", all) + ", not '" + text + "'");
        return null;
    }

    /** An existing file, or null: reported where one is named that is not there. */
    @Nullable Path file(String key) {
        String text = text(key);
        if (text == null) {
            return null;
        }
        Path file = path(key, text);
        if (Files.isRegularFile(file)) {
            return file;
        }
        problem(key, "must be a file that is there; " + file + " is none");
        return null;
    }

    ZoneId zone(String key) {
        String text = text(key);
        try {
            return ZoneId.of(text == null ? "" : text);
        } catch (DateTimeException e) {
            problem(key, "must be a time zone such as Asia/Tehran or UTC, not '" + text + "'");
            return ZoneId.of("UTC");
        }
    }

    @Nullable URI url(String key, @Nullable String text) {
        if (text == null) {
            return null;
        }
        try {
            URI uri = new URI(text);
            boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
            if (web && uri.getHost() != null) {
                return uri;
            }
        } catch (URISyntaxException e) {
            // said below, with an example
        }
        problem(key, "must be an address such as http://localhost:8000/v1, not '" + Masked.url(text) + "'");
        return null;
    }

    Path path(String key, String text) {
        try {
            return value(key).base().resolve(text).normalize();
        } catch (InvalidPathException e) {
            problem(key, "is no path: " + e.getReason());
            return value(key).base();
        }
    }
}
