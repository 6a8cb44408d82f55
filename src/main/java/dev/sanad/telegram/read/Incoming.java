package dev.sanad.telegram.read;

import dev.sanad.conversation.ConversationId;
import dev.sanad.text.Language;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A message that is meant for the bot.
 *
 * @param topic message_thread_id, in forum topics only: elsewhere Telegram refuses it
 * @param reader the user's id; a group's own id where it speaks as itself
 * @param names of the reader and of the chat, without the @, as far as they have any
 * @param language of the reader's Telegram
 */
public record Incoming(
        long chat,
        boolean group,
        @Nullable Integer topic,
        int message,
        long reader,
        List<String> names,
        Language language,
        Content content) {
    public Incoming {
        names = List.copyOf(names);
    }

    public sealed interface Content {}

    /** Words of the reader's, perhaps none. */
    public record Asked(String question) implements Content {}

    /**
     * A command.
     *
     * @param name without slash and bot, in lower case
     * @param rest what follows it
     */
    public record Command(String name, String rest) implements Content {}

    /** A picture, a voice or the like, without words. */
    public record Wordless() implements Content {}

    public ConversationId conversation() {
        return new ConversationId(
                group ? "telegram:" + chat + ":" + (topic == null ? 0 : topic) + ":" + reader : "telegram:" + chat);
    }
}
