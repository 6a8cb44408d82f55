package dev.sanad.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * The Bot API on loopback, stricter than Telegram: every request is held against the schema and against Telegram's
 * limits, and what breaks one is recorded. Faults are given per method and met in order.
 */
final class FakeBotApi implements AutoCloseable {
    static final String TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";
    private static final long KILLED_BEFORE_READING = TimeUnit.MILLISECONDS.toNanos(300);
    static final long BOT_ID = 110201543;
    static final String BOT_NAME = "sanad_test_bot";
    private static final Set<String> CHAT_METHODS = Set.of("sendmessage", "sendrichmessage", "editmessagetext");
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Requests requests = new Requests();
    private static final int BACKLOG = 1024;
    private final RateCheck rates = new RateCheck();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition updated = lock.newCondition();
    private final TreeMap<Integer, String> updates = new TreeMap<>();
    private final AtomicInteger updateIds = new AtomicInteger(1000);
    private final AtomicInteger messageIds = new AtomicInteger(1);
    private final Map<String, Deque<Fault>> faults = new HashMap<>();
    private final Map<Long, Quiet> quiet = new HashMap<>();
    private final Set<Long> unheard = new HashSet<>();
    private volatile long lastCall = System.nanoTime();
    private final List<Sent> sent = new CopyOnWriteArrayList<>();
    private final List<Sent> edits = new CopyOnWriteArrayList<>();
    private final Map<Place, Shown> shown = new ConcurrentHashMap<>();
    private final Map<Long, Draft> drafts = new ConcurrentHashMap<>();
    private final List<Call> calls = new CopyOnWriteArrayList<>();
    private final List<String> violations = new CopyOnWriteArrayList<>();
    private int poll;

    private record Place(long chat, int message) {}

    /** What a message shows now. */
    record Shown(String visible, String html, JsonNode keyboard) {
        /** What the button carries that has these words in it. */
        String data(String words) {
            for (JsonNode row : keyboard) {
                for (JsonNode button : row) {
                    if (button.path("text").asText().contains(words)) {
                        return button.path("callback_data").asText();
                    }
                }
            }
            throw new IllegalArgumentException("no button says " + words + ": " + keyboard);
        }

        /** The words on the buttons, in order. */
        List<String> buttons() {
            List<String> words = new ArrayList<>();
            keyboard.forEach(
                    row -> row.forEach(button -> words.add(button.path("text").asText())));
            return words;
        }
    }

    /** An answer that grows in a private chat, until a message takes its place. */
    record Draft(int id, String visible, boolean canStop) {}

    /** A request that was understood, whatever became of it. */
    record Call(String method, ObjectNode body, long nanos) {}

    /**
     * A message that was accepted.
     *
     * @param id message_id; of an edit that of the message which it changed
     * @param replyTo 0 when it replies to nothing
     * @param text as it was sent
     * @param visible without its HTML
     * @param replyLost the sender was not told
     */
    record Sent(
            long chat,
            int id,
            int replyTo,
            String text,
            String visible,
            ObjectNode body,
            long nanos,
            boolean replyLost) {}

