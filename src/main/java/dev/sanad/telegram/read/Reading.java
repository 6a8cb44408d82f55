package dev.sanad.telegram.read;

import dev.sanad.telegram.wire.BotIdentity;
import dev.sanad.text.Language;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.objects.CallbackQuery;
import org.telegram.telegrambots.meta.api.objects.MessageEntity;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMember;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Tells what of all that a bot sees is meant for it: in private everything, in groups {@code /ask} and {@code /verify},
 * other commands that name the bot, a mention, and a reply to one of its messages.
 */
public final class Reading {
    private static final Pattern COMMAND =
            Pattern.compile("/([A-Za-z0-9_]{1,32})(?:@([A-Za-z0-9_]+))?(?:\\s+(.*))?", Pattern.DOTALL);
    /** Commands that are taken without the bot's name, too. */
    private static final Set<String> IN_GROUPS = Set.of("ask", "verify");

    private static final Set<String> IN_THE_CHAT = Set.of("creator", "administrator", "member", "restricted");
    private final BotIdentity me;

    public Reading(BotIdentity me) {
        this.me = me;
    }

    /** Null when the update is not meant for the bot. */
    public @Nullable Incoming read(Update update) {
        if (update.hasCallbackQuery()) {
            return pressed(update.getCallbackQuery());
        }
        if (update.hasInlineQuery()) {
            var query = update.getInlineQuery();
            User from = query.getFrom();
            var typed = new Incoming.Typed(query.getId(), query.getQuery());
            return new Incoming(
                    from.getId(),
                    false,
                    null,
                    0,
                    false,
                    null,
                    from.getId(),
                    from.getUserName(),
                    names(from, null),
                    language(from),
                    typed);
        }
        if (update.hasMyChatMember()) {
            return membership(update.getMyChatMember(), update.getUpdateId());
        }
        return update.hasMessage() ? read(update.getMessage(), false) : read(update.getEditedMessage(), true);
    }

    private static @Nullable Incoming pressed(CallbackQuery press) {
        if (press.getData() == null) {
            return null;
        }
        User from = press.getFrom();
        var message = press.getMessage();
        boolean somewhere = message != null && message.getChat() != null;
        long chat = somewhere ? message.getChatId() : from.getId();
        return new Incoming(
                chat,
                somewhere && !isPrivate(message.getChat()),
                message instanceof Message known && Boolean.TRUE.equals(known.getIsTopicMessage())
                        ? known.getMessageThreadId()
                        : null,
                somewhere ? message.getMessageId() : 0,
                false,
                null,
                from.getId(),
                from.getUserName(),
                names(from, somewhere ? message.getChat() : null),
                language(from),
                new Incoming.Pressed(press.getId(), press.getData()));
    }

    private static @Nullable Incoming membership(ChatMemberUpdated change, long update) {
        boolean was = isMember(change.getOldChatMember());
        boolean is = isMember(change.getNewChatMember());
        if (was == is) {
            return null;
        }
        User from = change.getFrom();
        return new Incoming(
                change.getChat().getId(),
                !isPrivate(change.getChat()),
                null,
                0,
                false,
                null,
                from == null ? 0 : from.getId(),
                from == null ? null : from.getUserName(),
                names(from, change.getChat()),
                language(from),
                is ? new Incoming.Joined() : new Incoming.Left(update));
    }

    private static boolean isMember(@Nullable ChatMember member) {
        return member != null && IN_THE_CHAT.contains(member.getStatus());
    }

    private @Nullable Incoming read(Message message, boolean edited) {
        if (message.getMigrateToChatId() != null) {
            var moved = new Incoming.Migrated(message.getMigrateToChatId());
            return new Incoming(
                    message.getChatId(), true, null, 0, false, null, 0, null, List.of(), Language.ENGLISH, moved);
        }
        User from = message.getFrom();
        boolean asGroup = message.getSenderChat() != null;
        if (from == null || (Boolean.TRUE.equals(from.getIsBot()) && !asGroup)) {
            return null;
        }
        if (Boolean.TRUE.equals(message.getIsAutomaticForward()) || isMine(message)) {
            return null;
        }
        boolean group = !isPrivate(message.getChat());
        Incoming.Content content = group ? inGroup(message) : inPrivate(message);
        if (content == null) {
            return null;
        }
        return new Incoming(
                message.getChatId(),
                group,
                Boolean.TRUE.equals(message.getIsTopicMessage()) ? message.getMessageThreadId() : null,
                message.getMessageId(),
                edited,
                said(message),
                asGroup ? message.getSenderChat().getId() : from.getId(),
                asGroup ? message.getSenderChat().getUserName() : from.getUserName(),
                asGroup
                        ? Stream.of(
                                        message.getSenderChat().getUserName(),
                                        message.getChat().getUserName())
                                .filter(Objects::nonNull)
                                .toList()
                        : names(from, message.getChat()),
                language(from),
                content);
    }

