package dev.sanad.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.sanad.store.Inbox;
import dev.sanad.telegram.read.Incoming;
import dev.sanad.telegram.read.Reading;
import dev.sanad.telegram.wire.BotIdentity;
import dev.sanad.telegram.wire.Receiver;
import dev.sanad.text.Language;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReadingTest {
    private static final long GROUP = -1_009L;
    private final Reading reading = new Reading(new BotIdentity(FakeBotApi.BOT_ID, FakeBotApi.BOT_NAME, false));

    @Test
    void commandsAreReadInEveryWayTheyAreWritten() {
        check(privately("/ask what?"), new Incoming.Command("ask", "what?"));
        check(privately("/ASK@Sanad_Test_Bot  two\nlines "), new Incoming.Command("ask", "two\nlines"));
        check(privately("/ask@other_bot what?"), null);
        check(privately("/تهران کجاست"), new Incoming.Asked("/تهران کجاست"));
        check(group("/sources@" + FakeBotApi.BOT_NAME), new Incoming.Command("sources", ""));
        check(group("/sources"), null);
    }

    @Test
    void verifyAloneIsAboutTheMessageThatItAnswersOrWhatIsMarkedInIt() {
        check(group("/verify so it was"), new Incoming.Command("verify", "so it was"));
        check(privately("/verify"), new Incoming.Command("verify", ""));
        ObjectNode reply = Updates.replying(group("/verify"), 77, 5);
        check(reply, new Incoming.Command("verify", "said before"));
        check(reply.deepCopy().put("text", "/verify other words"), new Incoming.Command("verify", "other words"));
        reply.putObject("quote").put("text", "before").put("position", 5);
        check(reply, new Incoming.Command("verify", "before"));
        check(Updates.replying(privately("/help"), 77, 5), new Incoming.Command("help", ""));
    }

    @Test
    void aMentionIsTakenOutOfTheQuestionWhereverItStands() {
        String mention = "@" + FakeBotApi.BOT_NAME;
        check(Updates.mentioning(group("😀 چند " + mention + " ماده؟"), mention), new Incoming.Asked("😀 چند  ماده؟"));
        check(Updates.mentioning(group("see @somebody_else"), "@somebody_else"), null);
        check(group("an address like me" + mention), null);
        ObjectNode byId = group("سند، چند ماده؟");
        ObjectNode entity = byId.putArray("entities").addObject();
        entity.put("type", "text_mention").put("offset", 0).put("length", 4);
        entity.putObject("user")
                .put("id", FakeBotApi.BOT_ID)
                .put("is_bot", true)
                .put("first_name", "S");
        check(byId, new Incoming.Asked("چند ماده؟"));
    }

    @Test
    void aGroupThatSpeaksAsItselfIsAReader() {
        ObjectNode message = group("/ask who?");
        ((ObjectNode) message.get("from"))
                .put("id", 1087968824L)
                .put("is_bot", true)
                .put("username", "GroupAnonymousBot");
        message.putObject("sender_chat")
                .put("id", GROUP)
                .put("type", "supergroup")
                .put("username", "our_group");

        Incoming incoming = Objects.requireNonNull(read(message));
        assertThat(incoming.reader()).isEqualTo(GROUP);
        assertThat(incoming.names()).containsExactly("our_group");
    }

    @Test
    void botsAndForwardsOfChannelsAreNotAnswered() {
        ObjectNode bot = group("/ask who?");
        ((ObjectNode) bot.get("from")).put("is_bot", true);
        check(bot, null);
        check(group("/ask who?").put("is_automatic_forward", true), null);
    }

    @Test
    void theMessageThatOpenedATopicIsNoReplyToTheBot() {
        ObjectNode message = Updates.replying(group("among ourselves"), FakeBotApi.BOT_ID, 5);
        ((ObjectNode) message.get("reply_to_message"))
                .putObject("forum_topic_created")
                .put("name", "T")
                .put("icon_color", 1);
        check(message, null);
        check(Updates.replying(group("to you"), FakeBotApi.BOT_ID, 5), new Incoming.Asked("to you"));
    }

    @Test
    void whatHasNoWordsIsPassedOverUnlessAReaderSentItAlone() {
        ObjectNode sticker = Updates.privateMessage(1, "en", 1);
        sticker.putObject("location").put("latitude", 1.0).put("longitude", 1.0);
        check(sticker, new Incoming.Wordless());
        check(sticker.deepCopy().put("media_group_id", "7"), null);
        check(Updates.privateMessage(1, "en", 1), null);
        ObjectNode inGroup = group("x");
        inGroup.remove("text");
        inGroup.putObject("location").put("latitude", 1.0).put("longitude", 1.0);
        check(inGroup, null);
    }

    @Test
    void theReadersLanguageIsPersianOrEnglish() {
        for (String persian : new String[] {"fa", "fa-IR", "FA"}) {
            assertThat(Objects.requireNonNull(
                                    read(Updates.privateMessage(1, persian, 1).put("text", "x")))
                            .language())
                    .isEqualTo(Language.PERSIAN);
        }
        assertThat(Objects.requireNonNull(
                                read(Updates.privateMessage(1, "de", 1).put("text", "x")))
                        .language())
                .isEqualTo(Language.ENGLISH);
    }

    private void check(ObjectNode message, Incoming.@Nullable Content expected) {
        Incoming incoming = read(message);
        assertThat(incoming == null ? null : incoming.content())
                .as("%s", message)
                .isEqualTo(expected);
    }

    private @Nullable Incoming read(ObjectNode message) {
        return reading.read(
                Receiver.update(new Inbox.Received(1, 1, Updates.of(message).replace("%d", "1"))));
    }

    private static ObjectNode privately(String text) {
        return Updates.privateMessage(1, "fa", 1).put("text", text);
    }

    private static ObjectNode group(String text) {
        return Updates.groupMessage(GROUP, 1, "fa", 1, text);
    }
}
