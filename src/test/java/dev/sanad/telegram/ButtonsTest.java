package dev.sanad.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.store.Answers;
import dev.sanad.store.ReaderKey;
import dev.sanad.store.Readers;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ButtonsTest {
    private static final long READER = 501;
    private static final long GROUP = -1_001_234L;
    private static final String QUOTE = "طرح ایران «چهار» ماده دارد & <بس>.";
    private static final String QUESTION = "طرح ایران چند ماده دارد؟";
    private final ScriptedConversations conversations = new ScriptedConversations(Duration.ZERO);
    private final Talk talk;
    private final FakeBotApi telegram;

    ButtonsTest(@TempDir Path folder) throws IOException {
        this.talk = new Talk(folder, conversations);
        this.telegram = talk.telegram();
        talk.archive(
                "a1", "طرح صلح", "سلام. " + QUOTE + " پس از آن بس است. " + "جمله‌ای دیگر در همین خبر است. ".repeat(60));
    }

    @AfterEach
    void end() {
        talk.close();
    }

    @Test
    void aSourceOpensItsPassageTurnsItsPagesAndLeadsBack() {
        FakeBotApi.Sent answer = talk.says(READER, "fa", QUESTION);
        FakeBotApi.Shown before = talk.shown(answer);
        assertThat(before.buttons()).containsExactly("[۱] طرح صلح", "👍", "👎");

        FakeBotApi.Shown passage = talk.presses(READER, answer, "[۱]");
        assertThat(passage.visible())
                .contains("طرح صلح", "خبرگزاری", "بخش ۱ از ۳", "سلام. " + QUOTE + " پس از آن بس است.");
        assertThat(passage.html()).contains("<b>طرح ایران «چهار» ماده دارد &amp; &lt;بس&gt;.</b>");
        assertThat(passage.buttons()).containsExactly("بخش بعدی ›", "متن اصلی", "بازگشت");
        assertThat(passage.keyboard().toString()).contains("https://news.example/a1#:~:text=");

        assertThat(talk.presses(READER, answer, "بخش بعدی").visible()).contains("بخش ۲ از ۳");
        assertThat(talk.shown(answer).buttons()).contains("‹ بخش قبلی", "بخش بعدی ›");
        assertThat(talk.presses(READER, answer, "بخش قبلی").visible()).contains("بخش ۱ از ۳", QUOTE);
        assertThat(talk.presses(READER, answer, "بازگشت")).isEqualTo(before);
    }

    @Test
    void whatComesClosestOpensByAButtonWhereItHasNoAddress() {
        FakeBotApi.Sent answer = talk.says(READER, "fa", "NOTHING دربارهٔ این؟");
        FakeBotApi.Shown before = talk.shown(answer);
        assertThat(before.buttons()).containsExactly("طرح صلح", "👍", "👎");

        assertThat(talk.presses(READER, answer, "طرح صلح").visible()).contains("بخش ۱ از ۳", QUOTE);
        assertThat(talk.presses(READER, answer, "بخش بعدی").visible()).contains("بخش ۲ از ۳");
        assertThat(talk.presses(READER, answer, "بازگشت")).isEqualTo(before);
    }

    @Test
    void whoAsksByAButtonIsToldWhenItFails(@TempDir Path keys) {
        new Readers(talk.database(), ReaderKey.open(keys)).link("qtoken", "FAIL؟", 0, Instant.EPOCH);
        FakeBotApi.Sent answer = talk.says(READER, "fa", QUESTION);
        telegram.pressesData(READER, "fa", READER, answer.id(), "!qtoken");

        assertThat(talk.next(READER, 1).visible()).startsWith("خطایی از سوی ما");
        assertThat(telegram.calls("answercallbackquery")).hasSize(1);
    }

    @Test
    void oldButtonsWorkAfterARestart() {
        FakeBotApi.Sent answer = talk.says(READER, "fa", QUESTION);
        talk.restart();

        assertThat(talk.presses(READER, answer, "[۱]").visible()).contains(QUOTE);
        talk.restart();
        assertThat(talk.presses(READER, answer, "بازگشت").visible()).contains("چهار ماده. [۱]");
    }

    @Test
    void anOldButtonSaysWhetherItsArticleHasChangedOrGone() {
        FakeBotApi.Sent answer = talk.says(READER, "fa", QUESTION);
        String source = talk.shown(answer).data("[۱]");
        talk.archive("a1", "طرح صلح", "دیباچه‌ای تازه پیش از همه. " + QUOTE + " پایان.");
        FakeBotApi.Shown moved = talk.presses(READER, answer, "[۱]");
        assertThat(moved.html()).contains("<b>طرح ایران");
        assertThat(moved.visible()).contains("این خبر پس از نقل تغییر کرده است");

        talk.archive("a1", "طرح صلح", "همه چیز دیگر شد.");
        assertThat(talk.hears(READER, answer, source)).contains("این نقل‌قول دیگر در آن نیست");
        talk.removeArticle("a1");
        assertThat(talk.hears(READER, answer, source)).contains("این خبر دیگر در بایگانی نیست");
        assertThat(talk.presses(READER, answer, "بازگشت").visible()).contains("چهار ماده. [۱]");
    }

    @Test
    void aButtonWhoseAnswerIsNotKeptSaysSo() {
        FakeBotApi.Sent answer = talk.says(READER, "fa", QUESTION);

        assertThat(talk.hears(READER, answer, "s:999:1")).contains("قدیمی");
        assertThat(talk.hears(READER, answer, "b:999999999999999999999")).contains("قدیمی");
        assertThat(talk.hears(READER, answer, "nonsense")).contains("قدیمی");
        assertThat(talk.hears(READER, answer, "s:1:77")).contains("قدیمی");
        assertThat(talk.hears(
                        READER + 1, new FakeBotApi.Sent(READER + 1, 5, 0, "", "", answer.body(), 0, false), "s:1:1"))
                .as("another chat's answer")
                .contains("قدیمی");
    }

    @Test
    void aRatingIsMarkedCanBeChangedAndABadOneAsksWhy() {
        FakeBotApi.Sent answer = talk.says(READER, "fa", QUESTION);
        assertThat(talk.presses(READER, answer, "👍").buttons()).contains("👍 ✓", "👎");
        assertThat(ratings()).containsExactly(new Answers.Rating(true, null));

        FakeBotApi.Shown why = talk.presses(READER, answer, "👎");
        assertThat(why.buttons())
                .containsExactly(
                        "نادرست است", "پاسخ پرسش من نیست", "چیزی کم دارد", "نقل‌قول این را نمی‌گوید", "بازگشت");
        assertThat(why.visible()).contains("چهار ماده. [۱]");
        assertThat(ratings()).containsExactly(new Answers.Rating(false, null));

        assertThat(talk.presses(READER, answer, "چیزی کم دارد").buttons()).containsExactly("[۱] طرح صلح", "👍", "👎 ✓");
        assertThat(ratings()).containsExactly(new Answers.Rating(false, "incomplete"));
        talk.presses(READER, answer, "[۱]");
        assertThat(talk.presses(READER, answer, "بازگشت").buttons()).contains("👎 ✓");
    }

    @Test
    void inAGroupEveryoneRatesAndNobodysChoiceIsShown() {
        telegram.offer(Updates.of(Updates.groupMessage(GROUP, 1, "fa", telegram.nextMessageId(), "/ask " + QUESTION)));
        FakeBotApi.Sent answer = talk.next(GROUP, 0);
        String up = talk.shown(answer).data("👍");

        assertThat(talk.hears(1, answer, up)).contains("سپاس");
        assertThat(talk.hears(2, answer, up)).contains("سپاس");
        Talk.until(() -> ratings().size() == 2);
        assertThat(talk.shown(answer).buttons()).contains("👍", "👎");
    }

    @Test
    void anEditedQuestionEditsItsAnswer() {
        int question = telegram.says(READER, "fa", QUESTION);
        FakeBotApi.Sent answer = talk.next(READER, 0);
        talk.presses(READER, answer, "👍");
        telegram.edits(READER, "fa", question, "طرح دیگری چند ماده دارد؟");
        Talk.until(() -> talk.shown(answer).visible().contains("«طرح دیگری"));
        assertThat(talk.shown(answer).buttons()).contains("👍", "👎");
        assertThat(ratings()).as("of an answer that is not there any more").isEmpty();

        telegram.edits(READER, "fa", question, "طرح سومی چند ماده دارد؟");
        Talk.until(() -> talk.shown(answer).visible().contains("«طرح سومی"));
        int edits = telegram.edits().size();
        telegram.edits(READER, "fa", question, "طرح سومی چند ماده دارد؟");
        talk.says(READER, "fa", "بعدی؟");
        assertThat(telegram.edits()).as("nothing new").hasSize(edits);
        assertThat(conversations.withdrawn())
                .as("what was asked before is nothing to lean on")
                .containsExactly(QUESTION, "طرح دیگری چند ماده دارد؟");
        assertThat(talk.to(READER)).hasSize(2);
    }

    @Test
    void aQuestionEditedWhileItWaitsIsAnsweredOnceMoreInTheSameMessage() {
        telegram.fault("sendMessage", new Fault.TooMany(2));
        int question = telegram.says(READER, "fa", "نخست؟");
        telegram.edits(READER, "fa", question, "دوم؟");
        FakeBotApi.Sent answer = talk.next(READER, 0);
        Talk.until(() -> talk.shown(answer).visible().contains("«دوم؟»"));

        talk.says(READER, "fa", "سوم؟");
        assertThat(talk.to(READER)).hasSize(2);
    }

    @Test
    void anAnswerThatTheReaderDeletedIsSentAnew() {
        int question = telegram.says(READER, "fa", QUESTION);
        FakeBotApi.Sent answer = talk.next(READER, 0);
        telegram.deletes(READER, answer.id());
        telegram.edits(READER, "fa", question, "طرح دیگری؟");

        assertThat(talk.next(READER, 1).visible()).contains("«طرح دیگری؟»");
    }

    private List<Answers.Rating> ratings() {
        return new Answers(talk.database())
                .rated().stream().map(Answers.Rated::rating).toList();
    }
}
