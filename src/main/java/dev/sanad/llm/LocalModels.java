package dev.sanad.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The embedding models that were fetched into an archive: {@code models/ID/} with {@code model.onnx},
 * {@code tokenizer.json} and, saying what they are, {@code model.json}:
 *
 * <pre>{"id", "sha256": {"model.onnx": …, "tokenizer.json": …}, "query-prefix": …, "passage-prefix": …}</pre>
 *
 * <p>Whoever puts the two files there by hand needs no {@code model.json}.
 */
public final class LocalModels {
    /** The model that answers use when the configuration names none. */
    public static final String USUAL = "multilingual-e5-small";

    private static final JsonMapper JSON = new JsonMapper();

    private LocalModels() {}

    /** Where a model's files are, or would be. */
    public static Path folder(Path archive, String id) {
        return archive.resolve("models").resolve(id);
    }

    /**
     * The installed model. Reads no more of it than it must to tell it from others.
     *
     * @return null when there is none
     * @throws IOException saying what to do about files that cannot be used
     */
    public static @Nullable LocalModel find(Path archive) throws IOException {
        Path folder = folder(archive, USUAL);
        Path model = folder.resolve("model.onnx");
        Path tokenizer = folder.resolve("tokenizer.json");
        if (!Files.isRegularFile(model) || !Files.isRegularFile(tokenizer)) {
            return null;
        }
        JsonNode description = description(folder.resolve("model.json"));
        Prefixes usual = Prefixes.usualFor(USUAL);
        JsonNode hashes = description.path("sha256");
        boolean hashed = hashes.hasNonNull("model.onnx") && hashes.hasNonNull("tokenizer.json");
        return new LocalModel(
                description.path("id").asText(USUAL),
                model,
                tokenizer,
                description.path("query-prefix").asText(usual.query()),
                description.path("passage-prefix").asText(usual.passage()),
                hashed
                        ? Fingerprint.ofHashes(
                                hashes.get("model.onnx").asText(),
                                hashes.get("tokenizer.json").asText())
                        : Fingerprint.ofFiles(model, tokenizer));
    }

    private static JsonNode description(Path file) throws IOException {
        if (!Files.exists(file)) {
            return JSON.createObjectNode();
        }
        try {
            JsonNode json = JSON.readTree(Files.readString(file));
            if (json.isObject()) {
                return json;
            }
        } catch (JsonProcessingException e) {
            // said below, with the remedy
        }
        throw new IOException(file + " is no JSON object; run ./sanad model get again, or delete it");
    }
}
