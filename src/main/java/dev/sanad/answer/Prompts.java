package dev.sanad.answer;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.langchain4j.model.input.PromptTemplate;
import dev.sanad.text.Language;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The prompts: files of {@code prompts/}, one a purpose and language, in two parts that a line {@code --- user ---} divides.
 * All are read and checked once, when the program starts.
 */
public final class Prompts {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(.*?)\\}\\}");
    private static final String DIVIDER = "--- user ---";

    /** What a prompt is for, with the placeholders that its user part must use and those that it may. */
    public enum Purpose {
        ANSWER("answer", "evidence question", "boundary today"),
        REWRITE("rewrite", "conversation question", "boundary"),
        JUDGE("judge", "pairs", "boundary");

        private final String file;
        private final String required;
        private final String optional;

        Purpose(String file, String required, String optional) {
            this.file = file;
            this.required = required;
            this.optional = optional;
        }

        Set<String> required() {
            return new TreeSet<>(Set.of(required.split(" ")));
        }

        Set<String> known() {
            Set<String> known = required();
            known.addAll(Set.of(optional.split(" ")));
            return known;
        }
    }

    private record Template(PromptTemplate system, PromptTemplate user) {}

    private final Map<Purpose, Map<Language, Template>> templates;

    private Prompts(Map<Purpose, Map<Language, Template>> templates) {
        this.templates = templates;
    }

    /**
     * Reads every prompt, from {@code folder} where it has the file, else as Sanad comes with it.
     *
     * @throws PromptException naming every problem of every file at once
     */
    public static Prompts load(Path folder) throws PromptException {
        var problems = new ArrayList<String>();
        Map<Purpose, Map<Language, Template>> templates = new EnumMap<>(Purpose.class);
        for (Purpose purpose : Purpose.values()) {
            Map<Language, Template> languages = new EnumMap<>(Language.class);
            for (Language language : List.of(Language.PERSIAN, Language.ENGLISH)) {
                String name = purpose.file + "." + language.tag() + ".txt";
                String text = read(folder, name, problems);
                Template template = text == null ? null : template(text, name, purpose, problems);
                if (template != null) {
                    languages.put(language, template);
                }
            }
            templates.put(purpose, languages);
        }
        if (!problems.isEmpty()) {
            throw new PromptException(String.join("\n", problems));
        }
        return new Prompts(templates);
    }

    private static @Nullable String read(Path folder, String name, List<String> problems) {
        Path file = folder.resolve(name);
        try {
            if (Files.exists(file)) {
                return Files.readString(file);
            }
            try (InputStream in = Prompts.class.getResourceAsStream("/defaults/prompts/" + name)) {
                if (in == null) {
                    throw new IllegalStateException("the prompt " + name + " is not in the jar");
                }
                return new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
        } catch (IOException e) {
            problems.add("prompts/" + name + ": cannot be read as UTF-8 text: " + e.getMessage());
            return null;
        }
    }

    /** Null when a problem was added. */
    private static @Nullable Template template(String text, String name, Purpose purpose, List<String> problems) {
        int divider = text.indexOf(DIVIDER);
        String system = divider < 0 ? "" : text.substring(0, divider).strip();
        String user =
                divider < 0 ? "" : text.substring(divider + DIVIDER.length()).strip();
        int before = problems.size();
        if (system.isEmpty() || user.isEmpty()) {
            problems.add("prompts/" + name + ": needs a part for the system, a line \"" + DIVIDER
                    + "\", and a part with the question");
        }
        Set<String> unknown = placeholders(text);
        unknown.removeAll(purpose.known());
        unknown.forEach(placeholder ->
                problems.add("prompts/" + name + ": {{" + placeholder + "}} is unknown; known are " + purpose.known()));
        Set<String> missing = purpose.required();
        missing.removeAll(placeholders(user));
        missing.forEach(needed ->
                problems.add("prompts/" + name + ": {{" + needed + "}} is missing from the part below " + DIVIDER));
        return problems.size() > before ? null : new Template(PromptTemplate.from(system), PromptTemplate.from(user));
    }

    private static Set<String> placeholders(String text) {
        Set<String> names = new TreeSet<>();
        for (Matcher matcher = PLACEHOLDER.matcher(text); matcher.find(); ) {
            names.add(matcher.group(1).strip());
        }
        return names;
    }

    /**
     * The messages of a prompt. Values are put in as they are, once: what looks like a placeholder in them stays text.
     *
     * @throws IllegalArgumentException if a placeholder has no value
     */
    public List<ChatMessage> messages(Purpose purpose, Language language, Map<String, Object> values) {
        Map<Language, Template> languages = templates.getOrDefault(purpose, Map.of());
        Template template = languages.get(language == Language.PERSIAN ? Language.PERSIAN : Language.ENGLISH);
        if (template == null) {
            throw new IllegalStateException("every prompt is read when the program starts");
        }
        return List.of(
                SystemMessage.from(template.system().apply(values).text()),
                UserMessage.from(template.user().apply(values).text()));
    }
}
