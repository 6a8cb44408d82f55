package dev.sanad.llm;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The embedding models that are known to run in process. */
public final class ModelCatalogue {
    private static final CatalogueModel E5_SMALL = new CatalogueModel(
            "multilingual-e5-small",
            "finding passages by what they mean, within a language and across languages",
            "about 100, Persian, Arabic and English among them",
            384,
            "MIT",
            "intfloat",
            URI.create("https://huggingface.co/Xenova/multilingual-e5-small"),
            URI.create("https://huggingface.co/Xenova/multilingual-e5-small/resolve/main/"),
            List.of(
                    // the small one first: a source that is wrong shows it soon
                    new ModelFile("tokenizer.json", List.of("tokenizer.json"), 17_082_730, ""),
                    new ModelFile(
                            "model.onnx",
                            List.of("onnx/model_quantized.onnx", "model_quantized.onnx", "model.onnx"),
                            113_000_000,
                            "f80102d3f2a1229f")),
            "query: ",
            "passage: ");

    private final List<CatalogueModel> models;

    public ModelCatalogue() {
        this(List.of(E5_SMALL));
    }

    ModelCatalogue(List<CatalogueModel> models) {
        this.models = List.copyOf(models);
    }

    /** At least one; the first is what is fetched unless another is named. */
    public List<CatalogueModel> models() {
        return models;
    }

    public List<String> ids() {
        return models.stream().map(CatalogueModel::id).toList();
    }

    public @Nullable CatalogueModel find(String id) {
        return models.stream()
                .filter(model -> model.id().equals(id))
                .findFirst()
                .orElse(null);
    }
}
