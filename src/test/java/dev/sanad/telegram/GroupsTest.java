package dev.sanad.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sanad.store.DatabaseTurns;
import dev.sanad.store.Turn;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GroupsTest {
    private static final long READER = 501;
    private static final long GROUP = -1_234L;
    private static final long SUPERGROUP = -1_001_234L;
    private final ScriptedConversations conversations = new ScriptedConversations(Duration.ZERO);
    private final Talk talk;
    private final FakeBotApi telegram;

    GroupsTest(@TempDir Path folder) throws IOException {
        this.talk = new Talk(folder, conversations);
        this.telegram = talk.telegram();
    }

    @AfterEach
    void end() {
        talk.close();
    }

    @Test
    void itGreetsAGroupOnce() {
        telegram.offer(Updates.membership(GROUP, READER, "left", "member"));
        assertThat(talk.next(GROUP, 0).visible()).startsWith("سلام!").contains("/ask");
        telegram.offer(Updates.membership(GROUP, READER, "member", "administrator"));
        telegram.offer(Updates.membership(GROUP, READER, "administrator", "left"));
        Talk.until(() -> telegram.unconfirmed() == 0);
        talk.restart();
        telegram.offer(Updates.membership(GROUP, READER, "left", "member"));
        says("/ask هنوز هستی؟");

        assertThat(talk.next(GROUP, 1).visible()).contains("هنوز هستی؟");
        assertThat(talk.to(GROUP)).hasSize(2);
    }

    @Test
    void whoBlocksTheBotGetsNothingOfWhatStillWaited() {
        telegram.fault("sendMessage", new Fault.TooMany(3));
        telegram.says(READER, "en", "one?");
        telegram.says(READER, "en", "two?");
        Talk.until(() -> !telegram.calls("sendmessage").isEmpty());
        telegram.offer(Updates.membership(READER, READER, "member", "kicked"));
        Talk.until(() -> telegram.unconfirmed() == 0);
        talk.says(READER + 1, "en", "another reader?");
        assertThat(talk.to(READER)).isEmpty();

        telegram.offer(Updates.membership(READER, READER, "kicked", "member"));
        assertThat(talk.says(READER, "en", "back again?").visible()).contains("back again?");
        assertThat(talk.to(READER)).hasSize(1);
    }

    @Test
    void aGroupThatBecomesASupergroupKeepsItsConversation() {
        var turns = new DatabaseTurns(talk.database());
        turns.add("telegram:" + GROUP + ":0:501", new Turn("چه شد؟", "طرح."), 6);
        turns.add("telegram:" + GROUP + "9:0:501", new Turn("گروهی دیگر؟", "آری."), 6);
        ObjectNode moved = Updates.groupMessage(GROUP, READER, "fa", telegram.nextMessageId(), "");
        moved.remove("text");
        telegram.offer(Updates.of(moved.put("migrate_to_chat_id", SUPERGROUP)));
        Talk.until(() -> !turns.last("telegram:" + SUPERGROUP + ":0:501", 6).isEmpty());

        assertThat(turns.last("telegram:" + SUPERGROUP + ":0:501", 6)).containsExactly(new Turn("چه شد؟", "طرح."));
        assertThat(turns.last("telegram:" + GROUP + ":0:501", 6)).isEmpty();
        assertThat(turns.last("telegram:" + GROUP + "9:0:501", 6)).hasSize(1);
    }

    @Test
    void whatWasShownOfAnAnswerThatFailsBecomesTheWordOfIt(@TempDir Path other) throws IOException {
        try (var slow = new Talk(other, new ScriptedConversations(Duration.ofMillis(2_800)))) {
            slow.telegram()
                    .offer(Updates.of(Updates.groupMessage(
                            GROUP, READER, "fa", slow.telegram().nextMessageId(), "/ask FAIL؟")));
            FakeBotApi.Sent searching = slow.next(GROUP, 0);
            assertThat(searching.visible()).contains("…");

            Talk.until(() -> slow.shown(searching).visible().startsWith("خطایی از سوی ما"));
            assertThat(slow.to(GROUP)).hasSize(1);
        }
    }

    @Test
    void anEditInAGroupEditsItsAnswer() {
        int question = telegram.nextMessageId();
        telegram.offer(Updates.of(Updates.groupMessage(GROUP, READER, "fa", question, "/ask نخست؟")));
        FakeBotApi.Sent answer = talk.next(GROUP, 0);
        ObjectNode edited =
                Updates.groupMessage(GROUP, READER, "fa", question, "/ask دوم؟").put("edit_date", 1);
        telegram.offer("{\"update_id\":%d,\"edited_message\":" + edited + "}");

        Talk.until(() -> talk.shown(answer).visible().contains("«دوم؟»"));
        assertThat(talk.to(GROUP)).hasSize(1);
    }

    private void says(String text) {
        telegram.offer(Updates.of(Updates.groupMessage(GROUP, READER, "fa", telegram.nextMessageId(), text)));
    }
}
