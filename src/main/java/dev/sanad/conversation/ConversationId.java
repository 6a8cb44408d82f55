package dev.sanad.conversation;

/**
 * Names a conversation.
 *
 * @param value not blank; for Telegram it holds the chat and, in groups, the topic and the reader
 */
public record ConversationId(String value) {
    public ConversationId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("a conversation's id must not be blank");
        }
    }
}
