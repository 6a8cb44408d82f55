package dev.sanad.cli;

import dev.sanad.config.Embedding;
import dev.sanad.config.Settings;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Tells once an archive, and never again, that a model would find more. */
final class ModelHint {
    private static final String GIVEN = "models/.mentioned";

    private ModelHint() {}

    /** Says nothing where the configuration wants no model, or names one. */
    static void giveOnce(Settings settings) throws IOException {
        if (!(settings.embedding().source() instanceof Embedding.Source.Installed)) {
            return;
        }
        Path given = settings.archive().resolve(GIVEN);
        try {
            Files.createDirectories(given.getParent());
            Files.createFile(given);
        } catch (FileAlreadyExistsException e) {
            return;
        }
        System.err.println(
                "note: questions find articles by their words; ./sanad model get fetches a model (130 MB) that"
                        + " finds them by meaning too. This is said once.");
    }
}
