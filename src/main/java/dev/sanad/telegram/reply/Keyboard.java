package dev.sanad.telegram.reply;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of buttons below a message, as the Bot API takes them. */
final class Keyboard {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MAX_DATA = 64;
    private final List<List<Map<String, String>>> rows = new ArrayList<>();

    /** What a button says and does. */
    record Button(String text, String does, String value) {
        /** @param data at most 64 bytes; what they mean stands in the database */
        static Button press(String text, String data) {
            if (data.getBytes(StandardCharsets.UTF_8).length > MAX_DATA) {
                throw new IllegalArgumentException("a button carries at most " + MAX_DATA + " bytes, not " + data);
            }
            return new Button(text, "callback_data", data);
        }

        static Button open(String text, String address) {
            return new Button(text, "url", address);
        }
    }

    /** A row is left out when it has no buttons. */
    Keyboard row(List<Button> buttons) {
        if (!buttons.isEmpty()) {
            rows.add(buttons.stream()
                    .map(button -> Map.of("text", button.text(), button.does(), button.value()))
                    .toList());
        }
        return this;
    }

    Keyboard row(Button... buttons) {
        return row(List.of(buttons));
    }

    /** The keyboard with other words on the button that carries that data. */
    static String relabelled(String keyboard, String data, String text) {
        try {
            List<List<Map<String, String>>> all = JSON.readValue(keyboard, new TypeReference<>() {});
            for (List<Map<String, String>> row : all) {
                for (Map<String, String> button : row) {
                    if (data.equals(button.get("callback_data"))) {
                        button.put("text", text);
                    }
                }
            }
            return JSON.writeValueAsString(all);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a keyboard that was kept is rows of buttons", e);
        }
    }

    /** JSON; null when there are no buttons. */
    @Nullable String json() {
        if (rows.isEmpty()) {
            return null;
        }
        try {
            return JSON.writeValueAsString(rows);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts can always be written as JSON", e);
        }
    }
}
