package dev.sanad.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sanad.answer.Answerer;
import dev.sanad.answer.ComposedBy;
import dev.sanad.answer.Question;
import dev.sanad.answer.Response;
import dev.sanad.config.Settings;
import dev.sanad.conversation.ConversationId;
import dev.sanad.conversation.Conversations;
import dev.sanad.store.ReaderKey;
import dev.sanad.store.Readers;
import dev.sanad.text.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LimitsTest {
    private static final long READER = 501;
    private static final long OTHER = 502;
    private static final long GROUP = -1_001_234L;
    private static final Duration DAY = Duration.ofDays(1);
    private final Path folder;

    LimitsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aReaderMayAskSoManyQuestionsADayAndIsToldOnce() throws IOException {
        try (Talk talk = talk(new Settings.Limits(2, 0, 0, 0, 0), new ScriptedConversations(Duration.ZERO))) {
            assertThat(talk.says(READER, "en", "one?").visible()).contains("one?");
            assertThat(talk.says(READER, "en", "two?").visible()).contains("two?");
            assertThat(talk.says(READER, "en", "three?").visible()).contains("at most 2 questions a day", "tomorrow");
            talk.telegram().says(READER, "en", "four?");
            assertThat(talk.says(READER, "en", "/help").visible()).contains("/ask");
            assertThat(talk.says(OTHER, "fa", "یک؟").visible()).contains("یک؟");

            talk.restart();
            assertThat(talk.says(READER, "fa", "پنج؟").visible())
                    .as("counted across restarts")
                    .contains("حداکثر ۲ پرسش", "فردا");
        }
    }

    @Test
    void aReaderMayAskSoManyQuestionsAMinute() throws IOException {
        try (Talk talk = talk(new Settings.Limits(0, 2, 0, 0, 0), new ScriptedConversations(Duration.ZERO))) {
            Instant now = Instant.now();
            asks(talk, now, "one?");
            asks(talk, now, "two?");
            asks(talk, now.plusSeconds(1), "three?");
            asks(talk, now.plusSeconds(2), "four?");
            asks(talk, now.plusSeconds(60), "five?");
            Talk.until(() -> talk.to(READER).size() == 4);

            assertThat(talk.to(READER))
                    .extracting(FakeBotApi.Sent::visible)
                    .satisfiesExactly(
                            one -> assertThat(one).contains("one?"),
                            two -> assertThat(two).contains("two?"),
                            told -> assertThat(told).contains("at most 2 questions a minute"),
                            five -> assertThat(five).contains("five?"));
        }
    }

    @Test
    void whoHasSpentTheirTokensIsAnsweredByQuotationsAndToldSo() throws IOException {
        try (Talk talk = talk(new Settings.Limits(0, 0, 150, 0, 0), new Written(100))) {
            assertThat(talk.says(READER, "en", "one?").visible()).doesNotContain("used up");
            assertThat(talk.says(READER, "en", "two?").visible()).doesNotContain("used up");
            assertThat(talk.says(READER, "en", "three?").visible()).contains("three?", "is used up");
            assertThat(talk.says(OTHER, "en", "four?").visible()).doesNotContain("used up");

            var readers = new Readers(talk.database(), ReaderKey.open(folder));
            assertThat(readers.used(READER, LocalDate.now(ZoneId.of("Asia/Tehran"))))
                    .isEqualTo(new Readers.Used(3, 200));
        }
    }

    @Test
    void whatAllMaySpendIsSpentByAll() throws IOException {
        try (Talk talk = talk(new Settings.Limits(0, 0, 0, 150, 0), new Written(100))) {
            talk.says(READER, "en", "one?");
            talk.says(OTHER, "en", "two?");

            assertThat(talk.says(503, "fa", "سه؟").visible()).contains("سه؟", "سهم امروز مدل زبانی");
        }
    }

    @Test
    void inAGroupAFloodDelaysNobodyElse() throws IOException {
        var conversations = new Stepwise();
        try (Talk talk = talk(Settings.Limits.NONE, conversations)) {
            for (int question = 0; question < 10; question++) {
                inGroup(talk, READER, "/ask flood " + question + "?");
            }
            inGroup(talk, OTHER, "/ask single?");
            Talk.until(() -> talk.telegram().unconfirmed() == 0);
            conversations.answer(3);
            Talk.until(() -> conversations.asked().size() == 4);

            assertThat(conversations.asked().subList(0, 3)).anyMatch(asked -> asked.contains("single?"));
            conversations.answer(100);
            Talk.until(() -> conversations.asked().size() == 11);
            assertThat(conversations.asked().stream().filter(asked -> asked.contains("flood")))
                    .as("a reader's questions keep their order")
                    .isSorted();
        }
    }

    @Test
    void aFloodIsCappedAndToldOnce() throws IOException {
        var conversations = new Stepwise();
        try (Talk talk = talk(new Settings.Limits(0, 0, 0, 0, 3), conversations)) {
            for (int question = 0; question < 8; question++) {
                talk.telegram().says(READER, "en", "flood " + question + "?");
            }
            talk.telegram().says(READER, "en", "/help");
            Talk.until(() -> talk.to(READER).size() == 2);
            assertThat(talk.to(READER).getFirst().visible()).contains("at most 3 waiting messages");
            assertThat(talk.to(READER).getLast().visible())
                    .as("commands are answered")
                    .contains("/ask");
            conversations.answer(100);
            Talk.until(() -> talk.to(READER).size() == 5);

            assertThat(conversations.asked()).hasSize(3);
            assertThat(talk.says(READER, "en", "later?").visible()).contains("later?");
        }
    }

    @Test
    void aQuestionThatWaitedADayIsAnsweredWithAWord() throws IOException {
        try (Talk talk = talk(Settings.Limits.NONE, new ScriptedConversations(Duration.ZERO))) {
            Instant longAgo = Instant.now().minus(Duration.ofHours(25));
            asks(talk, longAgo, "old?");

            assertThat(talk.next(READER, 0).visible())
                    .contains("old?", "This question of " + LocalDate.ofInstant(longAgo, ZoneId.of("Asia/Tehran")));
            asks(talk, Instant.now().minus(Duration.ofHours(23)), "younger?");
            assertThat(talk.next(READER, 1).visible()).contains("younger?").doesNotContain("had to wait");
        }
    }

    @Test
    void beyondItsLargestAgeAQuestionIsNotAnswered() throws IOException {
        var conversations = new ScriptedConversations(Duration.ZERO);
        try (Talk talk = new Talk(folder, conversations, Bots.UNCHANGED, Settings.Limits.NONE, DAY.multipliedBy(2))) {
            asks(talk, Instant.now().minus(Duration.ofHours(49)), "too old?");
            asks(talk, Instant.now().minus(Duration.ofHours(47)), "old?");

            assertThat(talk.next(READER, 0).visible()).contains("old?", "had to wait");
            assertThat(conversations.asked()).singleElement().asString().doesNotContain("too");
        }
    }

    private Talk talk(Settings.Limits limits, Conversations conversations) throws IOException {
        return new Talk(folder, conversations, Bots.UNCHANGED, limits, Duration.ZERO);
    }

    private static void asks(Talk talk, Instant when, String question) {
        ObjectNode message =
                Updates.privateMessage(READER, "en", talk.telegram().nextMessageId());
        talk.telegram()
                .offer(Updates.of(message.put("date", when.getEpochSecond()).put("text", question)));
    }

    private static void inGroup(Talk talk, long reader, String text) {
        int id = talk.telegram().nextMessageId();
        talk.telegram().offer(Updates.of(Updates.groupMessage(GROUP, reader, "en", id, text)));
    }

    /** A model that takes and gives so many tokens an answer. */
    private record Written(int tokens) implements Conversations {
        @Override
        public Response ask(ConversationId conversation, Question question, Answerer.Listener listener) {
            Response response = ScriptedConversations.response(
                    question, Language.of(question.text()), ScriptedConversations.answer(question.text()));
            return new Response(
                    question,
                    response.language(),
                    response.answer(),
                    response.searched(),
                    response.confidence(),
                    List.of(),
                    List.of(),
                    new ComposedBy.Model("scripted", tokens),
                    Duration.ZERO);
        }

        @Override
        public void withdraw(ConversationId conversation, String question) {
            throw new UnsupportedOperationException("nothing is remembered here");
        }

        @Override
        public void forget(ConversationId conversation) {
            throw new UnsupportedOperationException("nothing is remembered here");
        }
    }

    /** Answers when it is let. */
    private static final class Stepwise implements Conversations {
        private final ScriptedConversations answering = new ScriptedConversations(Duration.ZERO);
        private final Semaphore let = new Semaphore(0);

        void answer(int questions) {
            let.release(questions);
        }

        List<String> asked() {
            return answering.asked();
        }

        @Override
        public Response ask(ConversationId conversation, Question question, Answerer.Listener listener)
                throws InterruptedException {
            Response response = answering.ask(conversation, question, listener);
            let.acquire();
            return response;
        }

        @Override
        public void withdraw(ConversationId conversation, String question) {
            answering.withdraw(conversation, question);
        }

        @Override
        public void forget(ConversationId conversation) {
            answering.forget(conversation);
        }
    }
}
