package dev.sanad.telegram.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
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
import org.telegram.telegrambots.meta.api.methods.GetMe;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.methods.send.SendChatAction;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.exceptions.TelegramApiException;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;
import org.telegram.telegrambots.meta.generics.TelegramClient;

/** The methods of the Bot API that the bot calls, each once: whoever calls decides what is tried again. */
public final class BotApi {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** As the Bot API documents it; the library's own constant is in lower case. */
    private static final String HTML = "HTML";

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration UNSAID_RETRY = Duration.ofSeconds(5);
    private final TelegramClient client;

    public BotApi(TelegramClient client) {
        this.client = client;
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

    public Delivery send(Outbox.Draft draft) throws InterruptedException {
        var message = message(draft, draft.html());
        message.setParseMode(HTML);
        return deliver(message);
    }

    /** The same words without HTML. */
    public Delivery sendPlain(Outbox.Draft draft) throws InterruptedException {
        return deliver(message(draft, TelegramRenderer.plain(draft.html())));
    }

    public void typing(long chat, @Nullable Integer topic) throws TelegramApiException, InterruptedException {
        var action = new SendChatAction(Long.toString(chat), ActionType.TYPING.toString());
        action.setMessageThreadId(topic);
        execute(action);
    }

    /** @param language two letters; null: for whoever has no list of their own */
    public void commands(List<BotCommand> commands, @Nullable String language)
            throws TelegramApiException, InterruptedException {
        var set = new SetMyCommands(commands);
        set.setLanguageCode(language);
        execute(set);
    }

    private static SendMessage message(Outbox.Draft draft, String text) {
        var message = new MessageOut(Long.toString(draft.chat()), text);
        message.setMessageThreadId(draft.topic());
        message.setLinkPreviewOptions(
                LinkPreviewOptions.builder().isDisabled(true).build());
        if (draft.replyTo() != null) {
            message.setReplyParameters(ReplyParameters.builder()
                    .messageId(draft.replyTo())
                    .allowSendingWithoutReply(true)
                    .build());
        }
        return message;
    }

    private Delivery deliver(SendMessage message) throws InterruptedException {
        try {
            execute(message);
            return new Delivery.Sent();
        } catch (TelegramApiException e) {
            return outcome(e);
        }
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
            case 400 ->
                reason(e).contains("can't parse")
                        ? new Delivery.Unparsable(reason(e))
                        : new Delivery.Refused(reason(e));
            // a token that was revoked may be put right; everything else below 500 is the message's own fault
            case 401, 404 -> new Delivery.Unclear(reason(e));
            default -> code > 400 && code < 500 ? new Delivery.Refused(reason(e)) : new Delivery.Unclear(reason(e));
        };
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
     * The reply to a message that was sent is asked one thing only. If it could not be read in full, the library
     * would call the send a failure, and the message would be sent again and again.
     */
    private static final class MessageOut extends SendMessage {
        MessageOut(String chat, String text) {
            super(chat, text);
        }

        @Override
        public Message deserializeResponse(String answer) throws TelegramApiRequestException {
            try {
                if (JSON.readTree(answer).path("ok").asBoolean()) {
                    return new Message();
                }
            } catch (JsonProcessingException e) {
                throw new TelegramApiRequestException("the reply is no JSON");
            }
            return super.deserializeResponse(answer);
        }
    }
}
