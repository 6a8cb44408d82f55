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
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the Bot API 10.3 takes: its schema, and the limits that stand in its documentation only. */
final class Requests {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_TEXT = 4096;
    private static final int MAX_ENTITIES = 100;
    private static final int MAX_CALLBACK_BYTES = 64;
    private static final int MAX_BUTTONS = 100;
    private static final int MAX_RESULTS = 50;
    private final JsonNode subset = load();
    /** By method in lower case; getMe takes nothing. */
    private final Map<String, Schema> schemas = Stream.of(
                    "GetUpdates",
                    "DeleteWebhook",
                    "SendMessage",
                    "SendMessageDraft",
                    "SendRichMessage",
                    "EditMessageText",
                    "DeleteMessage",
                    "AnswerCallbackQuery",
                    "AnswerInlineQuery",
                    "SendChatAction",
                    "SetMyName",
                    "SetMyDescription",
                    "SetMyShortDescription",
                    "SetMyCommands")
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
        switch (method) {
            case "sendmessage" -> {
                text(body.path("text").asText(), body, problems);
                replyAndButtons(body, problems);
            }
            case "sendrichmessage" -> {
                rich(body.path("rich_message"), problems);
                replyAndButtons(body, problems);
            }
            case "editmessagetext" -> {
                if (body.has("rich_message") == body.has("text")) {
                    problems.add("an edit has a text or a rich message");
                } else if (body.has("text")) {
                    text(body.path("text").asText(), body, problems);
                } else {
                    rich(body.path("rich_message"), problems);
                }
                replyAndButtons(body, problems);
                if (body.path("message_id").asInt() <= 0 || !body.has("chat_id")) {
                    problems.add("an edit names a chat and a message");
                }
            }
            case "sendmessagedraft" -> draft(body, problems);
            case "answercallbackquery" -> atMost("text", body.path("text"), 200, problems);
            case "answerinlinequery" -> inline(body, problems);
            case "setmyname" -> atMost("name", body.path("name"), 64, problems);
            case "setmydescription" -> atMost("description", body.path("description"), 512, problems);
            case "setmyshortdescription" -> atMost("short_description", body.path("short_description"), 120, problems);
            case "setmycommands" -> commands(body, problems);
            case "getupdates" -> {
                between(body, "limit", 1, 100, problems);
                between(body, "timeout", 0, 50, problems);
            }
            default -> {
                // the schema says all
            }
        }
        return problems;
    }

    private static void draft(JsonNode body, List<String> problems) {
        if (body.path("chat_id").asLong() <= 0) {
            problems.add("drafts are for private chats");
        }
        if (body.path("draft_id").asInt() == 0) {
            problems.add("a draft's id is not zero");
        }
        if (!body.path("text").asText().isEmpty()) {
            text(body.path("text").asText(), body, problems);
        }
    }

    private static void inline(JsonNode body, List<String> problems) {
        if (body.path("results").size() > MAX_RESULTS) {
            problems.add("more than 50 inline results");
        }
        Set<String> ids = new HashSet<>();
        for (JsonNode result : body.path("results")) {
            String id = result.path("id").asText();
            if (id.isEmpty() || id.getBytes(StandardCharsets.UTF_8).length > MAX_CALLBACK_BYTES || !ids.add(id)) {
                problems.add("an inline result's id has 1 to 64 bytes and is its own");
            }
            if (result.path("title").asText().isBlank()) {
                problems.add("an inline result has a title");
            }
            JsonNode content = result.path("input_message_content");
            text(content.path("message_text").asText(), content, problems);
            replyAndButtons(result, problems);
        }
        JsonNode button = body.path("button");
        if (!button.isMissingNode() && !button.path("start_parameter").asText().matches("[A-Za-z0-9_-]{1,64}")) {
            problems.add("a start parameter has 1 to 64 of A-Z, a-z, 0-9, _ and -");
        }
    }

    private static void atMost(String name, JsonNode text, int most, List<String> problems) {
        if (text.asText().length() > most) {
            problems.add(name + " has more than " + most + " characters");
        }
    }

    private static void text(String text, JsonNode body, List<String> problems) {
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
    }

    private static void rich(JsonNode message, List<String> problems) {
        try {
            RichCheck.of(message);
        } catch (IllegalArgumentException e) {
            problems.add("can't parse rich message: " + e.getMessage());
        }
    }

    private static void replyAndButtons(JsonNode body, List<String> problems) {
        JsonNode reply = body.path("reply_parameters");
        if (!reply.isMissingNode() && reply.path("message_id").asInt() <= 0) {
            problems.add("reply_parameters without a message_id");
        }
        int buttons = 0;
        for (JsonNode row : body.path("reply_markup").path("inline_keyboard")) {
            if (row.isEmpty()) {
                problems.add("a row without buttons");
            }
            for (JsonNode button : row) {
                buttons++;
                button(button, problems);
            }
        }
        if (buttons > MAX_BUTTONS) {
            problems.add("more than 100 buttons");
        }
    }

    private static void button(JsonNode button, List<String> problems) {
        if (button.path("text").asText().isBlank()) {
            problems.add("a button without words");
        }
        if (button.size() != 2) {
            problems.add("a button does one thing: " + button);
        }
        if (button.has("callback_data")) {
            int bytes = button.path("callback_data").asText().getBytes(StandardCharsets.UTF_8).length;
            if (bytes < 1 || bytes > MAX_CALLBACK_BYTES) {
                problems.add("callback_data of " + bytes + " bytes");
            }
        }
        if (button.has("url") && !button.path("url").asText().matches("https?://[^\\s]{1,2048}")) {
            problems.add("a button's address: " + button.path("url").asText());
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
