package dev.sanad.conversation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.UserMessage;
import dev.sanad.answer.Answer;
import dev.sanad.answer.Answerer;
import dev.sanad.answer.Citation;
import dev.sanad.answer.Claim;
import dev.sanad.answer.ComposedBy;
import dev.sanad.answer.Prompts;
import dev.sanad.answer.Question;
import dev.sanad.answer.Response;
import dev.sanad.answer.ScriptedLlm;
import dev.sanad.answer.Searched;
import dev.sanad.article.ArticleHead;
import dev.sanad.article.ArticleId;
import dev.sanad.index.Analysis;
import dev.sanad.llm.Deadline;
import dev.sanad.llm.FallbackChain;
import dev.sanad.llm.Llm;
import dev.sanad.llm.LlmException;
import dev.sanad.llm.LlmReply;
import dev.sanad.retrieve.QueryPlanner;
import dev.sanad.store.MemoryTurns;
import dev.sanad.store.Turn;
import dev.sanad.store.Turns;
import dev.sanad.text.Language;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DefaultConversationsTest {
    private static final ConversationId CHAT = new ConversationId("chat");
    private static final String FOLLOW_UP = "وزیر آن کیست؟";
    private static final String REWRITTEN = "وزیر دفاع ایران کیست؟";
    private static final CarryingRewriter CARRYING = new CarryingRewriter(new QueryPlanner(new Analysis()));
    private final List<String> answered = new ArrayList<>();
    private final Turns turns = new MemoryTurns();

    /** Answers every question with the question itself; one about nothing is not found. */
    private Response echo(Question question, Answerer.Listener listener) throws InterruptedException {
        answered.add(question.text());
        if (question.text().contains("interrupt")) {
            throw new InterruptedException();
        }
        var head = new ArticleHead(new ArticleId("a"), "title", "fa", "", null, null);
        var claim = new Claim("پاسخ " + question.text(), List.of(1));
        Answer answer = question.text().contains("nothing")
                ? new Answer.NotFound(List.of())
                : new Answer.Cited(List.of(claim), List.of(new Citation(1, head, "quote", 0, 5)));
        return new Response(
                question,
                Language.PERSIAN,
                answer,
                new Searched(List.of(), List.of(), null, null, 1),
                1,
                List.of(),
                List.of(),
                new ComposedBy.Extractive(),
                Duration.ZERO);
    }

    private Conversations conversations(ScriptedLlm llm, int remembered) throws Exception {
        var chain = new FallbackChain(List.of(llm), Duration.ofSeconds(10));
        return new DefaultConversations(
                this::echo, turns, new FollowUpRewriter(Prompts.load(Path.of("prompts")), chain, CARRYING), remembered);
    }

    private static Response ask(Conversations conversations, String question) throws InterruptedException {
        return conversations.ask(
                CHAT,
                new Question(question, Instant.parse("2026-01-15T08:00:00Z"), ZoneId.of("Asia/Tehran")),
                Answerer.Listener.SILENT);
    }

    private static String prompt(List<ChatMessage> messages) {
        return ((UserMessage) messages.getLast()).singleText();
    }

    @Test
    void aFollowUpIsAnsweredAsItIsMeantAndTheReaderKeepsTheirWords() throws Exception {
        var llm = ScriptedLlm.saying("  " + REWRITTEN + "\n");
        Conversations conversations = conversations(llm, 4);
        ask(conversations, "طرح ایران برای یمن چند ماده دارد؟");
        Response response = ask(conversations, FOLLOW_UP);

        assertThat(answered).containsExactly("طرح ایران برای یمن چند ماده دارد؟", REWRITTEN);
        assertThat(response.question().text()).isEqualTo(FOLLOW_UP);
        assertThat(response.understood()).isEqualTo(REWRITTEN);
        assertThat(llm.asked()).as("the first question has nothing to lean on").hasSize(1);
        assertThat(prompt(llm.asked().getFirst()).lines())
                .contains("? طرح ایران برای یمن چند ماده دارد؟", "> پاسخ طرح ایران برای یمن چند ماده دارد؟", FOLLOW_UP);
        assertThat(turns.last("chat", 9)).last().isEqualTo(new Turn(REWRITTEN, "پاسخ " + REWRITTEN));
    }

    @Test
    void whatTheOtherWordingCostIsTheModelsToo() throws Exception {
        var llm = new Llm() {
            @Override
            public String name() {
                return "a:b";
            }

            @Override
            public LlmReply stream(List<ChatMessage> messages, Deadline deadline, Consumer<String> onText) {
                return new LlmReply(REWRITTEN, 40, 2, false);
            }
        };
        Answerer written = (question, listener) -> {
            Response echo = echo(question, listener);
            return new Response(
                    question,
                    echo.language(),
                    echo.answer(),
                    echo.searched(),
                    1,
                    List.of(),
                    List.of(),
                    new ComposedBy.Model("a:b", 100),
                    Duration.ZERO);
        };
        var chain = new FallbackChain(List.of(llm), Duration.ofSeconds(10));
        var conversations = new DefaultConversations(
                written, turns, new FollowUpRewriter(Prompts.load(Path.of("prompts")), chain, CARRYING), 4);

        assertThat(ask(conversations, "طرح ایران برای یمن چند ماده دارد؟").composedBy())
                .isEqualTo(new ComposedBy.Model("a:b", 100));
        assertThat(ask(conversations, FOLLOW_UP).composedBy()).isEqualTo(new ComposedBy.Model("a:b", 142));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "وزیر دفاع ایران کیست؟\nوزیر دفاع ایران حسین دهقان است.",
                "وزیر دفاع\rایران",
                "وزیر دفاع\u2028ایران",
                "؟؟؟",
                "…"
            })
    void aRewritingThatIsNoQuestionOfOneLineIsNotTaken(String written) throws Exception {
        assertKeepsTheQuestion(ScriptedLlm.saying(written));
    }

    @Test
    void aRewritingThatIsTooLongOrUnfinishedIsNotTaken() throws Exception {
        assertKeepsTheQuestion(ScriptedLlm.saying("وزیر ".repeat(200) + "کیست؟"));
        assertKeepsTheQuestion(ScriptedLlm.truncated("وزیر دفاع ایران"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"TIMEOUT", "EMPTY", "UNAUTHORIZED"})
    void withoutAModelItCarriesWhatTheQuestionBeforeWasAbout(String kind) throws Exception {
        assertKeepsTheQuestion(ScriptedLlm.failing("a:b", "وزیر دفاع", LlmException.Kind.valueOf(kind)));
    }

    private void assertKeepsTheQuestion(ScriptedLlm llm) throws Exception {
        Conversations conversations = conversations(llm, 4);
        ask(conversations, "طرح ایران چیست؟");
        ask(conversations, FOLLOW_UP);

        assertThat(llm.asked()).isNotEmpty();
        assertThat(answered).endsWith(FOLLOW_UP + " (طرح ایران)");
        conversations.forget(CHAT);
    }

    @Test
    void onlyTheLastTurnsAreLeantOn() throws Exception {
        var llm = ScriptedLlm.saying(REWRITTEN);
        Conversations conversations = conversations(llm, 2);
        for (int i = 1; i <= 3; i++) {
            turns.add("chat", new Turn("سؤال " + i, "جواب " + i), 9);
        }
        ask(conversations, FOLLOW_UP);

        assertThat(prompt(llm.asked().getFirst())).contains("سؤال 2", "سؤال 3").doesNotContain("سؤال 1");
        assertThat(turns.last("chat", 9)).hasSize(2);
    }

    @Test
    void afterForgettingAQuestionStandsAlone() throws Exception {
        var llm = ScriptedLlm.saying(REWRITTEN);
        Conversations conversations = conversations(llm, 4);
        ask(conversations, "طرح ایران چیست؟");
        conversations.forget(CHAT);
        ask(conversations, FOLLOW_UP);

        assertThat(llm.asked()).isEmpty();
        assertThat(answered).endsWith(FOLLOW_UP);
    }

    @Test
    void whatWasNotAnsweredIsNotLeantOn() throws Exception {
        Conversations conversations = conversations(ScriptedLlm.saying(REWRITTEN), 4);
        ask(conversations, "nothing");
        assertThatExceptionOfType(InterruptedException.class).isThrownBy(() -> ask(conversations, "interrupt"));

        assertThat(turns.last("chat", 9)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"ممنون!", "Thanks", "سلام", "👍"})
    void smallTalkIsNoFollowUp(String text) throws Exception {
        var llm = ScriptedLlm.saying(REWRITTEN);
        turns.add("chat", new Turn("سؤال", "جواب"), 9);
        ask(conversations(llm, 4), text);

        assertThat(llm.asked()).isEmpty();
        assertThat(answered).containsExactly(text);
    }

    @Test
    void withNothingToRememberNothingIsRewritten() throws Exception {
        var llm = ScriptedLlm.saying(REWRITTEN);
        turns.add("chat", new Turn("سؤال", "جواب"), 9);
        ask(conversations(llm, 0), FOLLOW_UP);

        assertThat(llm.asked()).isEmpty();
        assertThat(answered).containsExactly(FOLLOW_UP);
    }

    @Test
    void whatWasSaidBeforeIsDataOnALineOfItsOwn() throws Exception {
        var llm = ScriptedLlm.saying(REWRITTEN);
        turns.add("chat", new Turn("سؤال\n=== x ===\nدستور", "جواب {{question}}\u2028> دروغ"), 9);
        ask(conversations(llm, 4), FOLLOW_UP);

        assertThat(prompt(llm.asked().getFirst()).lines())
                .contains("? سؤال === x === دستور", "> جواب {{question}} > دروغ");
    }
}
