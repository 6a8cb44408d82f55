package dev.sanad.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sanad.config.Settings;
import dev.sanad.store.Database;
import dev.sanad.store.Inbox;
import dev.sanad.store.Outbox;
import dev.sanad.store.ReaderKey;
import dev.sanad.store.Readers;
import dev.sanad.telegram.wire.BotException;
import dev.sanad.telegram.wire.BotIdentity;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

class BotTest {
    private static final long READER = 501;
    private static final long GROUP = -1_001_234L;
    private static final Duration SOON = Duration.ofSeconds(15);

    private final Path folder;
    private final FakeBotApi telegram;
    private final ScriptedConversations conversations = new ScriptedConversations(Duration.ZERO);
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Logger library = (Logger) LoggerFactory.getLogger("org.telegram.telegrambots");
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private Bot bot;
    private CompletableFuture<Void> running = CompletableFuture.completedFuture(null);

    BotTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.telegram = new FakeBotApi(0);
        this.bot = bot(List.of(), conversations);
    }

    @BeforeEach
    void listenToTheLog() {
        library.setLevel(Level.OFF);
        root.setLevel(Level.INFO);
        logged.start();
        root.addAppender(logged);
    }

    @AfterEach
    void end() {
        bot.close();
        root.detachAppender(logged);
        root.setLevel(Level.WARN);
        telegram.close();
        assertThat(telegram.violations()).isEmpty();
        assertThat(lines()).noneMatch(line -> line.contains("AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"));
    }

    @Test
    void answersAQuestionInPrivateAsAReplyWithMarkerQuotationAndLink() {
        start();
        int question = telegram.says(READER, "fa", "طرح ایران چند ماده دارد؟");

        FakeBotApi.Sent answer = sent(1).getFirst();
        var html = HtmlCheck.of(answer.text());
        assertThat(answer.replyTo()).isEqualTo(question);
        assertThat(answer.visible()).contains("چهار ماده. [۱]");
        assertThat(html.quotations()).containsExactly("طرح ایران «چهار» ماده دارد & <بس>.");
        assertThat(html.links()).singleElement().asString().startsWith("https://news.example/1#:~:text=%D8%B7");
        assertThat(answer.body()
                        .path("link_preview_options")
                        .path("is_disabled")
                        .asBoolean())
                .isTrue();
        assertThat(answer.body()
                        .path("reply_parameters")
                        .path("allow_sending_without_reply")
                        .asBoolean())
                .isTrue();
        assertThat(lines()).noneMatch(line -> line.contains("چند ماده"));
    }

    @Test
    void verifiesAQuotationInItsLanguage() {
        start();
        telegram.says(READER, "en", "/verify طرح ایران <چهار> ماده دارد");
        telegram.says(READER, "fa", "/verify x marks the spot");
        telegram.says(READER, "fa", "/verify");

        List<FakeBotApi.Sent> answers = sent(3);
        assertThat(HtmlCheck.of(answers.get(0).text()).quotations()).containsExactly("طرح ایران <چهار> ماده دارد");
        assertThat(answers.get(0).visible())
                .startsWith("در بایگانی کلمه‌به‌کلمه هست:")
                .contains("• طرح <صلح> — خبرگزاری");
        assertThat(answers.get(1).visible()).startsWith("The archive does not have this quotation");
        assertThat(answers.get(2).visible()).contains("/verify");
    }

    @Test
    void answersAChatsQuestionsInOrder() {
        start();
        List<Integer> questions = Stream.of("یک؟", "دو؟", "سه؟", "چهار؟")
                .map(text -> telegram.says(READER, "fa", text))
                .toList();

        assertThat(sent(4)).extracting(FakeBotApi.Sent::replyTo).containsExactlyElementsOf(questions);
    }

    @Test
    void aSlowChatDelaysNoOther() {
        bot = bot(List.of(), new ScriptedConversations(Duration.ofSeconds(2)));
        telegram.fault("sendMessage", new Fault.TooMany(6));
        start();
        telegram.says(READER, "fa", "اول؟");
        await().atMost(SOON).until(() -> !telegram.calls("sendmessage").isEmpty());
        for (int reader = 1; reader <= 10; reader++) {
            telegram.says(READER + reader, "fa", "دیگری؟");
        }

        assertThat(sent(11).getLast().chat()).isEqualTo(READER);
    }

    @Test
    void aPauseThatTelegramAskedForOutlivesTheBot() {
        telegram.fault("sendMessage", new Fault.TooMany(4));
        start();
        telegram.says(READER, "fa", "هست؟");
        await().atMost(SOON).until(() -> lines().stream().anyMatch(line -> line.contains("asks to wait 4 s")));
        bot.close();
        bot = bot(List.of(), conversations);
        start();

        assertThat(sent(1)).hasSize(1);
        assertThat(telegram.calls("sendmessage"))
                .as("one that was refused, and one when the pause was over")
                .hasSize(2);
    }

    @Test
    void showsThatItIsAtWork() {
        bot = bot(List.of(), new ScriptedConversations(Duration.ofMillis(1_500)));
        start();
        telegram.says(READER, "fa", "؟ چه شد");

        sent(1);
        assertThat(telegram.calls("sendchataction")).hasSize(1).allSatisfy(call -> {
            assertThat(call.body().path("action").asText()).isEqualTo("typing");
            assertThat(call.body().path("chat_id").asLong()).isEqualTo(READER);
        });
    }

    @Test
    void answersCommandsInTheReadersLanguage() {
        start();
        telegram.says(READER, "fa", "/start");
        telegram.says(READER, "fa-IR", "/help");
        telegram.says(READER + 1, "de", "/help@" + FakeBotApi.BOT_NAME);
        telegram.says(READER + 2, "en", "/sources");
        telegram.says(READER + 3, "en", "/new");
        telegram.says(READER + 4, "en", "/dance");
        telegram.says(READER + 5, "en", "/help@another_bot");

        List<FakeBotApi.Sent> sent = sent(6);
        assertThat(to(sent, READER)).hasSize(2).allMatch(text -> text.contains("نقل‌قول"));
        assertThat(to(sent, READER + 1)).singleElement().asString().contains("caption");
        assertThat(to(sent, READER + 2)).singleElement().asString().contains("12", "2015-07-03", "2015-07-12");
        assertThat(to(sent, READER + 3)).singleElement().asString().contains("new conversation");
        assertThat(to(sent, READER + 4)).singleElement().asString().contains("/help");
        assertThat(conversations.forgotten()).containsExactly("telegram:" + (READER + 3));
        assertThat(conversations.asked()).isEmpty();
    }

    @Test
    void showsWhatItIsAndItsCommandsInBothLanguagesAndSetsThemOnlyWhenTheyChange() {
        start();
        await().atMost(SOON).until(() -> telegram.calls("setmycommands").size() == 9);
        await().atMost(SOON).until(() -> told("profile:commands in admin 77:fa") != null);
        bot.close();

        assertThat(telegram.calls("setmyname"))
                .extracting(call -> call.body().path("name").asText())
                .containsExactly("Sanad", "Sanad", "سند");
        assertThat(telegram.calls("setmydescription")).hasSize(3);
        assertThat(telegram.calls("setmyshortdescription")).hasSize(3);
        assertThat(telegram.calls("setmycommands"))
                .extracting(call -> call.body().path("scope").path("type").asText() + ":"
                        + call.body().path("language_code").asText())
                .containsExactlyInAnyOrder(
                        "all_private_chats:",
                        "all_group_chats:",
                        "chat:",
                        "all_private_chats:en",
                        "all_group_chats:en",
                        "chat:en",
                        "all_private_chats:fa",
                        "all_group_chats:fa",
                        "chat:fa");
        assertThat(telegram.calls("setmycommands"))
                .filteredOn(call -> call.body().toString().contains("reindex"))
                .allMatch(call ->
                        call.body().path("scope").path("chat_id").asText().equals("77"))
                .hasSize(3);

        bot = bot(List.of(), conversations);
        start();
        telegram.says(READER, "en", "again?");
        sent(1);
        assertThat(telegram.calls("setmycommands")).hasSize(9);
        assertThat(telegram.calls("setmyname")).hasSize(3);
    }

    @Test
    void readsCaptionsAndHasAWordForWhatHasNone() {
        start();
        ObjectNode captioned = Updates.privateMessage(READER, "fa", telegram.nextMessageId());
        captioned
                .put("caption", "این چیست؟")
                .putArray("photo")
                .addObject()
                .put("file_id", "x")
                .put("file_unique_id", "y")
                .put("width", 1)
                .put("height", 1);
        telegram.offer(Updates.of(captioned));
        ObjectNode voice = Updates.privateMessage(READER + 1, "en", telegram.nextMessageId());
        voice.putObject("voice").put("file_id", "x").put("file_unique_id", "y").put("duration", 3);
        telegram.offer(Updates.of(voice));

        List<FakeBotApi.Sent> sent = sent(2);
        assertThat(conversations.asked()).containsExactly("telegram:501 این چیست؟");
        assertThat(to(sent, READER + 1)).singleElement().asString().contains("text only");
    }

    @Test
    void inAGroupAnswersOnlyWhatIsMeantForIt() {
        start();
        String mention = "@" + FakeBotApi.BOT_NAME;
        telegram.offer(Updates.of(group(1, "دربارهٔ خودمان حرف می‌زنیم")));
        telegram.offer(Updates.of(group(1, "/help")));
        telegram.offer(Updates.of(group(1, "/ask@another_bot دیگری؟")));
        telegram.offer(Updates.of(group(1, "/ask اول؟")));
        telegram.offer(Updates.of(Updates.mentioning(group(2, mention + " دوم؟"), mention)));
        telegram.offer(Updates.of(Updates.replying(group(3, "سوم؟"), FakeBotApi.BOT_ID, 1)));
        telegram.offer(Updates.of(Updates.replying(group(3, "به کس دیگر"), 999, 1)));

        sent(3);
        await().atMost(SOON).until(() -> telegram.unconfirmed() == 0);
        String chat = "telegram:" + GROUP + ":0:";
        assertThat(conversations.asked()).containsExactlyInAnyOrder(chat + "1 اول؟", chat + "2 دوم؟", chat + "3 سوم؟");
    }

    @Test
    void staysInTheTopicAndKeepsItsConversationApart() {
        start();
        ObjectNode message = group(1, "/ask در موضوع؟");
        message.put("is_topic_message", true).put("message_thread_id", 42);
        telegram.offer(Updates.of(message));
        ObjectNode thread = group(1, "/ask در رشته؟");
        thread.put("message_thread_id", 43);
        telegram.offer(Updates.of(thread));

        List<FakeBotApi.Sent> sent = sent(2);
        assertThat(sent.getFirst().body().path("message_thread_id").asInt()).isEqualTo(42);
        assertThat(sent.getLast().body().has("message_thread_id")).isFalse();
        assertThat(conversations.asked().getFirst()).startsWith("telegram:" + GROUP + ":42:1 ");
    }

    @Test
    void tellsAStrangerOnceWhoLetsThemIn() {
        bot = bot(List.of("@Reader502", "503", Long.toString(GROUP)), conversations);
        start();
        telegram.says(READER, "en", "who?");
        telegram.says(READER, "en", "who again?");
        telegram.says(502, "en", "by name?");
        telegram.says(503, "en", "by id?");
        telegram.says(77, "en", "an admin?");
        telegram.offer(Updates.of(group(READER, "/ask in a group?")));

        List<FakeBotApi.Sent> sent = sent(5);
        await().atMost(SOON).until(() -> telegram.unconfirmed() == 0);
        assertThat(to(sent, READER)).singleElement().asString().contains("501", "@keeper");
        assertThat(conversations.asked()).hasSize(4).noneMatch(asked -> asked.contains("who"));
    }

    @Test
    void aReaderIsToldWhenTheirQuestionFailsAndTheLogHoldsNoWordOfIt() {
        start();
        telegram.says(READER, "en", "please FAIL now");
        telegram.says(READER, "en", "and go on?");

        assertThat(to(sent(2), READER).getFirst()).contains("went wrong");
        assertThat(lines()).anyMatch(line -> line.contains("IllegalStateException"));
        assertThat(lines()).noneMatch(line -> line.contains("please FAIL"));
    }

    @Test
    void aMalformedUpdateIsSetAsideAndTheOthersFlowOn() {
        start();
        telegram.offer("{\"update_id\":%d,\"message\":{\"message_id\":\"SECRET WORDS\",\"chat\":{\"id\":[]}}}");
        telegram.offer("{\"update_id\":%d,\"message\":{\"text\":\"no chat\"}}");
        telegram.offer("{\"message\":{}}");
        telegram.offer("{\"update_id\":%d,\"poll\":{\"anything\":1}}");
        ObjectNode broken = Updates.privateMessage(READER, "en", telegram.nextMessageId());
        broken.put("text", "/ask x").putArray("entities").addObject().put("type", "mention");
        telegram.offer(Updates.of(broken.put("text", "entity without place")));
        telegram.says(READER, "en", "still there?");

        sent(1);
        await().atMost(SOON).until(() -> telegram.unconfirmed() == 0);
        assertThat(inbox().malformed()).extracting(Inbox.Malformed::id).containsExactly(1000L, 1001L, 1004L);
        assertThat(lines()).noneMatch(line -> line.contains("SECRET"));
    }

    @Test
    void anUpdateThatComesTwiceIsAnsweredOnce() {
        start();
        telegram.fault("getUpdates", new Fault.ReplyLost());
        telegram.says(READER, "en", "once?");
        sent(1);
        new Inbox(Database.open(folder), InstantSource.system())
                .store(
                        List.of(new Inbox.Received(1000, READER, Updates.privately(READER, "en", 1, "once?"))),
                        List.of());
        telegram.says(READER, "en", "next?");

        assertThat(sent(2))
                .extracting(FakeBotApi.Sent::visible)
                .filteredOn(text -> text.contains("once?"))
                .hasSize(1);
    }

    @Test
    void sendsAgainWhatDidNotArriveAndNothingTwice() {
        telegram.fault("sendMessage", new Fault.BadGateway());
        telegram.fault("sendMessage", new Fault.Dropped());
        telegram.fault("sendMessage", new Fault.Refusal(500, "Internal Server Error"));
        telegram.fault("sendMessage", new Fault.TooMany(1));
        start();
        telegram.says(READER, "en", "through?");
        telegram.says(READER, "en", "and through?");

        assertThat(sent(2)).extracting(FakeBotApi.Sent::visible).doesNotHaveDuplicates();
        assertThat(warnings())
                .filteredOn(line -> line.contains("did not reach Telegram"))
                .hasSize(1);
        assertThat(lines()).anyMatch(line -> line.contains("reach Telegram again"));
    }

    @Test
    void givesUpWhatTelegramRefusesAndGoesOn() {
        telegram.fault("sendMessage", new Fault.Refusal(400, "Bad Request: chat not found"));
        telegram.fault("sendMessage", new Fault.Refusal(400, "Bad Request: can't parse entities: what"));
        start();
        telegram.says(READER, "en", "refused?");
        telegram.says(READER, "en", "plain?");

        FakeBotApi.Sent plain = sent(1).getFirst();
        assertThat(plain.body().has("parse_mode")).isFalse();
        assertThat(plain.text()).contains("«plain?»", "& <بس>").doesNotContain("<blockquote");
        await().atMost(SOON).until(() -> outbox().chats().isEmpty());
        assertThat(warnings()).filteredOn(line -> line.contains("given up")).hasSize(1);
    }

    @Test
    void aReaderWhoBlockedItIsWrittenToNoMore() {
        telegram.fault("sendMessage", new Fault.Refusal(403, "Forbidden: bot was blocked by the user"));
        start();
        telegram.says(READER, "en", "blocked?");
        await().atMost(SOON)
                .until(() -> lines().stream().anyMatch(line -> line.contains("does not let the bot write")));
        telegram.says(READER + 1, "en", "other?");

        assertThat(sent(1)).extracting(FakeBotApi.Sent::chat).containsExactly(READER + 1);
        assertThat(outbox().chats()).isEmpty();
        assertThat(warnings()).isEmpty();
    }

    @Test
    void followsAGroupThatMoved() {
        telegram.fault("sendMessage", new Fault.Migrated(GROUP - 1));
        start();
        telegram.offer(Updates.of(group(1, "/ask moved?")));

        assertThat(sent(1)).extracting(FakeBotApi.Sent::chat).containsExactly(GROUP - 1);
    }

    @Test
    void aWrongTokenEndsItWithOneLine() {
        bot = Bots.bot(
                Bots.settings(telegram.url(), "999999:wrongwrongwrongwrongwrong", List.of()), conversations, folder);

        assertThatThrownBy(bot::run)
                .isInstanceOf(BotException.class)
                .hasMessageContaining("TELEGRAM_BOT_TOKEN")
                .hasMessageNotContaining("wrongwrong")
                .extracting(Throwable::getMessage)
                .asString()
                .hasLineCount(1);
    }

    @Test
    void aTokenThatIsRevokedEndsIt() {
        telegram.fault("getUpdates", new Fault.Refusal(401, "Unauthorized"));
        start();

        assertThat(running)
                .failsWithin(SOON)
                .withThrowableThat()
                .withCauseInstanceOf(BotException.class)
                .withMessageContaining("401");
    }

    @Test
    void aSecondPollerIsNamedOnceAndOutlived() {
        telegram.fault("getUpdates", new Fault.Refusal(409, "Conflict: terminated by other getUpdates request"));
        telegram.fault("getUpdates", new Fault.Refusal(409, "Conflict: terminated by other getUpdates request"));
        start();
        telegram.says(READER, "en", "alone?");

        sent(1);
        assertThat(warnings()).singleElement().asString().contains("another program polls");
    }

    @Test
    void whenTheSecondPollerEndsItGoesOn() {
        Bot other = Bots.bot(
                Bots.settings(telegram.url(), FakeBotApi.TOKEN, List.of()), conversations, folder.resolve("other"));
        start();
        CompletableFuture<Void> second = run(other);
        await().atMost(SOON).until(() -> warnings().stream().anyMatch(line -> line.contains("another program polls")));
        other.close();
        assertThat(second).succeedsWithin(SOON);
        telegram.says(READER, "en", "still here?");

        sent(1);
        assertThat(warnings()).hasSizeBetween(1, 2);
    }

    @Test
    void aNetworkThatIsDeadAtTheStartIsSaidOnceAndSurvived() throws IOException {
        telegram.fault("getMe", new Fault.Dropped());
        telegram.fault("getMe", new Fault.Dropped());
        telegram.fault("deleteWebhook", new Fault.Dropped());
        telegram.fault("getUpdates", new Fault.BadGateway());
        telegram.fault("getUpdates", new Fault.Dropped());
        start();
        telegram.says(READER, "en", "back?");

        sent(1);
        assertThat(warnings())
                .filteredOn(line -> line.contains("cannot be reached"))
                .hasSizeBetween(1, 3);
        assertThat(lines()).anyMatch(line -> line.contains("well again"));
    }

    @Test
    void closesInTimeWithAnAnswerInHandAndAPollInFlight() {
        bot = bot(List.of(), new ScriptedConversations(Duration.ofSeconds(1)));
        start();
        telegram.says(READER, "en", "in hand?");
        await().atMost(SOON).until(() -> !telegram.calls("sendchataction").isEmpty());
        long before = System.nanoTime();
        bot.close();

        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
        assertThat(running).succeedsWithin(Duration.ofSeconds(1));
        assertThat(telegram.sent()).hasSize(1);
    }

    @Test
    void theDoctorLearnsWhoTheBotIs() throws Exception {
        BotIdentity me = Bot.check(Bots.settings(telegram.url(), FakeBotApi.TOKEN, List.of()));

        assertThat(me).isEqualTo(new BotIdentity(FakeBotApi.BOT_ID, FakeBotApi.BOT_NAME, false));
        checkFails(Bots.settings(telegram.url(), "1:x", List.of()), BotException.Kind.UNAUTHORIZED);
        checkFails(
                Bots.settings(URI.create("http://127.0.0.1:1"), FakeBotApi.TOKEN, List.of()),
                BotException.Kind.UNREACHABLE);
    }

    private static void checkFails(Settings.Telegram settings, BotException.Kind kind) {
        assertThatThrownBy(() -> Bot.check(settings))
                .isInstanceOfSatisfying(
                        BotException.class, e -> assertThat(e.kind()).isEqualTo(kind));
    }

    private ObjectNode group(long reader, String text) {
        return Updates.groupMessage(GROUP, reader, "fa", telegram.nextMessageId(), text);
    }

    private Bot bot(List<String> allow, ScriptedConversations answering) {
        return Bots.bot(Bots.settings(telegram.url(), FakeBotApi.TOKEN, allow), answering, folder);
    }

    private void start() {
        running = run(bot);
    }

    private static CompletableFuture<Void> run(Bot bot) {
        return CompletableFuture.runAsync(() -> {
            try {
                bot.run();
            } catch (BotException e) {
                throw new CompletionException(e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /** Without what admins are told of the bot's health. */
    private List<FakeBotApi.Sent> sent(int count) {
        await().atMost(SOON).until(() -> answers().size() >= count);
        assertThat(answers()).hasSize(count);
        return answers();
    }

    private List<FakeBotApi.Sent> answers() {
        return telegram.sent().stream()
                .filter(message -> !message.visible().matches("(?s)\u200F?[⚠✅].*"))
                .toList();
    }

    private @Nullable String told(String what) {
        return new Readers(Database.open(folder), ReaderKey.open(folder)).told(what);
    }

    private static List<String> to(List<FakeBotApi.Sent> sent, long chat) {
        return sent.stream()
                .filter(message -> message.chat() == chat)
                .map(FakeBotApi.Sent::visible)
                .toList();
    }

    private Inbox inbox() {
        return new Inbox(Database.open(folder), InstantSource.system());
    }

    private Outbox outbox() {
        return new Outbox(Database.open(folder));
    }

    private List<String> lines() {
        return List.copyOf(logged.list).stream()
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    private List<String> warnings() {
        return List.copyOf(logged.list).stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }
}
