package dev.sanad.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A rich message, read as the Bot API documents it, from its blocks alone; their shapes are the schema's to check.
 *
 * @param visible what its blocks say, a line each
 * @param quotations the texts of the expandable quotations
 * @param links the addresses
 * @param blocks how many there are
 */
public record RichCheck(String visible, List<String> quotations, List<String> links, int blocks) {
    private static final int MAX_TEXT = 32_768;
    private static final int MAX_BLOCKS = 500;
    private static final int MAX_DEPTH = 16;

    /** @throws IllegalArgumentException with what is wrong */
    public static RichCheck of(JsonNode message) {
        long written = List.of("html", "markdown", "blocks").stream()
                .filter(message::has)
                .count();
        if (written != 1 || message.path("blocks").isEmpty()) {
            throw new IllegalArgumentException("a rich message has html, markdown or blocks, and Sanad sends blocks");
        }
        List<String> lines = new ArrayList<>();
        List<String> quotations = new ArrayList<>();
        List<String> links = new ArrayList<>();
        for (JsonNode block : message.path("blocks")) {
            String text = text(block.path("text"), links, 2);
            if (text.isBlank()) {
                throw new IllegalArgumentException("a block without words");
            }
            lines.add(text);
            if (block.path("type").asText().equals("expandable_blockquote")) {
                quotations.add(text);
            }
        }
        String visible = String.join("\n", lines);
        if (visible.length() > MAX_TEXT || lines.size() > MAX_BLOCKS) {
            throw new IllegalArgumentException(visible.length() + " characters in " + lines.size() + " blocks");
        }
        return new RichCheck(visible, quotations, links, lines.size());
    }

    private static String text(JsonNode text, List<String> links, int depth) {
        if (depth > MAX_DEPTH) {
            throw new IllegalArgumentException("nested more than " + MAX_DEPTH + " deep");
        }
        if (text.isTextual()) {
            return text.asText();
        }
        if (text.isArray()) {
            var parts = new StringBuilder();
            text.forEach(part -> parts.append(text(part, links, depth)));
            return parts.toString();
        }
        if (text.path("type").asText().equals("url")) {
            String address = text.path("url").asText();
            if (!address.matches("https?://\\S{1,2048}")) {
                throw new IllegalArgumentException("an address: " + address);
            }
            links.add(address);
        }
        return text(text.path("text"), links, depth + 1);
    }
}
