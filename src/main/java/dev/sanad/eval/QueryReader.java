package dev.sanad.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads queries: {@code {"id","question","gold","answers":[…]}} a line, gold being one article's id or a list of them.
 * Reads all files to their ends, so that all that is wrong is named at once.
 */
public final class QueryReader {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Query> queries = new HashMap<>();

    private QueryReader() {}

    /** In the order of the files and their lines. */
    public static List<Query> read(List<Path> files) throws DataException, IOException {
        var reader = new QueryReader();
        var all = new ArrayList<Query>();
        for (Path file : files) {
            all.addAll(reader.file(file));
        }
        if (!reader.problems.isEmpty()) {
            throw DataException.of("The queries cannot be used:", reader.problems);
        }
        return all;
    }

    private List<Query> file(Path file) throws IOException {
        var found = new ArrayList<Query>();
        int number = 0;
        int before = problems.size();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                String json = number == 1 && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
                Query query = json.isBlank() ? null : query(json, file + ":" + number);
                if (query != null) {
                    found.add(query);
                }
            }
        } catch (NoSuchFileException e) {
            problems.add(file + " does not exist");
        } catch (CharacterCodingException e) {
            problems.add(file + ":" + (number + 1) + " or a line soon after it is not UTF-8");
        }
        if (found.isEmpty() && problems.size() == before) {
            problems.add(file + " holds no query");
        }
        return found;
    }

    private @Nullable Query query(String json, String place) {
        try {
            Query query = query(JSON.readTree(json), place);
            Query other = queries.putIfAbsent(query.id(), query);
            if (other == null) {
                return query;
            }
            problems.add(place + " has the id " + query.id() + ", which " + other.place()
                    + " has too; every query needs an id of its own, across all files");
        } catch (JsonProcessingException e) {
            problems.add(place + " is not JSON: "
                    + e.getOriginalMessage().lines().findFirst().orElse(""));
        } catch (IllegalArgumentException e) {
            problems.add(place + ": " + e.getMessage());
        }
        return null;
    }

    private static Query query(JsonNode node, String place) {
        if (!node.isObject()) {
            throw new IllegalArgumentException("a query is a JSON object");
        }
        JsonNode gold = node.get("gold");
        JsonNode answers = node.get("answers");
        return new Query(
                string(node.get("id"), "id"),
                string(node.get("question"), "question"),
                isAbsent(gold)
                        ? Set.of()
                        : new LinkedHashSet<>(gold.isArray() ? strings(gold, "gold") : List.of(string(gold, "gold"))),
                isAbsent(answers) ? null : strings(answers, "answers"),
                place);
    }

    private static boolean isAbsent(@Nullable JsonNode node) {
        return node == null || node.isNull();
    }

    private static List<String> strings(JsonNode list, String key) {
        if (!list.isArray()) {
            throw new IllegalArgumentException("\"" + key + "\" is a list of strings");
        }
        var strings = new ArrayList<String>();
        list.forEach(element -> strings.add(string(element, key)));
        return strings;
    }

    private static String string(@Nullable JsonNode node, String key) {
        if (node == null || !(node.isTextual() || node.isIntegralNumber())) {
            throw new IllegalArgumentException("\"" + key + "\" is missing, or no string");
        }
        return node.asText();
    }
}
