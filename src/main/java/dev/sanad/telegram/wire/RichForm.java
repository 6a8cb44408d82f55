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
import org.telegram.telegrambots.meta.api.objects.richtext.RichTextConcat;
import org.telegram.telegrambots.meta.api.objects.richtext.RichTextUrl;

/**
 * A message's HTML as a rich message (Bot API 10.3, {@code InputRichMessage}): a paragraph a line, quotations in expandable
 * blocks, the direction of the whole told once. Telegram looks for no addresses and names in it, so what was set as code
 * to keep it from becoming a link is plain text.
 */
final class RichForm {
    private final List<InputRichBlock> blocks = new ArrayList<>();
    private final List<RichText> line = new ArrayList<>();

    private RichForm() {}

    /** @param html of {@code TelegramRenderer} */
    static InputRichMessage of(String html) {
        Element body = Jsoup.parseBodyFragment(html).body();
        var form = new RichForm();
        body.childNodes().forEach(form::add);
        form.endLine();
        boolean leftToRight = new Bidi(body.wholeText(), Bidi.DIRECTION_DEFAULT_LEFT_TO_RIGHT).baseIsLeftToRight();
        return InputRichMessage.builder()
                .blocks(form.blocks)
                .isRtl(leftToRight ? null : true)
                .skipEntityDetection(true)
                .build();
    }

    private void add(Node node) {
        if (node instanceof Element element && element.nameIs("blockquote")) {
            endLine();
            blocks.add(new ExpandableQuotation(text(element)));
        } else if (node instanceof TextNode text) {
            String[] lines = text.getWholeText().split("\n", -1);
            for (int i = 0; i < lines.length; i++) {
                if (i > 0) {
                    endLine();
                }
                if (!lines[i].isEmpty()) {
                    line.add(new Plain(lines[i]));
                }
            }
        } else if (node instanceof Element element) {
            line.add(styled(element));
        }
    }

    private void endLine() {
        if (!line.isEmpty()) {
            blocks.add(new InputRichBlockParagraph(joined(line)));
            line.clear();
        }
    }

    private static RichText styled(Element element) {
        return switch (element.normalName()) {
            case "b" -> new RichTextBold(text(element));
            case "a" -> new RichTextUrl(text(element), element.attr("href"));
            default -> text(element);
        };
    }

    private static RichText text(Element element) {
        return joined(element.childNodes().stream()
                .map(node ->
                        node instanceof Element inner ? styled(inner) : new Plain(((TextNode) node).getWholeText()))
                .toList());
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
