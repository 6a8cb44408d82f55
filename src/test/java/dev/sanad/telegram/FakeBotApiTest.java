package dev.sanad.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The fake is as strict as it says: what breaks Telegram's rules is refused and recorded. */
class FakeBotApiTest {
    private final FakeBotApi telegram = new FakeBotApi(0);
    private final HttpClient http = HttpClient.newHttpClient();

    FakeBotApiTest() throws IOException {}

    @AfterEach
    void close() {
        http.shutdownNow();
        telegram.close();
    }

    @Test
    void refusesWhatTheSchemaDoesNotKnow() {
        refuses("sendMessage", "{\"chat_id\":1,\"text\":\"x\",\"colour\":\"red\"}");
        refuses("sendMessage", "{\"chat_id\":1}");
        refuses("sendMessage", "{\"chat_id\":1,\"text\":\"x\",\"parse_mode\":\"html\"}");
        refuses("getMe", "{\"verbose\":true}");
        refuses("sendChatAction", "{\"chat_id\":1,\"action\":\"dancing\"}");
    }

    @Test
    void refusesWhatTelegramsLimitsForbid() {
        refuses("sendMessage", "{\"chat_id\":1,\"text\":\"" + "x".repeat(4097) + "\"}");
        refuses("sendMessage", "{\"chat_id\":1,\"text\":\" \"}");
        refuses("sendMessage", html("<b>x"));
        refuses("sendMessage", html("<b><i>x</b></i>"));
        refuses("sendMessage", html("a < b"));
        refuses("sendMessage", html("a & b"));
        refuses("sendMessage", html("<h1>x</h1>"));
        refuses("sendMessage", html("<blockquote>a<blockquote>b</blockquote></blockquote>"));
        refuses("sendMessage", html("<b><code>x</code></b>"));
        refuses("setMyCommands", "{\"commands\":[{\"command\":\"Ask\",\"description\":\"x\"}]}");
        refuses("getUpdates", "{\"limit\":101}");
    }

    @Test
    void refusesButtonsThatTelegramRefuses() {
        refuses("sendMessage", withButton("{\"text\":\"x\",\"callback_data\":\"" + "ی".repeat(33) + "\"}"));
        refuses("sendMessage", withButton("{\"text\":\"x\",\"callback_data\":\"\"}"));
        refuses("sendMessage", withButton("{\"text\":\" \",\"callback_data\":\"x\"}"));
        refuses("sendMessage", withButton("{\"text\":\"x\"}"));
        refuses("sendMessage", withButton("{\"text\":\"x\",\"url\":\"not an address\"}"));
        refuses("sendMessage", withButton("{\"text\":\"x\",\"url\":\"https://a.b\",\"callback_data\":\"x\"}"));
        refuses("answerCallbackQuery", "{\"callback_query_id\":\"1\",\"text\":\"" + "x".repeat(201) + "\"}");
    }

    @Test
    void refusesDraftsInGroupsAndWithoutAnId() {
        refuses("sendMessageDraft", "{\"chat_id\":-1,\"draft_id\":1,\"text\":\"x\"}");
        refuses("sendMessageDraft", "{\"chat_id\":1,\"draft_id\":0,\"text\":\"x\"}");
        refuses("sendMessageDraft", html("<b>x").replace("{", "{\"draft_id\":1,"));
    }

    @Test
    void refusesEditsOfNothingAndEditsThatChangeNothing() {
        int message = call("sendMessage", "{\"chat_id\":1,\"text\":\"x\"}")
                .path("result")
                .path("message_id")
                .asInt();
        String edit = "{\"chat_id\":1,\"message_id\":" + message + ",\"text\":\"x\"}";
        refuses("editMessageText", edit);
        assertThat(telegram.violations().getLast()).contains("not modified");
        assertThat(call("editMessageText", edit.replace("\"x\"", "\"y\""))
                        .path("ok")
                        .asBoolean())
                .isTrue();
        call("deleteMessage", "{\"chat_id\":1,\"message_id\":" + message + "}");
        assertThat(call("editMessageText", edit).path("description").asText()).contains("not found");
    }

