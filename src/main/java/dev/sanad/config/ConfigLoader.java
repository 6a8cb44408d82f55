package dev.sanad.config;

import dev.sanad.config.ConfigException.Problem;
import dev.sanad.config.Configuration.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Lays the places that settings come from over each other: the defaults, {@code config/sanad.yaml},
 * {@code config/sanad.local.yaml}, the environment, the command line.
 */
public final class ConfigLoader {
    private static final String PREFIX = "SANAD_";
    private static final String DEFAULTS = "/defaults/config/sanad.yaml";
    private static final int MOST_A_MINUTE = 10_000;
    private static final Pattern PERSON = Pattern.compile("-?\\d{1,19}|@\\w{3,64}");
    private final Path home;
    private final Path workingDirectory;
    private final Map<String, String> environment;

    /** @param home the folder that holds {@code config/} */
    public ConfigLoader(Path home, Path workingDirectory, Map<String, String> environment) {
        this.home = home.toAbsolutePath().normalize();
        this.workingDirectory = workingDirectory.toAbsolutePath().normalize();
        this.environment = Map.copyOf(environment);
    }

    /**
     * @param options settings from the command line: {@code --set} with key and value, or an option of its own
     * @throws ConfigException naming every problem at once
     */
    public Configuration load(List<Option> options) throws ConfigException {
        var problems = new ArrayList<Problem>();
        Layer defaults = Layer.yaml(defaults(), "default", home);
        var known = defaults.values().keySet();
        var layers = List.of(
                defaults,
                file("config/sanad.yaml"),
                file("config/sanad.local.yaml"),
                variables(known),
                options(options));
        Map<String, Layer.Value> values = new LinkedHashMap<>();
        for (Layer layer : layers) {
            problems.addAll(layer.problems());
            layer.values().forEach((key, value) -> {
                boolean emptySection =
                        value.raw() == null && known.stream().anyMatch(other -> other.startsWith(key + "."));
                if (known.contains(key)) {
                    values.put(key, value);
                } else if (!emptySection) {
                    problems.add(new Problem(key, value.origin(), unknown(key, known)));
                }
            });
        }
        var reader = new SettingsReader(values, problems);
        Settings settings = settings(reader, new EndpointReader(reader, this::secret));
        if (!problems.isEmpty()) {
            throw new ConfigException(problems);
        }
        return new Configuration(settings, entries(values, settings, defaults));
    }

    /** @param name the option as typed, such as {@code --archive}; for {@code --set} with its key */
    public record Option(String name, String key, Object value) {}

    private static String unknown(String key, Collection<String> known) {
        String members = known.stream()
                .filter(other -> other.startsWith(key + "."))
                .map(other -> other.substring(key.length() + 1))
                .collect(Collectors.joining(", "));
        if (!members.isEmpty()) {
            return "is a group of settings, not one; it takes " + members;
        }
        String nearest = Nearest.of(key, known);
        return nearest == null
                ? "is no setting; see config/sanad.yaml for all"
                : "is no setting; did you mean " + nearest + "?";
    }

    /** The prefix that all share says nothing of which was meant. */
    private static String unknownVariable(String name, Collection<String> known) {
        List<String> names =
                known.stream().map(other -> other.substring(PREFIX.length())).toList();
        String nearest = Nearest.of(name.substring(PREFIX.length()), names);
        return nearest == null
                ? "is no setting; Sanad's variables are those of config/sanad.yaml"
                : "is no setting; did you mean " + PREFIX + nearest + "?";
    }

    private static Settings settings(SettingsReader reader, EndpointReader endpoints) {
        var models = new ModelsReader(reader, endpoints);
        var timeouts = new Settings.Timeouts(
                reader.duration("llm.timeout.first-token"),
                reader.duration("llm.timeout.stall"),
                reader.duration("llm.timeout.total"));
        var checkMode = reader.choice("check.mode", Settings.CheckMode.class, reader.text("check.mode"));
        if (reader.texts("sources").isEmpty()) {
            reader.problem("sources", "names no file or folder; name at least one");
        }
        String archive = reader.text("archive");
        if (archive == null) {
            reader.problem("archive", "is empty; name a folder such as data");
        }
        URI telegram = reader.url("telegram.api-url", reader.text("telegram.api-url"));
        return new Settings(
                reader.texts("sources").stream()
                        .map(source -> reader.path("sources", source))
                        .toList(),
                reader.path("archive", archive == null ? "data" : archive),
                reader.durationOrZero("index.every"),
                reader.zone("zone"),
                new Settings.Llm(endpoints.chain(), reader.integer("llm.max-tokens", 16, 1_000_000), timeouts),
                models.embedding(),
                models.reranking(),
                new Settings.Composing(
                        reader.decimal("answer.threshold", 0, 1),
                        reader.integer("answer.quotations", 1, 10),
                        reader.integer("answer.evidence", 500, 200_000)),
                new Settings.Check(checkMode == null ? Settings.CheckMode.DROP : checkMode, endpoints.judge()),
                reader.integer("conversation.turns", 0, 100),
                new Settings.Telegram(
                        telegram == null ? URI.create("https://api.telegram.org") : telegram,
                        endpoints.secret("telegram.api-url", "TELEGRAM_BOT_TOKEN"),
                        people(reader, "telegram.allow"),
                        people(reader, "telegram.admins"),
                        limits(reader),
                        reader.duration("telegram.late"),
                        reader.durationOrZero("telegram.max-age"),
                        reader.flag("telegram.rich")),
                reader.choice("log.level", Settings.LogLevel.class, reader.text("log.level")));
    }

