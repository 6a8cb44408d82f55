package dev.sanad.llm;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.http.client.HttpClient;
import dev.langchain4j.http.client.HttpMethod;
import dev.langchain4j.http.client.HttpRequest;
import dev.langchain4j.model.output.Response;
import dev.langchain4j.model.scoring.ScoringModel;
import dev.sanad.config.Endpoint;
import java.util.Arrays;
import java.util.List;

/**
 * {@code POST …/rerank} as Cohere, Jina, Voyage and the servers that speak like them (vLLM, llama.cpp) take it. LangChain4j's
 * own modules for these come with another HTTP client, which knows neither our deadlines nor {@code Retry-After}.
 */
final class RerankModel implements ScoringModel {
    private static final JsonMapper JSON = new JsonMapper();
    private final HttpClient http;
    private final Endpoint endpoint;

    RerankModel(HttpClient http, Endpoint endpoint) {
        this.http = http;
        this.endpoint = endpoint;
    }

    @Override
    public Response<List<Double>> scoreAll(List<TextSegment> passages, String question) {
        ObjectNode body = JSON.createObjectNode();
        body.put("model", endpoint.model()).put("query", question);
        var documents = body.putArray("documents");
        passages.forEach(passage -> documents.add(passage.text()));
        var request = HttpRequest.builder()
                .method(HttpMethod.POST)
                .url(Llms.url(endpoint) + "/rerank")
                .addHeader("Content-Type", "application/json");
        Llms.bearer(endpoint).forEach((name, value) -> request.addHeader(name, value));
        return Response.from(
                scores(http.execute(request.body(body.toString()).build()).body(), passages.size()));
    }

    /** @param reply {@code {"results":[{"index":2,"relevance_score":0.9},…]}}, in any order; Voyage says {@code data} */
    private static List<Double> scores(String reply, int passages) {
        JsonNode json;
        try {
            json = JSON.readTree(reply);
        } catch (JsonProcessingException e) {
            throw new StreamFailure(Failures.malformed("sent a reply that is not JSON"));
        }
        var scores = new Double[passages];
        for (JsonNode result : json.path(json.has("results") ? "results" : "data")) {
            int index = result.path("index").asInt(-1);
            if (index < 0
                    || index >= passages
                    || !result.path("relevance_score").isNumber()) {
                throw new StreamFailure(Failures.malformed("sent a score that belongs to no passage"));
            }
            scores[index] = result.path("relevance_score").doubleValue();
        }
        List<Double> known =
                Arrays.stream(scores).filter(score -> score != null).toList();
        if (known.size() < passages) {
            throw new StreamFailure(
                    Failures.malformed("sent " + known.size() + " scores for " + passages + " passages"));
        }
        return known;
    }
}
