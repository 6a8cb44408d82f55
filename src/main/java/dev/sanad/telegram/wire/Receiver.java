package dev.sanad.telegram.wire;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sanad.store.Inbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.updates.GetUpdates;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.exceptions.TelegramApiRequestException;

/**
 * Brings updates to the inbox. That is done while the response is decoded, and not in the library's consumer, because the
 * library moves its offset before it calls the consumer, and because it would decode all updates or none.
 */
public final class Receiver {
    public static final int POLL_SECONDS = 50;
    private static final Logger log = LoggerFactory.getLogger(Receiver.class);
    private static final int LIMIT = 100;
    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final List<String> KINDS =
            List.of("message", "edited_message", "callback_query", "inline_query", "my_chat_member");
    private static final List<String> ASKED_FOR = Stream.concat(KINDS.stream(), Stream.of("stopped_message_generation"))
            .toList();
    private final Inbox inbox;
    private final Consumer<Inbox.Queue> wake;
    private final Stop stop;
    private volatile int offset;

    /** A reader has stopped an answer while it grew. */
    public interface Stop {
        void stop(long chat, int draft);
    }

    /** @param wake told of each queue that has something new in the inbox */
    public Receiver(Inbox inbox, Consumer<Inbox.Queue> wake, Stop stop) {
        this.inbox = inbox;
        this.wake = wake;
        this.stop = stop;
    }

    /** The next request; its offset confirms what is in the inbox, and nothing else. */
    public GetUpdates next() {
        return new Request(this);
    }

    public static Update update(Inbox.Received received) {
        try {
            return JSON.readValue(received.json(), Update.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("update " + received.id() + " was readable when it was received", e);
        }
    }

    private void read(String body) throws TelegramApiRequestException {
        List<Inbox.Received> readable = new ArrayList<>();
        List<Inbox.Malformed> malformed = new ArrayList<>();
        JsonNode updates = updates(body);
        int next = 0;
        for (JsonNode update : updates) {
            JsonNode id = update.path("update_id");
            if (id.isIntegralNumber() && id.canConvertToInt()) {
                sort(update, id.intValue(), readable, malformed);
                next = id.intValue() + 1;
            } else {
                log.warn("an update without an id was left out");
            }
        }
        store(readable, malformed).forEach(wake);
        if (next != 0) {
            offset = next;
        } else if (!updates.isEmpty()) {
            throw new TelegramApiRequestException("none of the updates has an id by which to confirm it");
        }
    }

    private Set<Inbox.Queue> store(List<Inbox.Received> readable, List<Inbox.Malformed> malformed) {
        if (readable.isEmpty() && malformed.isEmpty()) {
            return Set.of();
        }
        try {
            return inbox.store(readable, malformed);
        } catch (RuntimeException e) {
            log.error("updates cannot be written to the inbox: {}", Failure.describe(e));
            throw e;
        }
    }

    /** Without the text of the body in the exception: the library logs it. */
    private static JsonNode updates(String body) throws TelegramApiRequestException {
        try {
            JsonNode result = JSON.readTree(body).path("result");
            if (result.isArray()) {
                return result;
            }
        } catch (JsonProcessingException e) {
            log.debug("getUpdates brought no JSON", e);
        }
        throw new TelegramApiRequestException("getUpdates brought no list of updates");
    }

    private void sort(JsonNode update, int id, List<Inbox.Received> readable, List<Inbox.Malformed> malformed) {
        if (update.has("stopped_message_generation")) {
            JsonNode stopped = update.path("stopped_message_generation");
            stop.stop(
                    stopped.path("chat").path("id").asLong(),
                    stopped.path("draft_id").asInt());
            return;
        }
        if (KINDS.stream().noneMatch(update::has)) {
            log.debug("update {} is of a kind that was not asked for", id);
            return;
        }
        try {
            Update read = JSON.treeToValue(update, Update.class);
            Inbox.Queue queue = UpdateQueues.of(read);
            if (queue == null) {
                setAside(update, id, "it names no chat, no message or no reader", "update", malformed);
            } else {
                readable.add(new Inbox.Received(id, queue, UpdateQueues.reader(read), update.toString()));
            }
        } catch (JsonMappingException e) {
            String where = e.getPath().stream()
                    .map(step -> String.valueOf(step.getFieldName()))
                    .collect(Collectors.joining("."));
            setAside(update, id, where + ": " + e.getOriginalMessage(), where, malformed);
        } catch (JsonProcessingException | RuntimeException e) {
            setAside(update, id, e.toString(), "", malformed);
        }
    }

    private static void setAside(
            JsonNode update, int id, String reason, String where, List<Inbox.Malformed> malformed) {
        log.warn("update {} cannot be read (at {}), set aside in telegram_malformed", id, where);
        malformed.add(new Inbox.Malformed(id, update.toString(), reason));
    }

    /** Asks from an offset of ours: after a week of silence Telegram begins anew with any id, also a lower one. */
    private static final class Request extends GetUpdates {
        private final transient Receiver receiver;

        Request(Receiver receiver) {
            super(receiver.offset == 0 ? null : receiver.offset, LIMIT, POLL_SECONDS, ASKED_FOR);
            this.receiver = receiver;
        }

        @Override
        @SuppressWarnings("NonApiType") // the library's signature
        public ArrayList<Update> deserializeResponse(String body) throws TelegramApiRequestException {
            receiver.read(body);
            return new ArrayList<>();
        }
    }
}