    private static @Nullable Instant said(Message message) {
        Integer seconds = message.getEditDate() == null ? message.getDate() : message.getEditDate();
        return seconds == null || seconds <= 0 ? null : Instant.ofEpochSecond(seconds);
    }

    /** What the bot found inline and the reader posted is no question. */
    private boolean isMine(Message message) {
        return message.getViaBot() != null && message.getViaBot().getId() == me.id();
    }

    private static boolean isPrivate(Chat chat) {
        return "private".equals(chat.getType());
    }

    private static List<String> names(@Nullable User user, @Nullable Chat chat) {
        return Stream.of(user == null ? null : user.getUserName(), chat == null ? null : chat.getUserName())
                .filter(Objects::nonNull)
                .toList();
    }

    private Incoming.@Nullable Content inPrivate(Message message) {
        String text = words(message);
        if (text != null) {
            Matcher command = COMMAND.matcher(text);
            return command.matches() ? command(command, message) : new Incoming.Asked(withoutMention(message, text));
        }
        // the pictures of an album come one by one, its words with one of them
        return isMedia(message) && message.getMediaGroupId() == null ? new Incoming.Wordless() : null;
    }

    private Incoming.@Nullable Content inGroup(Message message) {
        String text = words(message);
        if (text == null) {
            return null;
        }
        Matcher command = COMMAND.matcher(text);
        if (command.matches()) {
            boolean named = command.group(2) != null;
            boolean ours = IN_GROUPS.contains(command.group(1).toLowerCase(Locale.ROOT));
            return named || ours ? command(command, message) : null;
        }
        String question = withoutMention(message, text);
        return question.length() < text.length() || answersMe(message) ? new Incoming.Asked(question.strip()) : null;
    }

    /** Null when the command is another bot's. With nothing behind it {@code /verify} is about the message it answers. */
    private Incoming.@Nullable Command command(Matcher command, Message message) {
        if (command.group(2) != null && !command.group(2).equalsIgnoreCase(me.username())) {
            return null;
        }
        String rest = command.group(3) == null ? "" : command.group(3).strip();
        String name = command.group(1).toLowerCase(Locale.ROOT);
        return new Incoming.Command(name, rest.isEmpty() && name.equals("verify") ? answered(message) : rest);
    }

    /** The words of the message that this one answers, or those of them that its writer marked; may be empty. */
    private static String answered(Message message) {
        if (message.getQuote() != null) {
            return message.getQuote().getText();
        }
        String text = message.getReplyToMessage() == null ? null : words(message.getReplyToMessage());
        return text == null ? "" : text;
    }

    /** In a topic every message answers the one that opened it, if it answers no other. */
    private boolean answersMe(Message message) {
        Message answered = message.getReplyToMessage();
        if (answered == null || answered.getFrom() == null || answered.hasForumTopicCreated()) {
            return false;
        }
        return answered.getFrom().getId() == me.id();
    }

    private String withoutMention(Message message, String text) {
        List<MessageEntity> entities = message.hasText() ? message.getEntities() : message.getCaptionEntities();
        if (entities == null) {
            return text;
        }
        var without = new StringBuilder(text);
        entities.stream()
                .filter(entity -> isMe(entity, text))
                .sorted(Comparator.comparing(MessageEntity::getOffset).reversed())
                .forEach(entity -> without.replace(entity.getOffset(), entity.getOffset() + entity.getLength(), ""));
        return without.toString();
    }

    private boolean isMe(MessageEntity entity, String text) {
        int start = entity.getOffset();
        int end = start + entity.getLength();
        if (start < 0 || end > text.length() || end < start) {
            return false;
        }
        return switch (entity.getType()) {
            case "mention" -> text.substring(start, end).equalsIgnoreCase("@" + me.username());
            case "text_mention" -> entity.getUser() != null && entity.getUser().getId() == me.id();
            default -> false;
        };
    }

    private static @Nullable String words(Message message) {
        return message.hasText() ? message.getText() : message.getCaption();
    }

    private static boolean isMedia(Message message) {
        return message.hasSticker()
                || message.hasPhoto()
                || message.hasVoice()
                || message.hasAudio()
                || message.hasVideo()
                || message.hasVideoNote()
                || message.hasAnimation()
                || message.hasDocument()
                || message.hasLocation()
                || message.hasContact()
                || message.hasPoll()
                || message.hasDice();
    }

    private static Language language(@Nullable User user) {
        String code = user == null ? null : user.getLanguageCode();
        return code != null && code.toLowerCase(Locale.ROOT).startsWith("fa") ? Language.PERSIAN : Language.ENGLISH;
    }
}
