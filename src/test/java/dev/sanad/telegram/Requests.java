package dev.sanad.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the Bot API 10.3 takes: its schema, and the limits that stand in its documentation only. */
final class Requests {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_TEXT = 4096;
    private static final int MAX_ENTITIES = 100;
    private static final int MAX_CALLBACK_BYTES = 64;
    private final JsonNode subset = load();
    /** By method in lower case; getMe takes nothing. */
    private final Map<String, Schema> schemas = Stream.of(
                    "GetUpdates", "DeleteWebhook", "SendMessage", "SendChatAction", "SetMyCommands")
            .collect(Collectors.toMap(name -> name.toLowerCase(Locale.ROOT), this::schema));

    boolean knows(String method) {
        return method.equals("getme") || schemas.containsKey(method);
    }

    /** What is wrong with the request; nothing when Telegram would take it. The library adds its own {@code method}. */
    List<String> problems(String method, ObjectNode body) {
        List<String> problems = new ArrayList<>();
        body.remove("method");
        if (method.equals("getme")) {
            body.fieldNames().forEachRemaining(name -> problems.add("getMe takes no " + name));
            return problems;
        }
        Objects.requireNonNull(schemas.get(method))
                .validate(body)
                .forEach(error -> problems.add(error.getInstanceLocation() + " " + error.getMessage()));
        if (method.equals("sendmessage")) {
            message(body, problems);
        } else if (method.equals("setmycommands")) {
            commands(body, problems);
        } else if (method.equals("getupdates")) {
            between(body, "limit", 1, 100, problems);
            between(body, "timeout", 0, 50, problems);
        }
        return problems;
    }

    private static void message(JsonNode body, List<String> problems) {
        String text = body.path("text").asText();
        try {
            HtmlCheck parsed = body.path("parse_mode").asText().equals("HTML")
                    ? HtmlCheck.of(text)
                    : new HtmlCheck(text, List.of(), List.of(), 0);
            if (parsed.visible().isBlank() || parsed.visible().length() > MAX_TEXT) {
                problems.add("text has " + parsed.visible().length() + " units");
            }
            if (parsed.entities() > MAX_ENTITIES) {
                problems.add("text has " + parsed.entities() + " entities");
            }
        } catch (IllegalArgumentException e) {
            problems.add("can't parse entities: " + e.getMessage());
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
            problems.add("text is not UTF-8");
        }
        JsonNode reply = body.path("reply_parameters");
        if (!reply.isMissingNode() && reply.path("message_id").asInt() <= 0) {
            problems.add("reply_parameters without a message_id");
        }
        for (JsonNode row : body.path("reply_markup").path("inline_keyboard")) {
            for (JsonNode button : row) {
                if (button.path("callback_data").asText().getBytes(StandardCharsets.UTF_8).length
                        > MAX_CALLBACK_BYTES) {
                    problems.add("callback_data of more than 64 bytes");
                }
            }
        }
    }

    private static void commands(JsonNode body, List<String> problems) {
        for (JsonNode command : body.path("commands")) {
            if (!command.path("command").asText().matches("[a-z0-9_]{1,32}")) {
                problems.add("a command has 1 to 32 of a-z, 0-9 and _");
            }
            int length = command.path("description").asText().length();
            if (length < 1 || length > 256) {
                problems.add("a command's description has 1 to 256 characters");
            }
        }
    }

    private static void between(JsonNode body, String name, int min, int max, List<String> problems) {
        JsonNode value = body.path(name);
        if (!value.isMissingNode() && (value.asInt() < min || value.asInt() > max)) {
            problems.add(name + " is " + value.asInt());
        }
    }

    private Schema schema(String method) {
        ObjectNode schema = subset.deepCopy();
        schema.put("$ref", "#/definitions/" + method + "Params");
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(schema);
    }

    private static JsonNode load() {
        try (InputStream in =
                Objects.requireNonNull(Requests.class.getResourceAsStream("bot-api-10.3.subset.schema.json"))) {
            return JSON.readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
