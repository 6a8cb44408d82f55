package dev.sanad.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** Updates as Telegram sends them. {@code %d} stands for the update's id. */
final class Updates {
    /** Now, or a question would be one that waited. */
    private static final long DATE = System.currentTimeMillis() / 1000;

    private Updates() {}

    static String privately(long reader, String language, int message, String text) {
        return of(privateMessage(reader, language, message).put("text", text));
    }

    static ObjectNode privateMessage(long reader, String language, int message) {
        ObjectNode node = Requests.JSON.createObjectNode();
        node.put("message_id", message).put("date", DATE);
        node.putObject("chat").put("id", reader).put("type", "private").put("first_name", "Reader");
        user(node.putObject("from"), reader, language);
        return node;
    }

    static ObjectNode groupMessage(long group, long reader, String language, int message, String text) {
        ObjectNode node = Requests.JSON.createObjectNode();
        node.put("message_id", message).put("date", DATE).put("text", text);
        node.putObject("chat").put("id", group).put("type", "supergroup").put("title", "Group");
        user(node.putObject("from"), reader, language);
        return node;
    }

    static ObjectNode mentioning(ObjectNode message, String mention) {
        int at = message.path("text").asText().indexOf(mention);
        message.putArray("entities")
                .addObject()
                .put("type", "mention")
                .put("offset", at)
                .put("length", mention.length());
        return message;
    }

    static ObjectNode replying(ObjectNode message, long author, int answered) {
        ObjectNode reply = message.putObject("reply_to_message");
        reply.put("message_id", answered).put("date", DATE).put("text", "said before");
        reply.set("chat", message.get("chat"));
        user(reply.putObject("from"), author, "en").put("is_bot", author == FakeBotApi.BOT_ID);
        return message;
    }

    static String pressing(long reader, String language, long chat, int message, String query, String data) {
        ObjectNode press = Requests.JSON.createObjectNode();
        press.put("id", query).put("chat_instance", "1").put("data", data);
        user(press.putObject("from"), reader, language);
        press.set("message", sent(message, chat, "said before"));
        return "{\"update_id\":%d,\"callback_query\":" + press + "}";
    }

    static String typing(long reader, String language, String query, String text) {
        ObjectNode typed = Requests.JSON.createObjectNode();
        typed.put("id", query).put("query", text).put("offset", "");
        user(typed.putObject("from"), reader, language);
        return "{\"update_id\":%d,\"inline_query\":" + typed + "}";
    }

    /** The bot's own membership of a chat changes. */
    static String membership(long chat, long reader, String before, String after) {
        ObjectNode change = Requests.JSON.createObjectNode();
        change.put("date", DATE);
        change.putObject("chat").put("id", chat).put("type", chat > 0 ? "private" : "supergroup");
        user(change.putObject("from"), reader, "fa");
        change.putObject("old_chat_member").put("status", before).set("user", bot());
        change.putObject("new_chat_member").put("status", after).set("user", bot());
        return "{\"update_id\":%d,\"my_chat_member\":" + change + "}";
    }

    static String of(ObjectNode message) {
        return "{\"update_id\":%d,\"message\":" + message + "}";
    }

    static ObjectNode bot() {
        return Requests.JSON
                .createObjectNode()
                .put("id", FakeBotApi.BOT_ID)
                .put("is_bot", true)
                .put("first_name", "Sanad")
                .put("username", FakeBotApi.BOT_NAME)
                .put("can_join_groups", true)
                .put("can_read_all_group_messages", false)
                .put("supports_inline_queries", false);
    }

    static ObjectNode sent(int id, long chat, String text) {
        ObjectNode node = Requests.JSON.createObjectNode();
        node.put("message_id", id).put("date", DATE).put("text", text);
        node.putObject("chat").put("id", chat).put("type", chat > 0 ? "private" : "supergroup");
        node.set("from", bot());
        return node;
    }

    private static ObjectNode user(ObjectNode user, long id, String language) {
        return user.put("id", id)
                .put("is_bot", false)
                .put("first_name", "Reader")
                .put("username", "reader" + id)
                .put("language_code", language);
    }
}
