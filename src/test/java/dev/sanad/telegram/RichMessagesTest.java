package dev.sanad.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rich messages, where the operator wants them. */
class RichMessagesTest {
    private static final long READER = 501;
    private static final long GROUP = -1_234L;
    private static final String LINK = "https://news.example/1#:~:text=";
    private final Talk talk;
    private final FakeBotApi telegram;

    RichMessagesTest(@TempDir Path folder) throws IOException {
        this.talk = Talk.rich(folder, new ScriptedConversations(Duration.ZERO));
        this.telegram = talk.telegram();
    }

    @AfterEach
    void end() {
        talk.close();
        assertThat(telegram.violations()).isEmpty();
    }

    private static JsonNode rich(FakeBotApi.Sent message) {
        return message.body().path("rich_message");
    }

    @Test
    void anAnswerIsLaidOutAsAWholeWithItsQuotationsToExpand() {
        FakeBotApi.Sent answer = talk.says(READER, "fa", "طرح چند ماده دارد؟ evil.example");

        RichCheck shown = RichCheck.of(rich(answer));
        assertThat(rich(answer).path("is_rtl").asBoolean()).isTrue();
        assertThat(shown.visible()).contains("«طرح چند ماده دارد؟ evil.example»: چهار ماده. [۱]", "طرح صلح");
        assertThat(shown.quotations()).containsExactly("طرح ایران «چهار» ماده دارد & <بس>.");
        assertThat(shown.links()).singleElement().asString().startsWith(LINK);
        assertThat(answer.replyTo()).isPositive();
        assertThat(talk.shown(answer).buttons()).isNotEmpty();
    }

    @Test
    void anEnglishAnswerRunsFromLeftToRight() {
        assertThat(rich(talk.says(READER, "en", "How many articles?")).has("is_rtl"))
                .isFalse();
    }

    @Test
    void linesBelowAnAnswerTellTheDirectionNotItsQuotation() {
        FakeBotApi.Sent answer = talk.says(READER, "en", "Which plan: طرح صلح با چهار ماده برای یمن");
        RichCheck shown = RichCheck.of(rich(answer));

        assertThat(shown.visible()).contains("طرح صلح با چهار ماده برای یمن»: چهار ماده. [");
        assertThat(rich(answer).path("is_rtl").asBoolean())
                .isEqualTo(shown.visible().contains("[۱]"));
    }

    @Test
    void theButtonsBelowItKeepItRich() {
        talk.archive("a1", "طرح صلح", "سلام. طرح ایران «چهار» ماده دارد & <بس>.");
        FakeBotApi.Sent answer = talk.says(READER, "fa", "طرح چند ماده دارد؟");
        talk.presses(READER, answer, "👍");
        talk.presses(READER, answer, "[۱]");
        talk.presses(READER, answer, "بازگشت");

        assertThat(telegram.edits())
                .hasSize(3)
                .allSatisfy(
                        edit -> assertThat(RichCheck.of(rich(edit)).visible()).contains("ماده"));
        assertThat(RichCheck.of(rich(telegram.edits().getLast())).quotations()).hasSize(1);
    }

    @Test
    void anEditThatIsRefusedIsSentAsHtml() {
        FakeBotApi.Sent answer = talk.says(READER, "fa", "طرح چند ماده دارد؟");
        telegram.fault("editMessageText", new Fault.Refusal(400, "Bad Request: message text is empty"));
        talk.presses(READER, answer, "👍");

        assertThat(telegram.edits())
                .singleElement()
                .satisfies(edit ->
                        assertThat(HtmlCheck.of(edit.text()).quotations()).hasSize(1));
    }

    @Test
    void aPlaceholderInAGroupIsEditedIntoTheAnswer(@TempDir Path other) throws IOException {
        try (Talk slow = Talk.rich(other, new ScriptedConversations(Duration.ofMillis(2_800)))) {
            slow.telegram()
                    .offer(Updates.of(Updates.groupMessage(
                            GROUP, READER, "fa", slow.telegram().nextMessageId(), "/ask چند ماده؟")));
            FakeBotApi.Sent searching = slow.next(GROUP, 0);

            Talk.until(() -> slow.shown(searching).visible().contains("چهار ماده. [۱]"));
            assertThat(slow.to(GROUP)).hasSize(1);
            assertThat(slow.telegram().edits())
                    .singleElement()
                    .satisfies(edit ->
                            assertThat(RichCheck.of(rich(edit)).quotations()).hasSize(1));
            assertThat(slow.telegram().violations()).isEmpty();
        }
    }

    @Test
    void aMessageThatIsRefusedIsSentAsHtml() {
        telegram.fault("sendRichMessage", new Fault.Refusal(400, "Bad Request: RICH_MESSAGE_INVALID"));

        FakeBotApi.Sent refused = talk.says(READER, "fa", "طرح چند ماده دارد؟");

        assertThat(refused.body().path("parse_mode").asText()).isEqualTo("HTML");
        assertThat(HtmlCheck.of(refused.text()).quotations()).hasSize(1);
        assertThat(rich(talk.says(READER, "fa", "طرح چند ماده دارد؟")).isMissingNode())
                .isFalse();
    }

    @Test
    void aServerThatDoesNotKnowThemIsAskedOnce() {
        telegram.fault("sendRichMessage", new Fault.Refusal(404, "Not Found: method not found"));

        assertThat(rich(talk.says(READER, "fa", "طرح چند ماده دارد؟")).isMissingNode())
                .isTrue();
        assertThat(rich(talk.says(READER, "fa", "طرح چند ماده دارد؟")).isMissingNode())
                .isTrue();
        assertThat(telegram.calls("sendrichmessage")).hasSize(1);
    }
}
