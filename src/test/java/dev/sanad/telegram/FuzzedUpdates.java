package dev.sanad.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Updates of every type that the Bot API knows, with fields missing or wrong: the same ones for the same seed. */
final class FuzzedUpdates {
    private static final int READERS = 150;
    private static final List<String> MESSAGES = List.of(
            "message",
            "edited_message",
            "channel_post",
            "edited_channel_post",
            "business_message",
            "edited_business_message",
            "guest_message");
    private static final List<String> OTHERS = List.of(
            "business_connection",
            "deleted_business_messages",
            "message_reaction",
            "message_reaction_count",
            "chosen_inline_result",
            "shipping_query",
            "pre_checkout_query",
            "purchased_paid_media",
            "poll",
            "poll_answer",
            "chat_member",
            "chat_join_request",
            "chat_boost",
            "removed_chat_boost",
            "managed_bot",
            "stopped_message_generation");
    private static final List<String> TEXTS = List.of(
            "طرح ایران چند ماده دارد؟",
            "/start",
            "/start a_b",
            "/ask <b>چه؟</b> & \u202e",
            "/forget",
            "/verify x",
            "/sources@sanad_test_bot now",
            "@sanad_test_bot when?",
            "\ud83d\ude00",
            "\ud800 half",
            "half \udfff",
            "\u0000\u0001\u200f",
            " ",
            "",
            "/",
            "x".repeat(5_000) + "؟");
    private static final List<String> MEDIA = List.of(
            "sticker",
            "voice",
            "photo",
            "audio",
            "video",
            "video_note",
            "animation",
            "document",
            "location",
            "contact",
            "poll",
            "dice",
            "story",
            "game",
            "invoice",
            "web_app_data",
            "forum_topic_created",
            "pinned_message",
            "new_chat_members",
            "migrate_to_chat_id",
            "quote",
            "via_bot",
            "sender_chat",
            "media_group_id");
    private static final ObjectWriter ASCII = Requests.JSON.writer().with(JsonWriteFeature.ESCAPE_NON_ASCII);
    private final Random random;

    FuzzedUpdates(long seed) {
        this.random = new Random(seed);
    }

    /** {@code %d} stands for its id. */
    String next() throws JsonProcessingException {
        ObjectNode update = Requests.JSON.createObjectNode();
        int kind = random.nextInt(10);
        switch (kind) {
            case 0, 1, 2, 3 -> update.set(one(MESSAGES), message());
            case 4, 5 -> update.set("message", message());
            case 6 -> update.set("callback_query", press());
            case 7 -> update.set("inline_query", typed());
            case 8 -> update.set("my_chat_member", membership());
            default -> update.set(one(OTHERS), press());
        }
        for (int wrong = random.nextInt(4); wrong > 0; wrong--) {
            spoil(update);
        }
        String json = ASCII.writeValueAsString(update);
        String id = random.nextInt(50) == 0 ? "" : "\"update_id\":%d";
        String rest = json.substring(1);
        return "{" + id + (id.isEmpty() || rest.equals("}") ? "" : ",") + rest;
    }

    private ObjectNode message() {
        long reader = 1L + random.nextInt(READERS);
        String language = random.nextBoolean() ? "fa" : "en";
        int id = 1 + random.nextInt(1_000_000);
        ObjectNode message = random.nextInt(3) == 0
                ? Updates.groupMessage(-1_000_000 - random.nextInt(20), reader, language, id, one(TEXTS))
                : Updates.privateMessage(reader, language, id).put("text", one(TEXTS));
        if (random.nextInt(4) == 0) {
            message.remove("text");
            message.set(one(MEDIA), anything());
        }
        if (random.nextInt(4) == 0) {
            ObjectNode entity = message.putArray("entities").addObject();
            entity.put("type", random.nextBoolean() ? "mention" : "text_mention");
            entity.put("offset", random.nextInt(20) - 5).put("length", random.nextInt(40) - 5);
        }
        if (random.nextInt(6) == 0) {
            message.set("reply_to_message", message.deepCopy());
        }
        return message;
    }

    private ObjectNode press() {
        ObjectNode press = Requests.JSON.createObjectNode().put("id", "q" + random.nextInt());
        press.set("from", user());
        press.set("message", message());
        return press.put(
                "data",
                one(List.of(
                        "s:1:1",
                        "s:1:1:9",
                        "b:2",
                        "u:1",
                        "d:1",
                        "r:1:0",
                        "l:0",
                        "l:-1",
                        "g:fa",
                        "n",
                        "!abc",
                        "s:::",
                        "",
                        "s:99999999999999999999",
                        "\ud800")));
    }

    private ObjectNode typed() {
        ObjectNode typed = Requests.JSON.createObjectNode().put("id", "i" + random.nextInt());
        typed.set("from", user());
        return typed.put("query", one(TEXTS)).put("offset", "");
    }

    private ObjectNode membership() {
        ObjectNode change = Requests.JSON.createObjectNode().put("date", 1);
        ObjectNode message = message();
        change.set("chat", message.path("chat"));
        change.set("from", user());
        List<String> statuses = List.of("member", "kicked", "left", "administrator", "restricted", "creator", "new");
        for (String which : List.of("old_chat_member", "new_chat_member")) {
            ObjectNode member = change.putObject(which).put("status", one(statuses));
            member.set("user", Updates.bot());
        }
        return change;
    }

    private ObjectNode user() {
        return (ObjectNode)
                Updates.privateMessage(1 + random.nextInt(READERS), "fa", 1).path("from");
    }

    /** Takes a field away, somewhere in it, or puts something else in its place. */
    private void spoil(ObjectNode root) {
        List<ObjectNode> objects = new ArrayList<>();
        collect(root, objects);
        ObjectNode at = objects.get(random.nextInt(objects.size()));
        if (at.isEmpty()) {
            at.set("date", anything());
            return;
        }
        List<String> names = new ArrayList<>();
        at.fieldNames().forEachRemaining(names::add);
        String name = one(names);
        if (random.nextInt(3) == 0) {
            at.remove(name);
        } else {
            at.set(name, anything());
        }
    }

    private static void collect(JsonNode node, List<ObjectNode> objects) {
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        node.forEach(child -> collect(child, objects));
    }

    private JsonNode anything() {
        var nodes = Requests.JSON.getNodeFactory();
        return switch (random.nextInt(14)) {
            case 0 -> nodes.nullNode();
            case 1 -> nodes.booleanNode(true);
            case 2 -> nodes.numberNode(-1);
            case 3 -> nodes.numberNode(Long.MAX_VALUE);
            case 4 -> nodes.numberNode(Long.MIN_VALUE);
            case 5 -> nodes.numberNode(BigInteger.TWO.pow(70));
            case 6 -> nodes.numberNode(1e300);
            case 7 -> nodes.textNode("x".repeat(20_000));
            case 8 -> nodes.textNode("\ud800");
            case 9 -> nodes.textNode("");
            case 10 -> nodes.objectNode();
            case 11 -> nested(nodes.arrayNode());
            case 12 -> nodes.numberNode(0);
            default -> nodes.objectNode().put("file_id", "a").put("id", 7).put("emoji", "\ud83d\ude00");
        };
    }

    private static ArrayNode nested(ArrayNode array) {
        ArrayNode inner = array;
        for (int depth = 0; depth < 50; depth++) {
            inner = inner.addArray();
        }
        return array;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
