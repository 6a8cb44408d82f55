package dev.sanad.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReaderCommandsTest {
    private static final long READER = 501;
    private final ScriptedConversations conversations = new ScriptedConversations(Duration.ZERO);
    private final Talk talk;
    private final FakeBotApi telegram;

    ReaderCommandsTest(@TempDir Path folder) throws IOException {
        this.talk = new Talk(folder, conversations);
        this.telegram = talk.telegram();
    }

    @AfterEach
    void end() {
        talk.close();
    }

    @Test
    void startOffersQuestionsThatTheArchiveAnswersAndAnswersTheOneThatIsPressed() {
        talk.archive("a1", "طرح صلح یمن", "طرح چهار ماده دارد.");
        talk.archive("a2", "خبری که پاسخی از آن نمی‌آید", "متن.");
        FakeBotApi.Sent start = talk.says(READER, "fa", "/start");
        assertThat(talk.shown(start).buttons()).containsExactly("طرح صلح یمن؛ ماجرا چه بود؟");

        telegram.presses(READER, "fa", READER, start.id(), "ماجرا چه بود؟");
        FakeBotApi.Sent question = talk.next(READER, 1);
        FakeBotApi.Sent answer = talk.next(READER, 2);
        assertThat(question.visible()).isEqualTo("طرح صلح یمن؛ ماجرا چه بود؟");
        assertThat(answer.visible()).contains("چهار ماده. [۱]");
        assertThat(talk.shown(answer).buttons()).contains("👍", "👎");
        assertThat(conversations.asked()).containsExactly("telegram:501 طرح صلح یمن؛ ماجرا چه بود؟");
    }

    @Test
    void theLanguageIsTheChosenOneElseTheQuestionsElseThatOfTelegram() {
        assertThat(talk.says(READER, "de", "/help").visible()).contains("/ask QUESTION");
        assertThat(talk.says(READER + 1, "fa", "طرح؟").visible()).contains("[۱]", "2015");
        assertThat(talk.says(READER + 2, "fa", "which plan?").visible()).contains("[1]");

        FakeBotApi.Sent asked = talk.says(READER + 3, "en", "/language");
        assertThat(talk.shown(asked).buttons()).containsExactly("فارسی", "English", "The language I write in");
        assertThat(talk.presses(READER + 3, asked, "فارسی").visible()).contains("از این پس به فارسی");
        assertThat(talk.says(READER + 3, "en", "which plan?").visible()).contains("[۱]");
        talk.restart();
        assertThat(talk.says(READER + 3, "en", "/help").visible()).contains("\u2066/ask\u2069 پرسش");
        telegram.pressesData(READER + 3, "en", READER + 3, asked.id(), "g:auto");
        Talk.until(() -> talk.shown(asked).visible().contains("the language you write in"));
        assertThat(talk.says(READER + 3, "en", "which plan?").visible()).contains("[1]");
    }

    @Test
    void whatFollowsVerifyAloneIsTheQuotation() {
        assertThat(talk.says(READER, "en", "/verify").visible()).contains("next message");
        assertThat(talk.says(READER, "en", "طرح چهار ماده دارد").visible()).contains("کلمه‌به‌کلمه هست");
        assertThat(talk.says(READER, "en", "طرح چهار ماده دارد").visible()).contains("»: چهار ماده. [");

        assertThat(talk.says(READER, "en", "/verify").visible()).contains("next message");
        assertThat(talk.says(READER, "en", "/ask one?").visible()).contains("«one?»");
        assertThat(talk.says(READER, "en", "two?").visible())
                .as("who asks has thought of something else")
                .contains("«two?»");

        assertThat(talk.says(READER, "en", "/verify").visible()).contains("next message");
        assertThat(talk.says(READER, "en", "/help").visible()).contains("/sources");
        assertThat(talk.says(READER, "en", "طرح چهار ماده دارد").visible())
                .as("a command in between changes nothing")
                .contains("کلمه‌به‌کلمه هست");
    }

    @Test
    void theNewestArticlesAreListedByPagesAndOpenOne() {
        IntStream.rangeClosed(10, 20)
                .forEach(i -> talk.archive("a" + i, "خبر شمارهٔ " + i, "متن خبر " + i + " این است."));
        FakeBotApi.Sent list = talk.says(READER, "fa", "/latest");
        assertThat(list.visible()).startsWith("تازه‌ترین خبرها:").contains("۱. خبر شمارهٔ 10 — خبرگزاری");
        assertThat(talk.shown(list).buttons()).containsExactly("۱", "۲", "۳", "۴", "۵", "۶", "۷", "۸", "قدیمی‌تر ›");

        assertThat(talk.presses(READER, list, "قدیمی‌تر").visible()).contains("۹. خبر شمارهٔ 18", "۱۱. خبر شمارهٔ 20");
        assertThat(talk.shown(list).buttons()).containsExactly("۹", "۱۰", "۱۱", "‹ تازه‌تر");
        assertThat(talk.presses(READER, list, "۱۰").visible()).contains("خبر شمارهٔ 19", "متن خبر 19 این است.");
        assertThat(talk.presses(READER, list, "بازگشت").visible()).contains("۱. خبر شمارهٔ 10");

        assertThat(talk.says(READER + 1, "en", "/sources").visible()).contains("12", "\u2068خبرگزاری\u2069: 12");
        assertThat(talk.next(READER + 1, 1).visible()).startsWith("The newest articles:");
    }

    @Test
    void privacySaysWhatIsKeptAndHowLong() {
        assertThat(talk.says(READER, "en", "/privacy").visible()).contains("90 days", "/new", "/forget");
        assertThat(talk.says(READER, "fa", "/privacy").visible()).contains("۹۰ روز", "/new", "/forget");
    }

    @Test
    void anInlineQueryIsAnsweredBySnippetsThatLeadToTheArticleAndToTheQuestion() {
        talk.archive("a1", "طرح صلح", "دیباچه. طرح ایران «چهار» ماده دارد & <بس>.");
        telegram.offer(Updates.typing(READER, "fa", "iq1", "طرح چند ماده دارد"));
        Talk.until(() -> telegram.calls("answerinlinequery").size() == 1);
        var answer = telegram.calls("answerinlinequery").getFirst().body();
        var result = answer.path("results").get(0);
        assertThat(result.path("title").asText()).isEqualTo("طرح ایران «چهار» ماده دارد & <بس>.");
        assertThat(result.path("description").asText()).isEqualTo("طرح صلح · خبرگزاری · 2015-07-03");
        assertThat(HtmlCheck.of(result.path("input_message_content")
                                .path("message_text")
                                .asText())
                        .quotations())
                .containsExactly("طرح ایران «چهار» ماده دارد & <بس>.");
        assertThat(answer.path("is_personal").asBoolean()).isTrue();
        assertThat(answer.path("cache_time").asInt()).isPositive();

        String toQuestion = answer.path("button").path("start_parameter").asText();
        assertThat(talk.says(READER, "fa", "/start " + toQuestion).visible())
                .contains("«طرح چند ماده دارد»: چهار ماده. [۱]");
        String address = result.at("/reply_markup/inline_keyboard/0/0/url").asText();
        String toArticle = address.substring(address.indexOf("start=") + 6);
        assertThat(talk.says(READER + 1, "fa", "/start " + toArticle).visible()).contains("دیباچه.", "بخش ۱ از ۱");
        assertThat(talk.says(READER + 2, "fa", "/start qnobodyknows").visible()).contains("من از روی بایگانی خبرها");
    }

    @Test
    void aShortInlineQueryOffersThePrivateChatAlone() {
        telegram.offer(Updates.typing(READER, "en", "iq1", ""));
        Talk.until(() -> telegram.calls("answerinlinequery").size() == 1);
        var answer = telegram.calls("answerinlinequery").getFirst().body();

        assertThat(answer.path("results")).isEmpty();
        assertThat(answer.path("button").path("start_parameter").asText()).isEqualTo("help");
    }

    @Test
    void captionsAndForwardedPostsAreQuestionsAndWhatTheBotFoundInlineIsNone() {
        var forwarded =
                Updates.privateMessage(READER, "fa", telegram.nextMessageId()).put("text", "آیا طرح چهار ماده دارد؟");
        forwarded
                .putObject("forward_origin")
                .put("type", "hidden_user")
                .put("sender_user_name", "کسی")
                .put("date", 1_600_000_000);
        telegram.offer(Updates.of(forwarded));
        talk.next(READER, 0);
        var found =
                Updates.privateMessage(READER, "fa", telegram.nextMessageId()).put("text", "یک نقل‌قول");
        found.set("via_bot", Updates.bot());
        telegram.offer(Updates.of(found));
        talk.says(READER, "fa", "بعدی؟");

        assertThat(conversations.asked())
                .isEqualTo(List.of("telegram:501 آیا طرح چهار ماده دارد؟", "telegram:501 بعدی؟"));
    }
}
