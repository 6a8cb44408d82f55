package dev.sanad.llm;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** Brings a model into an archive. */
public final class ModelFetcher {
    private final ModelFolders folders;
    private final FetchListener listener;

    public ModelFetcher(ModelFolders folders, FetchListener listener) {
        this.folders = folders;
        this.listener = listener;
    }

    /**
     * Takes up what an earlier run left. The model counts as installed only when every file of it is there and checked.
     *
     * @return the files, in the order in which they came
     * @throws FetchException when the source fails, or another process is at it
     * @throws IOException when the archive cannot be written
     */
    public List<ReceivedFile> fetch(CatalogueModel model, ModelSource source)
            throws FetchException, IOException, InterruptedException {
        return folders.alone(() -> install(model, source));
    }

    private List<ReceivedFile> install(CatalogueModel model, ModelSource source)
            throws FetchException, IOException, InterruptedException {
        Sha256Sums sums = source.sums();
        ModelFolder folder = folders.of(model);
        folder.begin();
        var received = new ArrayList<ReceivedFile>();
        var checksums = new LinkedHashMap<String, String>();
        for (ModelFile file : model.parts()) {
            ReceivedFile there = source.fetch(file, folder.file(file.name()), sums, listener);
            received.add(there);
            checksums.put(there.name(), there.sha256());
        }
        folder.install(new ModelManifest(
                model.id(), checksums, model.queryPrefix(), model.passagePrefix(), model.licence(), source.name()));
        return received;
    }
}
