package dev.sanad.llm;

import dev.sanad.config.Provider;
import java.util.List;
import java.util.stream.Collectors;

/** How each provider takes texts and sends vectors. */
enum EmbeddingWire {
    OPENAI(Provider.OPENAI, "/v1", "POST /v1/embeddings") {
        @Override
        String reply(List<String> vectors) {
            return objects(vectors);
        }
    },
    GEMINI(Provider.GEMINI, "/v1beta", "POST /v1beta/models/m:batchEmbedContents") {
        @Override
        String reply(List<String> vectors) {
            return "{\"embeddings\":["
                    + vectors.stream()
                            .map(vector -> "{\"values\":" + vector + "}")
                            .collect(Collectors.joining(","))
                    + "]}";
        }
    },
    OLLAMA(Provider.OLLAMA, "", "POST /api/embed") {
        @Override
        String reply(List<String> vectors) {
            return "{\"model\":\"m\",\"embeddings\":" + vectors + "}";
        }
    },
    MISTRAL(Provider.MISTRAL, "/v1", "POST /v1/embeddings") {
        @Override
        String reply(List<String> vectors) {
            return objects(vectors);
        }
    };

    final Provider provider;
    final String path;
    final String requestLine;

    EmbeddingWire(Provider provider, String path, String requestLine) {
        this.provider = provider;
        this.path = path;
        this.requestLine = requestLine;
    }

    /** @param vectors as JSON arrays */
    abstract String reply(List<String> vectors);

    private static String objects(List<String> vectors) {
        var data = new StringBuilder();
        for (int i = 0; i < vectors.size(); i++) {
            data.append(i == 0 ? "" : ",")
                    .append("{\"object\":\"embedding\",\"index\":")
                    .append(i)
                    .append(",\"embedding\":")
                    .append(vectors.get(i))
                    .append('}');
        }
        return "{\"id\":\"1\",\"object\":\"list\",\"model\":\"m\",\"data\":[" + data
                + "],\"usage\":{\"prompt_tokens\":3,\"total_tokens\":3}}";
    }
}
