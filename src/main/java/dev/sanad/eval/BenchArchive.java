package dev.sanad.eval;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a folder's indexes were built of, kept beside them.
 *
 * @param vectors their dimension; 0 in an archive without
 * @param built null while they are being built, and after a run that was stopped
 */
record BenchArchive(
        int passages,
        long seed,
        String sentences,
        String firstArticle,
        int schema,
        int vectors,
        @Nullable BenchBuilt built) {
    private static final String NAME = "bench-archive.json";
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * What building took, if the folder's indexes are those that are asked for; null where they must be built.
     *
     * @throws BenchException if the folder holds something else
     */
    @Nullable BenchBuilt builtIn(Path folder) throws IOException, BenchException {
        Path file = folder.resolve(NAME);
        if (!Files.exists(file)) {
            try (Stream<Path> files = Files.list(folder)) {
                if (files.findAny().isPresent()) {
                    throw new BenchException(
                            "--archive " + folder
                                    + " holds something that no benchmark has built; name an empty folder, or one that is not there yet.");
                }
            }
            return null;
        }
        BenchArchive there = JSON.readValue(file.toFile(), BenchArchive.class);
        if (!there.with(null).equals(with(null))) {
            throw new BenchException("--archive " + folder + " was built with --passages " + there.passages + " --seed "
                    + there.seed + ", " + difference(there)
                    + "; give the same again, name another folder, or remove this one.");
        }
        return there.built;
    }

    private String difference(BenchArchive there) {
        if (there.passages != passages || there.seed != seed) {
            return "not with --passages " + passages + " --seed " + seed;
        }
        if (there.vectors != vectors) {
            return "with vectors of " + there.vectors + " numbers, not " + vectors;
        }
        return there.sentences.equals(sentences) ? "by another version of Sanad" : "of another corpus";
    }

    void write(Path folder) throws IOException {
        JSON.writerWithDefaultPrettyPrinter().writeValue(folder.resolve(NAME).toFile(), this);
    }

    BenchArchive with(@Nullable BenchBuilt figures) {
        return new BenchArchive(passages, seed, sentences, firstArticle, schema, vectors, figures);
    }
}
