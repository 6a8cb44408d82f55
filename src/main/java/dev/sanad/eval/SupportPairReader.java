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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads claims with their evidence: {@code {"id","claim","evidence":[…]}} a line, and with {@code "supported"} and {@code
 * "kind"} where they are known. Reads the file to its end, so that all that is wrong is named at once.
 */
public final class SupportPairReader {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();
    private static final String BYTE_ORDER_MARK = "\uFEFF";
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Integer> lineOfId = new HashMap<>();

    private SupportPairReader() {}

    /** In the order of the lines. */
    public static List<SupportPair> read(Path file) throws DataException, IOException {
        var reader = new SupportPairReader();
        List<SupportPair> pairs = reader.pairs(file);
        if (pairs.isEmpty() && reader.problems.isEmpty()) {
            reader.problems.add(file + " holds no claim");
        }
        if (!reader.problems.isEmpty()) {
            throw DataException.of("The claims cannot be used:", reader.problems);
        }
        return pairs;
    }

    private List<SupportPair> pairs(Path file) throws IOException {
        var pairs = new ArrayList<SupportPair>();
        int number = 0;
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                String json = number == 1 && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
                SupportPair pair = json.isBlank() ? null : pair(json, file + ":" + number, number);
                if (pair != null) {
                    pairs.add(pair);
                }
            }
        } catch (NoSuchFileException e) {
            problems.add(file + " does not exist");
        } catch (CharacterCodingException e) {
            problems.add(file + ":" + (number + 1) + " or a line soon after it is not UTF-8");
        }
        return pairs;
    }

    private @Nullable SupportPair pair(String json, String place, int number) {
        try {
            SupportPair pair = pair(JSON.readTree(json));
            Integer other = lineOfId.putIfAbsent(pair.id(), number);
            if (other == null) {
                return pair;
            }
            problems.add(place + " has the id " + pair.id() + ", which line " + other
                    + " has too; every claim needs an id of its own");
        } catch (JsonProcessingException e) {
            problems.add(place + " is not JSON: "
                    + e.getOriginalMessage().lines().findFirst().orElse(""));
        } catch (IllegalArgumentException e) {
            problems.add(place + ": " + e.getMessage());
        }
        return null;
    }

    private static SupportPair pair(JsonNode node) {
        if (!node.isObject()) {
            throw new IllegalArgumentException("a claim is a JSON object");
        }
        JsonNode evidence = node.get("evidence");
        if (evidence == null || !evidence.isArray()) {
            throw new IllegalArgumentException("\"evidence\" is missing, or no list of strings");
        }
        var sentences = new ArrayList<String>();
        evidence.forEach(sentence -> sentences.add(string(sentence, "evidence")));
        JsonNode supported = node.get("supported");
        if (supported != null && !supported.isBoolean()) {
            throw new IllegalArgumentException("\"supported\" is true or false");
        }
        return new SupportPair(
                string(node.get("id"), "id"),
                string(node.get("claim"), "claim"),
                sentences,
                supported == null ? null : supported.booleanValue(),
                node.has("kind") ? string(node.get("kind"), "kind") : "");
    }

    private static String string(@Nullable JsonNode node, String key) {
        if (node == null || !(node.isTextual() || node.isIntegralNumber())) {
            throw new IllegalArgumentException("\"" + key + "\" is missing, or no string");
        }
        return node.asText();
    }
}
