package dev.sanad.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.answer.Answerer;
import dev.sanad.answer.Question;
import dev.sanad.answer.Response;
import dev.sanad.answer.SeedArchive;
import dev.sanad.config.Endpoint;
import dev.sanad.config.Provider;
import dev.sanad.config.Secret;
import dev.sanad.config.Settings;
import dev.sanad.conversation.ConversationId;
import dev.sanad.conversation.Conversations;
import dev.sanad.llm.Llms;
import dev.sanad.llm.ScriptedServer;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model that fails in the middle of its answer, while a reader watches the answer grow. */
class FailingModelTest {
    private static final long READER = 501;
    private static final String QUESTION = "طرح ایران برای یمن چند ماده دارد؟";
    private static final String FAITHFUL = "طرح ایران برای یمن چهار ماده دارد.";
    /** Neither whole nor true. */
    private static final String UNCHECKED = " ترکیه پنج میلیارد دلار";

    private static final Duration STALL = Duration.ofSeconds(6);
    private final CountDownLatch seen = new CountDownLatch(1);
    private final Path folder;

    FailingModelTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void whenItStallsTheAnswerEndsThereWithAWord() throws Exception {
        check(stage -> {
            begin(stage);
            stage.fallSilent();
        });
    }

    @Test
    void whenItIsCutTheAnswerEndsThereWithAWord() throws Exception {
        // a script that returns breaks the connection off
        check(this::begin);
    }

    @Test
    void whenItIsGarbledTheAnswerEndsThereWithAWord() throws Exception {
        check(stage -> {
            begin(stage);
            stage.send("data: {\"choices\":[{\"delta\":{\"conte\u0000\ufffd]]}\n\n");
            stage.send("<html>502</html>\n\n");
            stage.end();
        });
    }

    @Test
    void whenItIsGarbledFromTheBeginningTheArchivesOwnSentencesAnswer() throws Exception {
        try (var server = new ScriptedServer(stage -> {
                    stage.begin("text/event-stream");
                    stage.send("data: \u0000{]\n\n");
                    stage.end();
                });
                var seeds = new SeedArchive(folder.resolve("index"));
                var talk = talk(seeds, server)) {
            assertThat(talk.says(READER, "fa", QUESTION).visible()).contains("چهار ماده", "مدل زبانی در دسترس نبود");
            assertThat(talk.telegram().draft(READER)).isNull();
        }
    }

    private void check(ScriptedServer.Script script) throws Exception {
        try (var server = new ScriptedServer(script);
                var seeds = new SeedArchive(folder.resolve("index"));
                var talk = talk(seeds, server)) {
            FakeBotApi telegram = talk.telegram();
            telegram.says(READER, "fa", QUESTION);
            Talk.until(() -> {
                FakeBotApi.Draft draft = telegram.draft(READER);
                return draft != null && draft.visible().contains("چهار ماده");
            });
            seen.countDown();
            FakeBotApi.Sent answer = talk.next(READER, 0);

            assertThat(answer.visible()).contains("چهار ماده دارد. [۱]", "ناتمام ماند");
            assertThat(telegram.draft(READER)).as("no draft is left hanging").isNull();
            assertThat(telegram.calls("sendmessagedraft")).allSatisfy(call -> {
                assertThat(call.nanos()).isLessThan(answer.nanos());
                assertThat(call.body().path("text").asText()).doesNotContain("ترکیه");
            });
            assertThat(answer.visible()).doesNotContain("ترکیه");
        }
    }

    /** A whole sentence and a part of another, until the reader has seen the first. */
    private void begin(ScriptedServer.Stage stage) throws IOException {
        stage.begin("text/event-stream");
        stage.send(piece(FAITHFUL + UNCHECKED));
        try {
            if (!seen.await(STALL.toMillis() - 1_000, TimeUnit.MILLISECONDS)) {
                throw new IOException("the first sentence was not seen");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String piece(String text) {
        return "data: {\"id\":\"1\",\"object\":\"chat.completion.chunk\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\""
                + text + "\"},\"finish_reason\":null}]}\n\n";
    }

    private Talk talk(SeedArchive seeds, ScriptedServer server) throws Exception {
        var timeouts = new Settings.Timeouts(STALL, STALL, Duration.ofSeconds(15));
        var endpoint = new Endpoint(Provider.OPENAI, "m", server.url().resolve("/v1"), new Secret("sk-test"), null);
        Answerer answerer = seeds.written(Settings.CheckMode.DROP, Llms.of(endpoint, 500, timeouts));
        return new Talk(folder.resolve("bot"), new Single(answerer));
    }

    /** Each question stands alone. */
    private record Single(Answerer answerer) implements Conversations {
        @Override
        public Response ask(ConversationId conversation, Question question, Answerer.Listener listener)
                throws InterruptedException {
            return answerer.answer(question, listener);
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
