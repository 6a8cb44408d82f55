package dev.sanad.config;

import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads endpoints: {@code llm.…} in the order in which they are tried, and those of other tasks. */
final class EndpointReader {
    private static final Set<String> FIELDS = Set.of("provider", "model", "base-url", "api-key-env", "temperature");
    private static final Pattern VARIABLE = Pattern.compile("[A-Za-z_][A-Za-z0-9_]*");
    private final SettingsReader reader;
    private final Secrets secrets;

    /** Where secrets come from. */
    interface Secrets {
        @Nullable Secret find(String name) throws IOException;
    }

    EndpointReader(SettingsReader reader, Secrets secrets) {
        this.reader = reader;
        this.secrets = secrets;
    }

    List<Endpoint> chain() {
        var chain = new ArrayList<Endpoint>();
        if ("extractive".equalsIgnoreCase(reader.text("llm.provider"))) {
            reader.url("llm.base-url", reader.text("llm.base-url"));
            reader.decimal("llm.temperature", reader.text("llm.temperature"), 0, 2);
            return chain;
        }
        add(
                chain,
                "llm.provider",
                new Draft(
                        reader.text("llm.provider"),
                        reader.text("llm.model"),
                        reader.text("llm.base-url"),
                        reader.text("llm.api-key-env"),
                        reader.text("llm.temperature")));
        for (Object item : reader.items("llm.fallback")) {
            add(chain, "llm.fallback", draft(item));
        }
        return chain;
    }

    /** The model that {@code check.…} names; null where it names none. */
    @Nullable Endpoint judge() {
        String text = reader.text("check.model");
        if (text == null) {
            return null;
        }
        int colon = text.indexOf(':');
        String name = colon < 0 ? text : text.substring(0, colon);
        String word = reader.word("check.model", name, List.of(), Provider.namesFor(Task.WRITING));
        return word == null
                ? null
                : endpoint(
                        Task.WRITING,
                        provider(word),
                        new Keys("check.model", "check"),
                        new Draft(
                                word,
                                colon < 0 ? null : text.substring(colon + 1),
                                reader.text("check.base-url"),
                                reader.text("check.api-key-env"),
                                reader.text("check.temperature")));
    }

    /** An endpoint's settings as written. */
    private record Draft(
            @Nullable String provider,
            @Nullable String model,
            @Nullable String baseUrl,
            @Nullable String apiKeyVariable,
            @Nullable String temperature) {}

    private Draft draft(Object item) {
        if (item instanceof Map<?, ?> map) {
            for (Object field : map.keySet()) {
                if (!FIELDS.contains(String.valueOf(field))) {
                    String nearest = Nearest.of(String.valueOf(field), FIELDS);
                    reader.problem(
                            "llm.fallback",
                            "has the unknown field " + field
                                    + (nearest == null ? "; known are " + FIELDS : "; did you mean " + nearest + "?"));
                }
            }
            String temperature = field(map, "temperature");
            return new Draft(
                    field(map, "provider"),
                    field(map, "model"),
                    field(map, "base-url"),
                    field(map, "api-key-env"),
                    temperature == null ? reader.text("llm.temperature") : temperature);
        }
        String text = item.toString();
        int colon = text.indexOf(':');
        return new Draft(
                colon < 0 ? text : text.substring(0, colon),
                colon < 0 ? null : text.substring(colon + 1),
                null,
                null,
                reader.text("llm.temperature"));
    }

    private static @Nullable String field(Map<?, ?> map, String name) {
        Object value = map.get(name);
        return value == null || value.toString().isBlank() ? null : value.toString();
    }

    private void add(List<Endpoint> chain, String key, Draft draft) {
        String extractive = Provider.EXTRACTIVE.spelled();
        String word = reader.word(key, draft.provider(), List.of(extractive), Provider.namesFor(Task.WRITING));
        if (word == null || word.equals(extractive)) {
            return;
        }
        Endpoint endpoint = endpoint(Task.WRITING, provider(word), Keys.of(key), draft);
        if (endpoint != null) {
            chain.add(endpoint);
        }
    }

    private static Provider provider(String word) {
        return Provider.valueOf(word.toUpperCase(Locale.ROOT));
    }

    /**
     * The endpoint of a group of settings such as {@code embedding}. Null when it is so wrong that there is none, which
     * has been reported.
     */
    @Nullable Endpoint endpoint(Task task, String group, String provider) {
        return endpoint(
                task,
                provider(provider),
                new Keys(group + ".provider", group),
                new Draft(
                        provider,
                        reader.text(group + ".model"),
                        reader.text(group + ".base-url"),
                        reader.text(group + ".api-key-env"),
                        null));
    }

    /**
     * What an endpoint's problems are reported under.
     *
     * @param provider the setting that names the provider
     * @param group of the settings of its other fields; null for an item of a list, whose fields all are of one setting
     */
    private record Keys(String provider, @Nullable String group) {
        static Keys of(String provider) {
            int end = provider.length() - ".provider".length();
            return new Keys(provider, provider.endsWith(".provider") ? provider.substring(0, end) : null);
        }

        String field(String name) {
            return group == null ? provider : group + "." + name;
        }
    }

    private @Nullable Endpoint endpoint(Task task, Provider provider, Keys keys, Draft draft) {
        URI baseUrl = reader.url(keys.field("base-url"), draft.baseUrl());
        Double temperature = reader.decimal(keys.field("temperature"), draft.temperature(), 0, 2);
        String variable = draft.apiKeyVariable() == null ? provider.defaultApiKeyVariable() : draft.apiKeyVariable();
        if (variable != null && !VARIABLE.matcher(variable).matches()) {
            reader.problem(
                    keys.field("api-key-env"),
                    "names the environment variable that holds the key, such as OPENROUTER_API_KEY; the key itself is never"
                            + " written into the configuration");
            return null;
        }
        Secret apiKey = variable == null ? null : secret(keys.provider(), variable);
        if (variable != null && apiKey == null && (draft.baseUrl() == null || draft.apiKeyVariable() != null)) {
            reader.problem(
                    keys.provider(),
                    "needs a key: set the environment variable " + variable + ", or " + variable + "_FILE");
        }
        return new Endpoint(
                provider,
                draft.model() == null ? Objects.requireNonNull(provider.defaultModel(task)) : draft.model(),
                baseUrl == null ? URI.create(Objects.requireNonNull(provider.defaultBaseUrl())) : baseUrl,
                apiKey,
                temperature);
    }

    @Nullable Secret secret(String key, String variable) {
        try {
            return secrets.find(variable);
        } catch (IOException e) {
            reader.problem(key, "needs " + variable + "_FILE, which cannot be read: " + e);
            return null;
        }
    }
}
