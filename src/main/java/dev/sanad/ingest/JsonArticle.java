package dev.sanad.ingest;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.jspecify.annotations.Nullable;

/** An article as a JSON object: {@code {"id","title","text","date","source","url","lang"}}, all but the text optional. */
final class JsonArticle {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final JsonMapper LENIENT = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS, JsonReadFeature.ALLOW_TRAILING_COMMA)
            .build();

    private JsonArticle() {}

    static JsonNode parse(String json) throws RefusedException {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException e) {
            JsonLocation at = e.getLocation();
            String where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
            String problem = e.getOriginalMessage().lines().findFirst().orElse("");
            throw new RefusedException("is not JSON" + where + ": " + problem);
        }
    }

    /** Null for what cannot be parsed even so: what pages carry for search engines is often broken, and never needed. */
    static @Nullable JsonNode lenient(String json) {
        try {
            return LENIENT.readTree(json);
        } catch (JsonProcessingException e) {
            return null;
        }
    }

    static Fields fields(JsonNode node) throws RefusedException {
        if (!node.isObject()) {
            throw new RefusedException("is no JSON object with an article's fields");
        }
        var fields = new Fields();
        node.properties().forEach(property -> fields.put(property.getKey(), text(property.getValue())));
        if (fields.get(Fields.Field.TEXT) == null) {
            throw new RefusedException("has no text (a string under text, body or content)");
        }
        return fields;
    }

    /** A string or a number as it is, the name of a thing that has one; null for everything else. */
    static @Nullable String text(@Nullable JsonNode value) {
        if (value == null) {
            return null;
        }
        if (value.isTextual() || value.isNumber()) {
            return value.asText();
        }
        JsonNode name = value.get("name");
        return name != null && name.isTextual() ? name.asText() : null;
    }
}