    @Test
    void refusesInlineAnswersThatTelegramRefuses() {
        String result =
                "{\"type\":\"article\",\"id\":\"1\",\"title\":\"t\",\"input_message_content\":{\"message_text\":\"x\"}}";
        String query = "{\"inline_query_id\":\"1\",\"results\":[%s]}";
        assertThat(call("answerInlineQuery", query.formatted(result)).path("ok").asBoolean())
                .isTrue();
        refuses("answerInlineQuery", query.formatted(result + "," + result));
        refuses("answerInlineQuery", query.formatted(result.replace("\"t\"", "\"\"")));
        refuses(
                "answerInlineQuery",
                query.formatted("")
                        .replace("]}", "],\"button\":{\"text\":\"ask\",\"start_parameter\":\"what is it?\"}}"));
    }

    @Test
    void takesWhatIsRight() {
        assertThat(call(
                                "sendMessage",
                                "{\"method\":\"sendmessage\",\"chat_id\":\"1\",\"text\":\"" + "x".repeat(4096) + "\"}")
                        .path("ok")
                        .asBoolean())
                .isTrue();
        assertThat(call("sendmessage", html("<blockquote expandable>a &lt; <b>b</b></blockquote>"))
                        .path("ok")
                        .asBoolean())
                .isTrue();
        assertThat(telegram.violations()).isEmpty();
        assertThat(telegram.sent()).extracting(FakeBotApi.Sent::visible).last().isEqualTo("a < b");
    }

    @Test
    void recordsWhatIsFasterThanTelegramAllows() {
        for (int i = 0; i < 6; i++) {
            call("sendMessage", "{\"chat_id\":1,\"text\":\"x\"}");
        }
        assertThat(telegram.violations()).containsExactly("more than one a second to chat 1");
        var rates = new RateCheck();
        for (int chat = 1; chat <= 30; chat++) {
            assertThat(rates.call("sendmessage", chat, 1)).isNull();
        }
        assertThat(rates.call("sendmessagedraft", 31, 1_000_000_000)).contains("30 a second");
        var minute = new RateCheck();
        for (int i = 0; i < 20; i++) {
            assertThat(minute.call("editmessagetext", -1, i * 2_000_000_000L)).isNull();
        }
        assertThat(minute.call("sendmessage", -1, 39_000_000_000L)).contains("20 a minute");
    }

    @Test
    void recordsThatRetryAfterWasNotObeyed() {
        telegram.fault("sendMessage", new Fault.TooMany(30));
        assertThat(call("sendMessage", "{\"chat_id\":1,\"text\":\"x\"}")
                        .path("parameters")
                        .path("retry_after")
                        .asInt())
                .isEqualTo(30);
        call("sendMessage", "{\"chat_id\":2,\"text\":\"x\"}");
        assertThat(telegram.violations()).isEmpty();
        call("sendMessage", "{\"chat_id\":1,\"text\":\"x\"}");
        assertThat(telegram.violations()).singleElement().asString().contains("retry_after");
    }

    @Test
    void aSecondPollEndsTheFirstAndAnOffsetConfirms() {
        CompletableFuture<JsonNode> first = CompletableFuture.supplyAsync(() -> call("getUpdates", "{\"timeout\":50}"));
        await().until(() -> telegram.calls("getupdates").size() == 1);
        telegram.says(1, "en", "hello");
        assertThat(first.join().path("result")).hasSize(1);
        CompletableFuture<JsonNode> second =
                CompletableFuture.supplyAsync(() -> call("getUpdates", "{\"timeout\":50,\"offset\":1001}"));
        await().until(() -> telegram.unconfirmed() == 0);
        assertThat(call("getUpdates", "{\"timeout\":0}").path("result")).isEmpty();
        assertThat(second.join().path("error_code").asInt()).isEqualTo(409);
    }

    private void refuses(String method, String body) {
        int before = telegram.violations().size();
        assertThat(call(method, body).path("error_code").asInt()).as(body).isEqualTo(400);
        assertThat(telegram.violations()).as(body).hasSize(before + 1);
    }

    private static String withButton(String button) {
        return "{\"chat_id\":1,\"text\":\"x\",\"reply_markup\":{\"inline_keyboard\":[[" + button + "]]}}";
    }

    private static String html(String text) {
        return Requests.JSON
                .createObjectNode()
                .put("chat_id", 1)
                .put("parse_mode", "HTML")
                .put("text", text)
                .toString();
    }

    private JsonNode call(String method, String body) {
        var request = HttpRequest.newBuilder(URI.create(telegram.url() + "/bot" + FakeBotApi.TOKEN + "/" + method))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        return http.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                .thenApply(HttpResponse::body)
                .thenApply(FakeBotApiTest::json)
                .join();
    }

    private static JsonNode json(String text) {
        try {
            return Requests.JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
