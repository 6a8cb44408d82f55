package dev.sanad.llm;

import java.io.IOException;
import java.nio.file.Path;

/** Where a model's files come from. */
public sealed interface ModelSource permits FolderSource, WebSource {
    /** As it is shown to people, and kept in {@code model.json}. */
    String name();

    /** The checksums that stand beside the files; none where there are none. */
    Sha256Sums sums() throws FetchException, InterruptedException;

    /**
     * Puts a file at {@code target}, whole and checked. What was fetched of it when this fails stays in
     * {@code target.part}, unless it is wrong.
     *
     * @throws FetchException when the source does not give it, or gives another than was promised
     * @throws IOException when {@code target} cannot be written
     */
    ReceivedFile fetch(ModelFile file, Path target, Sha256Sums sums, FetchListener listener)
            throws FetchException, IOException, InterruptedException;
}
