package dev.sanad.telegram.read;

import dev.sanad.conversation.ConversationId;
import dev.sanad.text.Language;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a reader or a chat wants of the bot.
 *
 * @param topic message_thread_id, in forum topics only: elsewhere Telegram refuses it
 * @param message message_id of the reader's message, or of the one below which a button was pressed; 0: none
 * @param edited the message was asked before, in other words
 * @param said when the message was written, or edited last; null where Telegram does not say
 * @param reader the user's id; a group's own id where it speaks as itself
 * @param ownName of the reader, without the @; null where they have none
 * @param names of the reader and of the chat, without the @, as far as they have any
 * @param language of the reader's Telegram
 */
public record Incoming(
        long chat,
        boolean group,
        @Nullable Integer topic,
        int message,
        boolean edited,
        @Nullable Instant said,
        long reader,
        @Nullable String ownName,
        List<String> names,
        Language language,
        Content content) {
    public Incoming {
        names = List.copyOf(names);
    }

    public sealed interface Content {}

    /** Words of the reader's, perhaps none. */
    public record Asked(String question) implements Content {}

    /** Words beyond what may wait of one reader. */
    public record Excess() implements Content {}

    /**
     * A command.
     *
     * @param name without slash and bot, in lower case
     * @param rest what follows it
     */
    public record Command(String name, String rest) implements Content {}

    /** A picture, a voice or the like, without words. */
    public record Wordless() implements Content {}

    /**
     * A button below one of the bot's messages.
     *
     * @param query to be answered by this id
     */
    public record Pressed(String query, String data) implements Content {}

    /**
     * {@code @bot text}, typed in any chat.
     *
     * @param query to be answered by this id
     */
    public record Typed(String query, String text) implements Content {}

    /** The bot may write to the chat from now on. */
    public record Joined() implements Content {}

    /**
     * The bot may not write to the chat any more.
     *
     * @param update its id: what came before it is not to be answered
     */
    public record Left(long update) implements Content {}

    /** The group is now a supergroup with another id. */
    public record Migrated(long to) implements Content {}

    /** The same with another content. */
    public Incoming with(Content other) {
        return new Incoming(chat, group, topic, message, edited, said, reader, ownName, names, language, other);
    }

    public ConversationId conversation() {
        return new ConversationId(
                group ? "telegram:" + chat + ":" + (topic == null ? 0 : topic) + ":" + reader : "telegram:" + chat);
    }
}
