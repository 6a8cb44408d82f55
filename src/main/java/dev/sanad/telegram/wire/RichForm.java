package dev.sanad.telegram.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import java.io.IOException;
import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.telegram.telegrambots.meta.api.objects.richblock.InputRichBlock;
import org.telegram.telegrambots.meta.api.objects.richblock.InputRichBlockParagraph;
import org.telegram.telegrambots.meta.api.objects.richtext.InputRichMessage;
import org.telegram.telegrambots.meta.api.objects.richtext.RichText;
import org.telegram.telegrambots.meta.api.objects.richtext.RichTextBold;
import org.telegram.telegrambots.meta.api.objects.richtext.RichTextCode;
import org.telegram.telegrambots.meta.api.objects.richtext.RichTextConcat;
import org.telegram.telegrambots.meta.api.objects.richtext.RichTextUrl;

/**
 * A message's HTML as a rich message (Bot API 10.3, {@code InputRichMessage}): a paragraph a line, quotations in expandable
 * blocks, the direction of the whole told once. Commands are found in it as in any message; what was set as code to keep it
 * from becoming a link stays code.
 */
final class RichForm {
    private final List<InputRichBlock> blocks = new ArrayList<>();
    private final List<RichText> line = new ArrayList<>();
    private final StringBuilder words = new StringBuilder();
    private boolean leftToRight = true;

    private RichForm() {}

    /** @param html of {@code TelegramRenderer} */
    static InputRichMessage of(String html) {
        var form = new RichForm();
        Jsoup.parseBodyFragment(html).body().childNodes().forEach(form::add);
        form.endLine();
        return InputRichMessage.builder()
                .blocks(form.blocks)
                .isRtl(form.leftToRight ? null : true)
                .build();
    }

    private void add(Node node) {
        if (node instanceof TextNode text) {
            String[] lines = text.getWholeText().split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                if (i > 0) {
                    endLine();
                }
                add(new Plain(lines[i]), lines[i]);
            }
        } else if (node instanceof Element element && element.nameIs("blockquote")) {
            endLine();
            blocks.add(new ExpandableQuotation(text(element)));
        } else if (node instanceof Element element) {
            add(styled(element), element.wholeText());
        }
    }

    private void add(RichText text, String plain) {
        if (!plain.isEmpty()) {
            line.add(text);
            words.append(plain);
        }
    }

    /** A sentence of an answer runs as its own words do; the lines below it, the last above all, run as their reader reads. */
    private void endLine() {
        if (!words.toString().isBlank()) {
            blocks.add(new InputRichBlockParagraph(joined(line)));
            leftToRight = new Bidi(words.toString(), Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
        }
        line.clear();
        words.setLength(0);
    }

    private static RichText styled(Element element) {
        return switch (element.normalName()) {
            case "b" -> new RichTextBold(text(element));
            case "a" -> new RichTextUrl(text(element), element.attr("href"));
            case "code" -> new RichTextCode(text(element));
            default -> text(element);
        };
    }

    private static RichText text(Element element) {
        var parts = new ArrayList<RichText>();
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode text) {
                parts.add(new Plain(text.getWholeText()));
            } else if (node instanceof Element inner) {
                parts.add(styled(inner));
            }
        }
        return joined(parts);
    }

    private static RichText joined(List<RichText> parts) {
        return parts.size() == 1 ? parts.getFirst() : new RichTextConcat(List.copyOf(parts));
    }

    /** A string; the library's own writes an object, which the Bot API does not take. */
    private record Plain(String text) implements RichText, JsonSerializable {
        @Override
        public String getType() {
            return "plain";
        }

        @Override
        public void serialize(JsonGenerator json, SerializerProvider serializers) throws IOException {
            json.writeString(text);
        }

        @Override
        public void serializeWithType(JsonGenerator json, SerializerProvider serializers, TypeSerializer type)
                throws IOException {
            json.writeString(text);
        }
    }

    /** A quotation of which a client shows the beginning; newer than the library. */
    private record ExpandableQuotation(@JsonProperty("text") RichText text) implements InputRichBlock {
        @JsonProperty("type")
        @Override
        public String getType() {
            return "expandable_blockquote";
        }
    }
}