    /** @param port 0 for any */
    FakeBotApi(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), BACKLOG);
        server.createContext("/", this::handle);
        server.setExecutor(threads);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    List<Sent> sent() {
        return List.copyOf(sent);
    }

    /** Edits that were accepted. */
    List<Sent> edits() {
        return List.copyOf(edits);
    }

    /** Null when it was deleted or never sent. */
    @Nullable Shown shown(long chat, int message) {
        return shown.get(new Place(chat, message));
    }

    /** Null when no draft is seen in the chat. */
    @Nullable Draft draft(long chat) {
        return drafts.get(chat);
    }

    List<Call> calls() {
        return List.copyOf(calls);
    }

    List<Call> calls(String method) {
        return calls.stream().filter(call -> call.method().equals(method)).toList();
    }

    List<String> violations() {
        return List.copyOf(violations);
    }

    /** How many updates no poller has confirmed. */
    int unconfirmed() {
        lock.lock();
        try {
            return updates.size();
        } finally {
            lock.unlock();
        }
    }

    void fault(String method, Fault fault) {
        lock.lock();
        try {
            faults.computeIfAbsent(method.toLowerCase(Locale.ROOT), name -> new ArrayDeque<>())
                    .add(fault);
        } finally {
            lock.unlock();
        }
    }

    int nextMessageId() {
        return messageIds.getAndIncrement();
    }

    /** A chat that was answered with 429, in {@link System#nanoTime}. */
    private record Quiet(long since, long until) {}

    /** Offers an update; {@code %d} stands for its id. */
    void offer(String json) {
        lock.lock();
        try {
            int id = updateIds.getAndIncrement();
            updates.put(id, json.replace("%d", Integer.toString(id)));
            updated.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** A reader writes in private; the message's id. */
    int says(long reader, String language, String text) {
        int id = nextMessageId();
        offer(Updates.privately(reader, language, id, text));
        return id;
    }

    /** A reader deletes one of the bot's messages. */
    void deletes(long chat, int message) {
        shown.remove(new Place(chat, message));
    }

    /** A reader edits a message of theirs. */
    void edits(long reader, String language, int message, String text) {
        offer("{\"update_id\":%d,\"edited_message\":"
                + Updates.privateMessage(reader, language, message)
                        .put("edit_date", System.currentTimeMillis() / 1000)
                        .put("text", text)
                + "}");
    }

    /** A reader presses the button with those words below a message. */
    void presses(long reader, String language, long chat, int message, String words) {
        pressesData(
                reader,
                language,
                chat,
                message,
                Objects.requireNonNull(shown(chat, message)).data(words));
    }

    /** A reader presses a button that stood below a message once. */
    void pressesData(long reader, String language, long chat, int message, String data) {
        offer(Updates.pressing(reader, language, chat, message, "q" + messageIds.getAndIncrement(), data));
    }

    /** A reader stops the answer that grows in their chat. */
    void stops(long reader) {
        int id = Objects.requireNonNull(draft(reader)).id();
        offer("{\"update_id\":%d,\"stopped_message_generation\":{\"chat\":{\"id\":" + reader
                + ",\"type\":\"private\"},\"draft_id\":" + id + "}}");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            byte[] bytes = exchange.getRequestBody().readAllBytes();
            String prefix = "/bot" + TOKEN + "/";
            if (!path.startsWith(prefix)) {
                reply(exchange, 401, error(401, "Unauthorized"));
                return;
            }
            String method = path.substring(prefix.length()).toLowerCase(Locale.ROOT);
            if (!requests.knows(method)) {
                violations.add("unknown method " + method);
                reply(exchange, 404, error(404, "Not Found"));
                return;
            }
            ObjectNode body =
                    bytes.length == 0 ? Requests.JSON.createObjectNode() : (ObjectNode) Requests.JSON.readTree(bytes);
            answer(exchange, method, body);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            violations.add("a call that the fake cannot deal with: " + e);
            throw e;
        }
    }

    private void answer(HttpExchange exchange, String method, ObjectNode body)
            throws IOException, InterruptedException {
        long now = System.nanoTime();
        List<String> problems = requests.problems(method, body);
        calls.add(new Call(method, body, now));
        if (!problems.isEmpty()) {
            violations.add(method + ": " + problems);
            reply(exchange, 400, error(400, "Bad Request: " + problems));
            return;
        }
        long chat = body.path("chat_id").asLong();
        String broken = rates.call(method, chat);
        if (broken != null) {
            violations.add(broken);
        }
        if (method.equals("getme")) {
            markUnheard(now);
        }
        lastCall = now;
        int quietSeconds = CHAT_METHODS.contains(method) ? quietSeconds(chat, now) : 0;
        if (quietSeconds > 0) {
            reply(exchange, 429, tooMany(quietSeconds));
            return;
        }
        Fault fault = nextFault(method);
        switch (fault) {
            case null -> reply(exchange, 200, done(method, body, now, false));
            case Fault.TooMany(int seconds) -> {
                quiet(chat, new Quiet(now, now + TimeUnit.SECONDS.toNanos(seconds)));
                reply(exchange, 429, tooMany(seconds));
            }
            case Fault.BadGateway() -> html(exchange);
            case Fault.Dropped() -> exchange.close();
            case Fault.ReplyLost() -> {
                done(method, body, now, true);
                exchange.close();
            }
            case Fault.Slow(var delay) -> {
                JsonNode result = done(method, body, now, false);
                new CountDownLatch(1).await(delay.toMillis(), TimeUnit.MILLISECONDS);
                reply(exchange, 200, result);
            }
            case Fault.Refusal(int code, String description) -> reply(exchange, code, error(code, description));
            case Fault.Migrated(long to) -> {
                ObjectNode error = error(400, "Bad Request: group chat was upgraded to a supergroup chat");
                error.putObject("parameters").put("migrate_to_chat_id", to);
                reply(exchange, 400, error);
            }
        }
    }

    /** A 429 just before the bot was killed may never have been read: the next bot cannot know of it. */
    private void markUnheard(long now) {
        lock.lock();
        try {
            quiet.forEach((chat, pause) -> {
                if (lastCall - pause.since() < KILLED_BEFORE_READING && now < pause.until()) {
                    unheard.add(chat);
                }
            });
        } finally {
            lock.unlock();
        }
    }

    /** How long the chat is still to be left in peace; writing to it meanwhile is refused again, and a violation. */
    private int quietSeconds(long chat, long now) {
        lock.lock();
        try {
            Quiet pause = quiet.get(chat);
            if (pause == null || now >= pause.until()) {
                return 0;
            }
            if (!unheard.remove(chat)) {
                violations.add("chat " + chat + " was written to before retry_after was over");
            }
            return (int) TimeUnit.NANOSECONDS.toSeconds(pause.until() - now) + 1;
        } finally {
            lock.unlock();
        }
    }

    private static ObjectNode tooMany(int seconds) {
        ObjectNode error = error(429, "Too Many Requests: retry after " + seconds);
        error.putObject("parameters").put("retry_after", seconds);
        return error;
    }

    private void quiet(long chat, Quiet pause) {
        lock.lock();
        try {
            quiet.put(chat, pause);
        } finally {
            lock.unlock();
        }
    }

    private @Nullable Fault nextFault(String method) {
        lock.lock();
        try {
            Deque<Fault> waiting = faults.get(method);
            return waiting == null ? null : waiting.poll();
        } finally {
            lock.unlock();
        }
    }

    private JsonNode done(String method, ObjectNode body, long now, boolean lost)
            throws IOException, InterruptedException {
        ObjectNode reply = Requests.JSON.createObjectNode().put("ok", true);
        switch (method) {
            case "getme" -> reply.set("result", Updates.bot());
            case "getupdates" -> {
                return polled(body);
            }
            case "sendmessage", "sendrichmessage" -> {
                int id = nextMessageId();
                String text = text(body);
                String visible = visible(body);
                int replyTo = body.path("reply_parameters").path("message_id").asInt();
                long chat = body.path("chat_id").asLong();
                drafts.remove(chat);
                shown.put(new Place(chat, id), new Shown(visible, text, keyboard(body)));
                sent.add(new Sent(chat, id, replyTo, text, visible, body, now, lost));
                reply.set("result", Updates.sent(id, chat, visible));
            }
            case "editmessagetext" -> {
                return edited(body, now, lost);
            }
            case "deletemessage" -> {
                var place = new Place(
                        body.path("chat_id").asLong(), body.path("message_id").asInt());
                if (shown.remove(place) == null) {
                    return error(400, "Bad Request: message to delete not found");
                }
                reply.put("result", true);
            }
            case "sendmessagedraft" -> {
                String text = body.path("text").asText();
                String visible = text.isEmpty() ? "" : HtmlCheck.of(text).visible();
                drafts.put(
                        body.path("chat_id").asLong(),
                        new Draft(
                                body.path("draft_id").asInt(),
                                visible,
                                body.path("can_stop").asBoolean()));
                reply.put("result", true);
            }
            default -> reply.put("result", true);
        }
        return reply;
    }

    private JsonNode edited(ObjectNode body, long now, boolean lost) {
        long chat = body.path("chat_id").asLong();
        int id = body.path("message_id").asInt();
        Shown before = shown.get(new Place(chat, id));
        if (before == null) {
            return error(400, "Bad Request: message to edit not found");
        }
        String text = text(body);
        String visible = visible(body);
        var after = new Shown(visible, text, keyboard(body));
        if (after.equals(before)) {
            violations.add("message " + id + " is not modified");
            return error(400, "Bad Request: message is not modified");
        }
        shown.put(new Place(chat, id), after);
        edits.add(new Sent(chat, id, 0, text, visible, body, now, lost));
        ObjectNode reply = Requests.JSON.createObjectNode().put("ok", true);
        reply.set("result", Updates.sent(id, chat, visible));
        return reply;
    }

    private static String text(ObjectNode body) {
        return body.has("rich_message")
                ? body.path("rich_message").toString()
                : body.path("text").asText();
    }

    private static String visible(ObjectNode body) {
        if (body.has("rich_message")) {
            return RichCheck.of(body.path("rich_message")).visible();
        }
        String text = body.path("text").asText();
        return body.has("parse_mode") ? HtmlCheck.of(text).visible() : text;
    }

    private static JsonNode keyboard(ObjectNode body) {
        return body.path("reply_markup").path("inline_keyboard");
    }

    /** A new poll ends the one before it with a conflict, as Telegram does it. */
    private JsonNode polled(ObjectNode body) throws InterruptedException {
        lock.lock();
        try {
            int mine = ++poll;
            updated.signalAll();
            updates.headMap(body.path("offset").asInt()).clear();
            long left = TimeUnit.SECONDS.toNanos(body.path("timeout").asLong());
            while (updates.isEmpty() && left > 0 && poll == mine) {
                left = updated.awaitNanos(left);
            }
            if (poll != mine) {
                return error(409, "Conflict: terminated by other getUpdates request");
            }
            ObjectNode reply = Requests.JSON.createObjectNode().put("ok", true);
            ArrayNode result = reply.putArray("result");
            List<String> batch = new ArrayList<>(updates.values());
            for (String update :
                    batch.subList(0, Math.min(batch.size(), body.path("limit").asInt(100)))) {
                result.addRawValue(new RawValue(update));
            }
            return reply;
        } finally {
            lock.unlock();
        }
    }

    private static ObjectNode error(int code, String description) {
        return Requests.JSON
                .createObjectNode()
                .put("ok", false)
                .put("error_code", code)
                .put("description", description);
    }

    private static void html(HttpExchange exchange) throws IOException {
        byte[] page = "<html><body><h1>502 Bad Gateway</h1></body></html>".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        exchange.sendResponseHeaders(502, page.length);
        exchange.getResponseBody().write(page);
    }

    private static void reply(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] json = Requests.JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        int code =
                body.path("ok").asBoolean() ? status : body.path("error_code").asInt(status);
        exchange.sendResponseHeaders(code, json.length);
        exchange.getResponseBody().write(json);
    }
}
