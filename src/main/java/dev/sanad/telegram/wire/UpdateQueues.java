package dev.sanad.telegram.wire;

import dev.sanad.store.Inbox.Lane;
import dev.sanad.store.Inbox.Queue;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.inlinequery.InlineQuery;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** In which queue an update waits. */
public final class UpdateQueues {
    /** Buttons whose data begins so wait for the reader's answers in hand. */
    public static final String IN_TURN = "!";

    private UpdateQueues() {}

    /** Null where the update lacks what it is known by. */
    static @Nullable Queue of(Update update) {
        if (update.hasInlineQuery()) {
            InlineQuery query = update.getInlineQuery();
            return query.getFrom() == null || query.getId() == null
                    ? null
                    : new Queue(query.getFrom().getId(), Lane.INLINE);
        }
        if (update.hasCallbackQuery()) {
            return button(update.getCallbackQuery());
        }
        if (update.hasMyChatMember()) {
            ChatMemberUpdated change = update.getMyChatMember();
            return change.getChat() == null || change.getNewChatMember() == null
                    ? null
                    : new Queue(change.getChat().getId(), Lane.BUTTONS);
        }
        Message message = update.hasMessage() ? update.getMessage() : update.getEditedMessage();
        return message == null || message.getChat() == null || message.getMessageId() == null
                ? null
                : new Queue(message.getChatId(), Lane.MESSAGES);
    }

    /** Whose update it is: the user's id, or that of the chat that speaks as itself; 0: nobody's. */
    static long reader(Update update) {
        if (update.hasInlineQuery()) {
            return id(update.getInlineQuery().getFrom());
        }
        if (update.hasCallbackQuery()) {
            return id(update.getCallbackQuery().getFrom());
        }
        if (update.hasMyChatMember()) {
            return id(update.getMyChatMember().getFrom());
        }
        Message message = update.hasMessage() ? update.getMessage() : update.getEditedMessage();
        return message.getSenderChat() == null
                ? id(message.getFrom())
                : message.getSenderChat().getId();
    }

    private static long id(@Nullable User user) {
        return user == null ? 0 : user.getId();
    }

    /** A button below a message that was sent inline has no chat. */
    private static @Nullable Queue button(CallbackQuery press) {
        if (press.getFrom() == null || press.getId() == null) {
            return null;
        }
        long chat = press.getMessage() == null || press.getMessage().getChat() == null
                ? press.getFrom().getId()
                : press.getMessage().getChatId();
        boolean inTurn = press.getData() != null && press.getData().startsWith(IN_TURN);
        return new Queue(chat, inTurn ? Lane.MESSAGES : Lane.BUTTONS);
    }
}
