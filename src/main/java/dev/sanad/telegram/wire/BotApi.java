package dev.sanad.telegram.wire;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sanad.config.Masked;
import dev.sanad.render.TelegramRenderer;
import dev.sanad.store.Outbox;
import java.io.Serializable;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.ActionType;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.telegram.telegrambots.meta.api.methods.AnswerInlineQuery;
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.send.SendMessageDraft;
import org.telegram.telegrambots.meta.api.methods.send.SendRichMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.DeleteMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;
import org.telegram.telegrambots.meta.api.objects.richtext.InputRichMessage;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiValidationException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** The methods of the Bot API that the bot calls, each once: whoever calls decides what is tried again. */
public final class BotApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** As the Bot API documents it; the library's own constant is in lower case. */
    private static final String HTML = "HTML";

    private static final LinkPreviewOptions NO_PREVIEW =
            LinkPreviewOptions.builder().isDisabled(true).build();
    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration UNSAID_RETRY = Duration.ofSeconds(5);
    private final TelegramClient client;
    private volatile boolean rich;

    /** @param rich whether messages are tried as rich messages first, as long as the server knows them */
    public BotApi(TelegramClient client, boolean rich) {
        this.client = client;
        this.rich = rich;
    }

    public BotIdentity identity() throws BotException, InterruptedException {
        try {
            User me = execute(new GetMe());
            return new BotIdentity(me.getId(), me.getUserName(), Boolean.TRUE.equals(me.getCanReadAllGroupMessages()));
        } catch (TelegramApiException e) {
            int code = code(e);
            throw code == 401 || code == 404 ? BotException.unauthorized(code) : BotException.unreachable(reason(e));
        }
    }

    /** The form in which messages are tried first. */
    public MessageForm form() {
        return rich ? MessageForm.RICH : MessageForm.HTML;
    }

    /** Sends as HTML, for what stands only while something is under way. */
    public Delivery send(Outbox.Draft draft, @Nullable Integer sent) throws InterruptedException {
        return send(draft, sent, MessageForm.HTML);
    }

    /** @param sent the message that it is an edit of; null: it is sent anew */
    public Delivery send(Outbox.Draft draft, @Nullable Integer sent, MessageForm form) throws InterruptedException {
        if (draft.deletes()) {
            return sent == null ? new Delivery.Sent(0) : deliver(new DeleteMessage(Long.toString(draft.chat()), sent));
        }
        return switch (form) {
            case RICH -> deliverRich(sent == null ? richMessage(draft) : richEdit(draft, sent));
            case HTML ->
                deliver(sent == null ? message(draft, draft.html(), HTML) : edit(draft, sent, draft.html(), HTML));
            case PLAIN -> {
                String text = TelegramRenderer.plain(draft.html());
                yield deliver(sent == null ? message(draft, text, null) : edit(draft, sent, text, null));
            }
        };
    }

    /** What is not taken as a rich message may be taken otherwise. */
    private Delivery deliverRich(BotApiMethod<? extends Serializable> method) throws InterruptedException {
        try {
            return done(method);
        } catch (TelegramApiException e) {
            if (code(e) == 404 && reason(e).contains("method")) {
                rich = false;
                return new Delivery.Unparsable(
                        "the server knows no rich messages, none are sent any more: " + reason(e));
            }
            Delivery delivery = outcome(e);
            return delivery instanceof Delivery.Refused ? new Delivery.Unparsable(reason(e)) : delivery;
        }
    }

    /**
     * Shows a reader in private an answer while it grows; it vanishes with the next message, or after 30 seconds.
     *
     * @param html may be empty: the reader then sees that the bot is thinking
     */
    public void draft(long chat, @Nullable Integer topic, int id, String html)
            throws TelegramApiException, InterruptedException {
        execute(new DraftOut(chat, topic, id, html));
    }

    /** @param text what the reader is told; empty: nothing */
    public void answerButton(String query, String text, boolean alert)
            throws TelegramApiException, InterruptedException {
        var answer = new AnswerCallbackQuery(query);
        answer.setText(text.isEmpty() ? null : text);
        answer.setShowAlert(alert ? true : null);
        execute(answer);
    }

    public void answerInline(AnswerInlineQuery answer) throws TelegramApiException, InterruptedException {
        execute(answer);
    }

    /** Sets something that Telegram shows of the bot. */
    public void set(BotApiMethod<Boolean> what) throws TelegramApiException, InterruptedException {
        execute(what);
    }

    public void typing(long chat, @Nullable Integer topic) throws TelegramApiException, InterruptedException {
        var action = new SendChatAction(Long.toString(chat), ActionType.TYPING.toString());
        action.setMessageThreadId(topic);
        execute(action);
    }

    private static SendMessage message(Outbox.Draft draft, String text, @Nullable String mode) {
        var message = new MessageOut(Long.toString(draft.chat()), text);
        message.setParseMode(mode);
        message.setMessageThreadId(draft.topic());
        message.setLinkPreviewOptions(NO_PREVIEW);
        message.setReplyMarkup(keyboard(draft.keyboard()));
        message.setReplyParameters(reply(draft.replyTo()));
        return message;
    }

    private static SendRichMessage richMessage(Outbox.Draft draft) {
        var message = new RichOut(Long.toString(draft.chat()), RichForm.of(draft.html()));
        message.setMessageThreadId(draft.topic());
        message.setReplyMarkup(keyboard(draft.keyboard()));
        message.setReplyParameters(reply(draft.replyTo()));
        return message;
    }

    private static EditMessageText edit(Outbox.Draft draft, int sent, String text, @Nullable String mode) {
        var edit = new EditOut(Long.toString(draft.chat()), sent, keyboard(draft.keyboard()));
        edit.setText(text);
        edit.setParseMode(mode);
        edit.setLinkPreviewOptions(NO_PREVIEW);
        return edit;
    }

    private static EditMessageText richEdit(Outbox.Draft draft, int sent) {
        var edit = new EditOut(Long.toString(draft.chat()), sent, keyboard(draft.keyboard()));
        edit.setRichMessage(RichForm.of(draft.html()));
        return edit;
    }

    private static @Nullable ReplyParameters reply(@Nullable Integer message) {
        return message == null
                ? null
                : ReplyParameters.builder()
                        .messageId(message)
                        .allowSendingWithoutReply(true)
                        .build();
    }

    private static @Nullable InlineKeyboardMarkup keyboard(@Nullable String json) {
        if (json == null) {
            return null;
        }
        try {
            return new InlineKeyboardMarkup(JSON.readValue(json, new TypeReference<List<InlineKeyboardRow>>() {}));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a keyboard is rows of buttons", e);
        }
    }

    private Delivery deliver(BotApiMethod<? extends Serializable> method) throws InterruptedException {
        try {
            return done(method);
        } catch (TelegramApiException e) {
            return outcome(e);
        }
    }

    private Delivery.Sent done(BotApiMethod<? extends Serializable> method)
            throws TelegramApiException, InterruptedException {
        return new Delivery.Sent(execute(method) instanceof Message message ? message.getMessageId() : 0);
    }

    private static Delivery outcome(TelegramApiException e) {
        if (!(e instanceof TelegramApiRequestException refusal)) {
            return new Delivery.Unclear(reason(e));
        }
        var parameters = refusal.getParameters();
        if (parameters != null && parameters.getMigrateToChatId() != null) {
            return new Delivery.Moved(parameters.getMigrateToChatId());
        }
        int code = code(e);
        return switch (code) {
            case 429 ->
                new Delivery.Limited(
                        parameters != null && parameters.getRetryAfter() != null
                                ? Duration.ofSeconds(parameters.getRetryAfter())
                                : UNSAID_RETRY);
            case 403 -> new Delivery.Barred();
            case 400 -> refused(reason(e));
            // a token that was revoked may be put right; everything else below 500 is the message's own fault
            case 401, 404 -> new Delivery.Unclear(reason(e));
            default -> code > 400 && code < 500 ? new Delivery.Refused(reason(e)) : new Delivery.Unclear(reason(e));
        };
    }

    private static Delivery refused(String reason) {
        if (reason.contains("can't parse")) {
            return new Delivery.Unparsable(reason);
        }
        if (reason.contains("message is not modified")) {
            return new Delivery.Sent(0);
        }
        boolean lost = reason.contains("message to edit not found")
                || reason.contains("message can't be edited")
                || reason.contains("message to delete not found")
                || reason.contains("message can't be deleted");
        return lost ? new Delivery.Lost() : new Delivery.Refused(reason);
    }

    private <T extends Serializable> T execute(BotApiMethod<T> method)
            throws TelegramApiException, InterruptedException {
        try {
            return client.executeAsync(method).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof TelegramApiException refusal) {
                throw refusal;
            }
            throw new TelegramApiException(describe(e.getCause()), e);
        } catch (TimeoutException e) {
            throw new TelegramApiException("no reply in " + PATIENCE.toSeconds() + " s", e);
        }
    }

    /** Telegram's error code; 0 where what answered was not Telegram. */
    private static int code(TelegramApiException e) {
        return e instanceof TelegramApiRequestException refusal && refusal.getErrorCode() != null
                ? refusal.getErrorCode()
                : 0;
    }

    /** How long Telegram wants nothing sent to the chat; null where it did not ask for that. */
    public static @Nullable Duration retryAfter(TelegramApiException e) {
        return outcome(e) instanceof Delivery.Limited(Duration retryAfter) ? retryAfter : null;
    }

    /** Without tokens, and without what Telegram was sent. */
    public static String reason(TelegramApiException e) {
        if (e instanceof TelegramApiRequestException refusal) {
            return refusal.getApiResponse() == null
                    ? "the reply is not the Bot API's"
                    : Masked.url(code(e) + " " + refusal.getApiResponse());
        }
        return Masked.url(String.valueOf(e.getMessage()));
    }

    public static String describe(@Nullable Throwable failure) {
        return failure == null
                ? "unknown"
                : Masked.url(failure.getClass().getSimpleName() + ": " + failure.getMessage());
    }

    /**
     * The reply to a message that was sent is asked for its id only. If it could not be read in full, the library
     * would call the send a failure, and the message would be sent again and again.
     */
    private static Message sent(String reply) throws TelegramApiRequestException {
        try {
            JsonNode node = JSON.readTree(reply);
            var message = new Message();
            message.setMessageId(node.path("result").path("message_id").asInt());
            return node.path("ok").asBoolean() ? message : refusal(reply);
        } catch (JsonProcessingException e) {
            throw new TelegramApiRequestException("the reply is no JSON");
        }
    }

    private static Message refusal(String reply) throws TelegramApiRequestException {
        return new SendMessage("0", "").deserializeResponse(reply);
    }

    private static final class MessageOut extends SendMessage {
        MessageOut(String chat, String text) {
            super(chat, text);
        }

        @Override
        public Message deserializeResponse(String answer) throws TelegramApiRequestException {
            return sent(answer);
        }
    }

    private static final class RichOut extends SendRichMessage {
        RichOut(String chat, InputRichMessage message) {
            super(chat, message);
        }

        @Override
        public Message deserializeResponse(String answer) throws TelegramApiRequestException {
            return sent(answer);
        }
    }

    private static final class EditOut extends EditMessageText {
        EditOut(String chat, int message, @Nullable InlineKeyboardMarkup keyboard) {
            super(chat, message, null, null, null, null, keyboard, null, null, null, null);
        }

        @Override
        public Serializable deserializeResponse(String answer) throws TelegramApiRequestException {
            return sent(answer);
        }
    }

    /** With the button that stops the answer, which the library does not know. */
    private static final class DraftOut extends SendMessageDraft {
        DraftOut(long chat, @Nullable Integer topic, int id, String html) {
            super(chat, id);
            setText(html);
            setMessageThreadId(topic);
            setParseMode(html.isEmpty() ? null : HTML);
        }

        @JsonProperty("can_stop")
        boolean canStop() {
            return true;
        }

        /** The library refuses an empty text; Telegram shows that the bot is thinking. */
        @Override
        public void validate() throws TelegramApiValidationException {
            if (getDraftId() == 0) {
                throw new TelegramApiValidationException("a draft's id is not zero", this);
            }
        }
    }
}
