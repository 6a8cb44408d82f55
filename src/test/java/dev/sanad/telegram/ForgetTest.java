package dev.sanad.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.answer.Answerer;
import dev.sanad.answer.Question;
import dev.sanad.answer.Response;
import dev.sanad.conversation.ConversationId;
import dev.sanad.conversation.Conversations;
import dev.sanad.store.Database;
import dev.sanad.store.DatabaseTurns;
import dev.sanad.store.ReaderKey;
import dev.sanad.store.Readers;
import dev.sanad.store.Turn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is left in the database's files of a reader who wants to be forgotten, byte by byte. */
class ForgetTest {
    private static final long READER = 7_311_984_265L;
    private static final long OTHER = 7_311_984_266L;
    private static final long GROUP = -1_001_234L;
    private final Path folder;
    private final Remembering conversations;
    private final Talk talk;
    private final FakeBotApi telegram;

    ForgetTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.conversations = new Remembering(folder);
        this.talk = new Talk(folder, conversations);
        this.telegram = talk.telegram();
        talk.archive("a1", "طرح صلح", "طرح ایران «چهار» ماده دارد & <بس>.");
    }

    @AfterEach
    void end() {
        talk.close();
    }

    @Test
    void onceTheConfirmationIsSentNothingOfTheReaderIsFound() {
        leaveTraces();
        assertThat(found()).as("before").contains("zanzibar", "id as text", "id as bytes");
        FakeBotApi.Sent asked = talk.says(READER, "fa", "/forget");
        assertThat(talk.presses(READER, asked, "بله، پاک شود").visible()).contains("انجام شد");

        Talk.until(() -> found().isEmpty());
        assertThat(contents()).as("another reader's").contains("madagascar");
    }

    @Test
    void whatIsAskedAfterwardsIsAnswered() {
        FakeBotApi.Sent asked = talk.says(READER, "fa", "/forget");
        telegram.fault("answerCallbackQuery", new Fault.Slow(Duration.ofSeconds(1)));
        telegram.presses(READER, "fa", asked.chat(), asked.id(), "بله، پاک شود");
        int question = telegram.says(READER, "fa", "تازه چه شد؟");

        Talk.until(
                () -> telegram.sent().stream().anyMatch(sent -> sent.chat() == READER && sent.replyTo() == question));
    }

    @Test
    void whatIsUnderWayInAGroupIsForgottenToo() {
        telegram.offer(
                Updates.of(Updates.groupMessage(GROUP, READER, "fa", telegram.nextMessageId(), "/ask zanzibar SLOW؟")));
        Talk.until(() -> conversations.begun.getCount() == 0);
        FakeBotApi.Sent asked = talk.says(READER, "fa", "/forget");
        assertThat(talk.presses(READER, asked, "بله، پاک شود").visible()).contains("انجام شد");
        assertThat(conversations.ended.getCount()).as("still under way").isOne();
        conversations.go.countDown();
        Talk.until(() -> conversations.ended.getCount() == 0);

        Talk.until(() -> found().isEmpty());
    }

    @Test
    void nothingIsDeletedWithoutAWord() {
        leaveTraces();
        FakeBotApi.Sent asked = talk.says(READER, "fa", "/forget");
        assertThat(talk.presses(READER, asked, "نه، بماند").visible()).contains("همان‌طور که بود");

        assertThat(found()).contains("zanzibar", "id as text");
    }

    @Test
    void oldButtonsSayThatTheAnswerIsNotKept() {
        FakeBotApi.Sent answer = talk.says(READER, "fa", "طرح چند ماده دارد؟");
        String source = talk.shown(answer).data("[۱]");
        talk.presses(READER, talk.says(READER, "fa", "/forget"), "بله، پاک شود");

        assertThat(talk.hears(READER, answer, source)).contains("قدیمی");
    }

    @Test
    void aBlockAndACountOfUseOutliveIt() {
        var readers = new Readers(talk.database(), ReaderKey.open(folder));
        talk.says(READER, "fa", "طرح چند ماده دارد؟");
        FakeBotApi.Sent asked = talk.says(READER, "fa", "/forget");
        readers.block(OTHER);
        talk.presses(READER, asked, "بله، پاک شود");
        Talk.until(() -> found().isEmpty());

        assertThat(readers.isBlocked(OTHER)).isTrue();
        assertThat(readers.usage(10)).singleElement().satisfies(usage -> {
            assertThat(usage.questions()).isEqualTo(1);
            assertThat(usage.reader()).hasSize(8).doesNotContain(Long.toString(READER));
        });
    }

    /** Questions in private and in a group, an edit, a rating, a choice, an inline query, something malformed. */
    private void leaveTraces() {
        int question = telegram.says(READER, "fa", "zanzibar نخست؟");
        FakeBotApi.Sent answer = talk.next(READER, 0);
        talk.presses(READER, answer, "👍");
        telegram.edits(READER, "fa", question, "zanzibar دوم؟");
        Talk.until(() -> talk.shown(answer).visible().contains("دوم"));
        telegram.offer(Updates.of(
                Updates.groupMessage(GROUP, READER, "fa", telegram.nextMessageId(), "/ask zanzibar در گروه؟")));
        talk.next(GROUP, 0);
        telegram.offer(Updates.typing(READER, "fa", "iq1", "zanzibar inline"));
        Talk.until(() -> telegram.calls("answerinlinequery").size() == 1);
        telegram.offer("{\"update_id\":%d,\"message\":{\"message_id\":\"zanzibar\",\"from\":{\"id\":" + READER + "}}}");
        talk.says(OTHER, "en", "madagascar?");
        new Readers(talk.database(), ReaderKey.open(folder)).choose(READER, "fa");
        Talk.until(() -> telegram.unconfirmed() == 0);
    }

    private List<String> found() {
        String bytes = contents();
        String id =
                new String(ByteBuffer.allocate(Long.BYTES).putLong(READER).array(), 2, 6, StandardCharsets.ISO_8859_1);
        List<String> found = new ArrayList<>();
        if (bytes.contains("zanzibar")) {
            found.add("zanzibar");
        }
        if (bytes.contains(Long.toString(READER))) {
            found.add("id as text");
        }
        if (bytes.contains("reader" + READER)) {
            found.add("user name");
        }
        if (bytes.contains(id)) {
            found.add("id as bytes");
        }
        return found;
    }

    /** The database and the logs beside it. */
    private String contents() {
        try (Stream<Path> files = Files.list(folder)) {
            var all = new StringBuilder();
            for (Path file : files.filter(one -> one.getFileName().toString().startsWith(Database.FILE))
                    .toList()) {
                try {
                    all.append(Files.readString(file, StandardCharsets.ISO_8859_1));
                } catch (NoSuchFileException e) {
                    // SQLite deletes the log when the last connection closes; what is deleted holds nothing
                }
            }
            return all.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Keeps turns as the bot's own conversations do. */
    private static final class Remembering implements Conversations {
        private final ScriptedConversations answering = new ScriptedConversations(Duration.ZERO);
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch go = new CountDownLatch(1);
        private final CountDownLatch ended = new CountDownLatch(1);
        private final Path folder;

        Remembering(Path folder) {
            this.folder = folder;
        }

        @Override
        public Response ask(ConversationId conversation, Question question, Answerer.Listener listener)
                throws InterruptedException {
            boolean slow = question.text().contains("SLOW");
            if (slow) {
                begun.countDown();
                go.await();
            }
            new DatabaseTurns(Database.open(folder))
                    .add(conversation.value(), new Turn(question.text(), question.text()), 6);
            Response response = answering.ask(conversation, question, listener);
            if (slow) {
                ended.countDown();
            }
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
