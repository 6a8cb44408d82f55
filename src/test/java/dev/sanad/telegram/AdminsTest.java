package dev.sanad.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.answer.Answer;
import dev.sanad.answer.Answerer;
import dev.sanad.answer.ComposedBy;
import dev.sanad.answer.Notice;
import dev.sanad.answer.Question;
import dev.sanad.answer.Response;
import dev.sanad.conversation.ConversationId;
import dev.sanad.conversation.Conversations;
import dev.sanad.ingest.Progress;
import dev.sanad.ingest.SyncReport;
import dev.sanad.text.Language;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AdminsTest {
    private static final long ADMIN = 77;
    private static final long READER = 501;
    private final AtomicBoolean modelFails = new AtomicBoolean();
    private final AtomicBoolean diskFails = new AtomicBoolean();
    private final Semaphore reading = new Semaphore(0);
    private final Talk talk;
    private final FakeBotApi telegram;

    AdminsTest(@TempDir Path folder) throws IOException {
        this.talk = new Talk(folder, new Written(), this::reindex);
        this.telegram = talk.telegram();
    }

    @AfterEach
    void end() {
        talk.close();
    }

    @Test
    void theirCommandsAreUnknownToEverybodyElse() {
        assertThat(talk.says(READER, "en", "/status").visible()).startsWith("I do not know that command");
        assertThat(talk.says(READER + 1, "en", "/block 77").visible()).startsWith("I do not know that command");

        assertThat(talk.says(ADMIN, "en", "/status").visible())
                .contains(
                        "Articles in the archive: 12", "Waiting: 1 updates, 0 messages", "Failures since the start: 0")
                .contains("Sanad of the tests");
    }

    @Test
    void usageAndWhatWasNotAnsweredAreShown() {
        talk.says(READER, "en", "a question?");
        talk.says(READER, "en", "a question?");
        talk.says(READER + 1, "en", "what is NOT there?");

        assertThat(talk.says(ADMIN, "en", "/usage").visible())
                .contains("@reader501\u2069 · 2 · 46", "@reader502\u2069 · 1 · 23");
        assertThat(talk.says(ADMIN, "en", "/unanswered").visible())
                .contains("• what is NOT there?")
                .doesNotContain("a question?");
    }

    @Test
    void whoIsBlockedIsNotAnsweredUntilTheyAreUnblocked() {
        talk.says(READER, "en", "first?");
        assertThat(talk.says(ADMIN, "en", "/block @Reader501").visible()).startsWith("Blocked");
        telegram.says(READER, "en", "second?");
        telegram.offer(Updates.typing(READER, "en", "iq1", "an inline question"));
        Talk.until(() -> telegram.calls("answerinlinequery").size() == 1);
        assertThat(telegram.calls("answerinlinequery").getFirst().body().path("results"))
                .isEmpty();
        assertThat(talk.says(ADMIN, "en", "/unblock 501").visible()).startsWith("I answer them again");
        assertThat(talk.says(READER, "en", "third?").visible()).contains("third?");
        assertThat(talk.says(ADMIN, "en", "/block somebody").visible()).startsWith("Whom?");

        assertThat(talk.to(READER)).extracting(FakeBotApi.Sent::visible).noneMatch(text -> text.contains("second?"));
    }

    @Test
    void reindexingShowsItsProgressAndWhatItDid() {
        telegram.says(ADMIN, "en", "/reindex");
        FakeBotApi.Sent progress = talk.next(ADMIN, 0);
        assertThat(progress.visible()).isEqualTo("Indexing: 40%");
        assertThat(talk.says(ADMIN, "en", "/reindex").visible()).contains("already");
        reading.release();

        assertThat(talk.next(ADMIN, 2).visible()).contains("1 articles added, 2 changed, 3 removed; 0 places");
        Talk.until(() -> telegram.shown(ADMIN, progress.id()) == null);
    }

    @Test
    void adminsAreToldOnceWhenTheModelFailsAndOnceWhenItIsWellAgain() {
        modelFails.set(true);
        talk.says(READER, "en", "one?");
        assertThat(talk.next(ADMIN, 0).visible()).contains("مدل زبانی در دسترس نیست");
        talk.says(READER, "en", "two?");
        talk.restart();
        talk.says(READER + 1, "en", "three?");
        modelFails.set(false);
        talk.says(READER + 1, "en", "four?");
        assertThat(talk.next(ADMIN, 1).visible()).contains("مدل زبانی دوباره پاسخ می‌دهد");
        talk.says(READER + 1, "en", "five?");

        assertThat(talk.to(ADMIN)).hasSize(2);
    }

    @Test
    void adminsAreToldWhenTheArchiveCannotBeWritten() {
        diskFails.set(true);
        telegram.says(ADMIN, "en", "/reindex");
        Talk.until(() -> talk.to(ADMIN).size() == 2);

        assertThat(talk.to(ADMIN))
                .extracting(FakeBotApi.Sent::visible)
                .anyMatch(text -> text.contains("بایگانی به‌روز نشد"))
                .anyMatch(text -> text.contains("could not be brought up to date"));
        assertThat(talk.says(ADMIN, "en", "/status").visible()).contains("could not be brought up to date");
    }

    @Test
    void adminsAreToldWhenPollingFailsAndWhenItIsWellAgain() {
        telegram.fault("getUpdates", new Fault.BadGateway());
        talk.says(READER, "en", "one?");

        assertThat(talk.next(ADMIN, 0).visible()).contains("گرفتن پیام از تلگرام");
        assertThat(talk.next(ADMIN, 1).visible()).contains("دوباره از تلگرام");
    }

    private SyncReport reindex(Progress progress) throws IOException, InterruptedException {
        if (diskFails.get()) {
            throw new IOException("the disk is full");
        }
        try (Progress.Task task = progress.begin(Progress.Kind.INDEXING, 5)) {
            task.step(2);
            reading.acquire();
        }
        return new SyncReport(1, 2, 3, 4, List.of(), List.of());
    }

    /** Answers by a model, while there is one. */
    private final class Written implements Conversations {
        private static final int TOKENS = 23;

        @Override
        public Response ask(ConversationId conversation, Question question, Answerer.Listener listener) {
            Answer answer = question.text().contains("NOT")
                    ? new Answer.NotFound(List.of())
                    : ScriptedConversations.answer(question.text());
            Response quoted = ScriptedConversations.response(question, Language.ENGLISH, answer);
            return modelFails.get()
                    ? quoted.with(new Notice(Notice.Kind.MODEL_UNAVAILABLE))
                    : new Response(
                            question,
                            quoted.language(),
                            answer,
                            quoted.searched(),
                            quoted.confidence(),
                            List.of(),
                            List.of(),
                            new ComposedBy.Model("a:model", TOKENS),
                            quoted.took());
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
}