    private static Settings.Limits limits(SettingsReader reader) {
        return new Settings.Limits(
                reader.integer("telegram.limits.questions-a-day", 0, Integer.MAX_VALUE),
                reader.integer("telegram.limits.questions-a-minute", 0, MOST_A_MINUTE),
                reader.integer("telegram.limits.tokens-a-day", 0, Integer.MAX_VALUE),
                reader.integer("telegram.limits.tokens-a-day-in-all", 0, Integer.MAX_VALUE),
                reader.integer("telegram.limits.waiting", 0, Integer.MAX_VALUE));
    }

    private static List<String> people(SettingsReader reader, String key) {
        List<String> people = reader.texts(key);
        people.stream()
                .filter(name -> !PERSON.matcher(name).matches())
                .forEach(name -> reader.problem(
                        key, "takes ids such as 12345678 and names such as @someone, not '" + name + "'"));
        return people;
    }

    private String defaults() {
        try (InputStream in = ConfigLoader.class.getResourceAsStream(DEFAULTS)) {
            return new String(Objects.requireNonNull(in, DEFAULTS).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(DEFAULTS + " cannot be read from the jar", e);
        }
    }

    private Layer file(String name) {
        Path path = home.resolve(name);
        if (!Files.exists(path)) {
            return new Layer(Map.of(), List.of());
        }
        try {
            return Layer.yaml(Files.readString(path), name, home);
        } catch (MalformedInputException e) {
            return broken(name, "is not UTF-8 text; save it as UTF-8");
        } catch (IOException e) {
            return broken(name, "cannot be read: " + e);
        }
    }

    private static Layer broken(String name, String remedy) {
        return new Layer(Map.of(), List.of(new Problem("(the whole file)", name, remedy)));
    }

    static String variable(String key) {
        return PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
    }

    private Layer variables(Collection<String> known) {
        Map<String, String> keys = known.stream().collect(Collectors.toMap(ConfigLoader::variable, key -> key));
        var layer = new Layer(new LinkedHashMap<>(), new ArrayList<>());
        environment.forEach((name, value) -> {
            if (!name.startsWith(PREFIX)) {
                return;
            }
            String key = keys.get(name);
            if (key == null) {
                layer.problems().add(new Problem(name, "environment", unknownVariable(name, keys.keySet())));
            } else {
                layer.values().put(key, new Layer.Value(value, "environment " + name, workingDirectory));
            }
        });
        return layer;
    }

    private Layer options(List<Option> options) {
        var layer = new Layer(new LinkedHashMap<>(), new ArrayList<>());
        for (Option option : options) {
            layer.values().put(option.key(), new Layer.Value(option.value(), option.name(), workingDirectory));
        }
        return layer;
    }

    /** The environment's secret of that name, or what the file holds that {@code name_FILE} points to. */
    private @Nullable Secret secret(String name) throws IOException {
        String value = environment.get(name);
        String file = environment.get(name + "_FILE");
        if ((value == null || value.isBlank()) && file != null) {
            value = Files.readString(workingDirectory.resolve(file)).strip();
        }
        return value == null || value.isBlank() ? null : new Secret(value.strip());
    }

    private List<Entry> entries(Map<String, Layer.Value> values, Settings settings, Layer defaults) {
        var entries = new ArrayList<Entry>();
        values.forEach((key, value) -> {
            Object initial = Objects.requireNonNull(defaults.values().get(key)).raw();
            boolean shipped = value.origin().startsWith("config/sanad.yaml") && Objects.equals(initial, value.raw());
            String origin = shipped || value.origin().startsWith("default") ? "default" : value.origin();
            entries.add(new Entry(key, shown(value.raw()), origin));
        });
        for (Endpoint endpoint : settings.endpoints()) {
            boolean key = endpoint.apiKey() != null;
            entries.add(
                    new Entry("key of " + endpoint.name(), key ? "***" : "(none)", key ? "environment" : "default"));
        }
        boolean token = settings.telegram().token() != null;
        entries.add(new Entry("TELEGRAM_BOT_TOKEN", token ? "***" : "(not set)", "environment"));
        return entries;
    }

    private static String shown(@Nullable Object raw) {
        return switch (raw) {
            case null -> "";
            case List<?> list -> list.stream().map(ConfigLoader::shown).collect(Collectors.joining(", "));
            default -> Masked.url(raw.toString());
        };
    }
}
