package dev.sanad.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;

/** A JSON file that holds one article, or an array of them. */
final class JsonReader implements ArticleReader {
    private final ArticleMaker maker;

    JsonReader(ArticleMaker maker) {
        this.maker = maker;
    }

    @Override
    public void read(SourceFile file, ArticleSink sink) throws IOException {
        JsonNode root;
        try {
            root = JsonArticle.parse(Decoder.decode(Bytes.of(file)));
        } catch (RefusedException e) {
            sink.refused(new Refusal(file.path(), e.reason()));
            return;
        }
        if (!root.isArray()) {
            article(root, file, file.path(), sink);
            return;
        }
        if (root.isEmpty()) {
            sink.refused(new Refusal(file.path(), "is an empty array"));
        }
        for (int i = 0; i < root.size(); i++) {
            article(root.get(i), file, file.path() + "#" + (i + 1), sink);
        }
    }

    private void article(JsonNode node, SourceFile file, String name, ArticleSink sink) {
        try {
            maker.make(JsonArticle.fields(node), name, name, file.name(), sink);
        } catch (RefusedException e) {
            sink.refused(new Refusal(name, e.reason()));
        }
    }
}
