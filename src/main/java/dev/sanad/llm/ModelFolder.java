package dev.sanad.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The folder of one model in an archive. Readers take the model for installed when {@code model.json} is there. */
public final class ModelFolder {
    private static final String MANIFEST = "model.json";
    private static final JsonMapper JSON = new JsonMapper();
    private final Path path;

    ModelFolder(Path path) {
        this.path = path;
    }

    public Path path() {
        return path;
    }

    Path file(String name) {
        return path.resolve(name);
    }

    /** Reads every file to see whether it is as it was. */
    public ModelState state() throws IOException {
        long bytes = bytes();
        if (!Files.exists(file(MANIFEST))) {
            return bytes == 0 ? new ModelState.Absent() : new ModelState.Begun(bytes);
        }
        ModelManifest manifest;
        try {
            manifest = JSON.readValue(Files.readString(file(MANIFEST)), ModelManifest.class);
        } catch (JsonProcessingException e) {
            return new ModelState.Damaged(MANIFEST + " cannot be understood", bytes);
        }
        for (Map.Entry<String, String> sum : manifest.sha256().entrySet()) {
            if (!Files.isRegularFile(file(sum.getKey()))) {
                return new ModelState.Damaged(sum.getKey() + " is gone", bytes);
            }
            if (!Sha256.of(file(sum.getKey())).equals(sum.getValue())) {
                return new ModelState.Damaged(sum.getKey() + " has changed", bytes);
            }
        }
        return new ModelState.Installed(manifest, bytes);
    }

    /** From now on it counts as not installed. */
    void begin() throws IOException {
        Files.createDirectories(path);
        Files.deleteIfExists(file(MANIFEST));
    }

    void install(ModelManifest manifest) throws IOException {
        Path written = file(MANIFEST + ".new");
        Files.writeString(written, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(manifest) + "\n");
        Files.move(written, file(MANIFEST), StandardCopyOption.ATOMIC_MOVE);
    }

    /** The manifest goes first, so that nobody takes half a model for a whole one. */
    void delete() throws IOException {
        Files.deleteIfExists(file(MANIFEST));
        for (Path file : contents().reversed()) {
            Files.delete(file);
        }
    }

    /** On disk. */
    long bytes() throws IOException {
        long bytes = 0;
        for (Path file : contents()) {
            bytes += Files.isRegularFile(file) ? Files.size(file) : 0;
        }
        return bytes;
    }

    /** The folder and all in it, folders before what they hold. */
    private List<Path> contents() throws IOException {
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> contents = Files.walk(path)) {
            return contents.toList();
        }
    }
}
