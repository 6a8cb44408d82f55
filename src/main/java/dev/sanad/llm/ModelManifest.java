package dev.sanad.llm;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Map;

/**
 * What {@code model.json} says. A model is installed when that file stands beside the others.
 *
 * @param sha256 of each file, in hexadecimal, by the file's name
 * @param source the page or the place that it came from
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@JsonPropertyOrder({"id", "sha256", "query-prefix", "passage-prefix", "licence", "source"})
public record ModelManifest(
        @JsonProperty(value = "id", required = true) String id,
        @JsonProperty(value = "sha256", required = true) Map<String, String> sha256,

        @JsonProperty(value = "query-prefix", required = true)
        String queryPrefix,

        @JsonProperty(value = "passage-prefix", required = true)
        String passagePrefix,

        @JsonProperty("licence") String licence,
        @JsonProperty("source") String source) {}
