package dev.sanad.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GrowingAnswersTest {
    private static final long READER = 501;
    private static final long GROUP = -1_001_234L;
    private final GrowingConversations conversations = new GrowingConversations();
    private final Talk talk;
    private final FakeBotApi telegram;

    GrowingAnswersTest(@TempDir Path folder) throws IOException {
        this.talk = new Talk(folder, conversations);
        this.telegram = talk.telegram();
    }

    @AfterEach
    void end() {
        talk.close();
    }

    @Test
    void inPrivateAnAnswerGrowsInADraftThatCanBeStoppedAndEndsAsAMessage() {
        int question = telegram.says(READER, "en", "what happened?");
        Talk.until(() -> telegram.draft(READER) != null);
        assertThat(draft().visible()).as("thinking").isEmpty();
        assertThat(draft().canStop()).isTrue();
        conversations.begin();
        Talk.until(() -> draft().visible().contains("first sentence"));
        assertThat(draft().visible()).isEqualTo("The first sentence is whole. [1]");
        conversations.end();

        FakeBotApi.Sent answer = talk.next(READER, 0);
        assertThat(answer.replyTo()).isEqualTo(question);
        assertThat(answer.visible()).startsWith("The first sentence is whole. [1]\nThe second one came later. [2]");
        assertThat(telegram.draft(READER)).as("no draft is left hanging").isNull();
        assertThat(telegram.calls("sendmessagedraft"))
                .extracting(call -> call.body().path("draft_id").asInt())
                .containsOnly(1);
    }

    @Test
    void aReaderStopsAnAnswerAndKeepsWhatWasThere() {
        telegram.says(READER, "en", "what happened?");
        conversations.begin();
        Talk.until(() -> telegram.draft(READER) != null && draft().visible().contains("first sentence"));
        telegram.stops(READER);

        FakeBotApi.Sent answer = talk.next(READER, 0);
        assertThat(answer.visible())
                .contains("The first sentence is whole. [1]", "You stopped the answer here.", "The first is quoted.")
                .doesNotContain("second");
        assertThat(telegram.draft(READER)).isNull();
        conversations.begin();
        conversations.end();
        assertThat(talk.says(READER, "en", "and the next one?").visible()).contains("second one");
    }

    @Test
    void aReaderStopsAnAnswerBeforeAnythingIsThere() {
        telegram.says(READER, "en", "what happened?");
        Talk.until(() -> telegram.draft(READER) != null);
        telegram.stops(READER);

        assertThat(talk.next(READER, 0).visible()).startsWith("Stopped.");
    }

    @Test
    void inAGroupTheAnswerGrowsInTheMessageThatItBecomes() {
        telegram.offer(
                Updates.of(Updates.groupMessage(GROUP, 1, "en", telegram.nextMessageId(), "/ask what happened?")));
        FakeBotApi.Sent placeholder = talk.next(GROUP, 0);
        assertThat(placeholder.visible()).isEqualTo("Searching the archive…");
        conversations.begin();
        Talk.until(() -> !telegram.edits().isEmpty());
        assertThat(telegram.edits().getFirst().visible()).isEqualTo("The first sentence is whole. [1]\n…");
        assertThat(telegram.edits().getFirst().nanos() - placeholder.nanos())
                .as("an edit counts as a message")
                .isGreaterThan(5_900_000_000L);
        conversations.end();
        Talk.until(() -> talk.shown(placeholder).visible().contains("second one"));

        assertThat(talk.to(GROUP)).as("one message in all").hasSize(1);
        assertThat(telegram.calls("sendmessagedraft")).isEmpty();
    }

    @Test
    void aPlaceholderOutlivesTheBotAndBecomesTheAnswer() {
        telegram.offer(
                Updates.of(Updates.groupMessage(GROUP, 1, "en", telegram.nextMessageId(), "/ask what happened?")));
        FakeBotApi.Sent placeholder = talk.next(GROUP, 0);
        talk.restart();
        conversations.begin();
        conversations.end();
        Talk.until(() -> talk.shown(placeholder).visible().contains("second one"));

        assertThat(talk.to(GROUP)).hasSize(1);
    }

    private FakeBotApi.Draft draft() {
        return Objects.requireNonNull(telegram.draft(READER));
    }
}
