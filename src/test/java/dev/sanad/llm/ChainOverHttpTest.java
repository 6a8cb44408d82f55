package dev.sanad.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.sanad.llm.LlmException.Kind;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The chain over real connections, and what the log says of it. */
class ChainOverHttpTest {
    private static final Wire WIRE = Wire.OPENAI;
    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();
    private final List<String> shown = new ArrayList<>();
    private Level level = Level.WARN;

    @BeforeEach
    void listen() {
        level = root.getLevel();
        root.setLevel(Level.INFO);
        log.start();
        root.addAppender(log);
    }

    @AfterEach
    void listenNoMore() {
        root.detachAppender(log);
        root.setLevel(level);
    }

    @Test
    void theNextAnswersForOneThatIsDown() throws Exception {
        try (var down = new ScriptedServer(stage -> stage.answer(500, ""));
                var up = new ScriptedServer(ChainOverHttpTest::answer)) {
            assertThat(run(down.url(), up.url())).isEqualTo("چهار ماده");
            assertThat(shown).containsExactly("چهار ماده");
        }
    }

    @Test
    void theLastIsAskedAgainWhenItSaid() throws Exception {
        var requests = new AtomicInteger();
        try (var busy = new ScriptedServer(stage -> {
            if (requests.incrementAndGet() == 1) {
                stage.answer(429, "", "Retry-After: 1");
            } else {
                answer(stage);
            }
        })) {
            assertThat(run(busy.url())).isEqualTo("چهار ماده");
            assertThat(requests).hasValue(2);
        }
    }

    @Test
    void whatWasShownStaysAndNobodyBeginsAnew() throws Exception {
        try (var breaking = new ScriptedServer(stage -> {
                    stage.begin(WIRE.contentType);
                    stage.send(WIRE.piece("چهار"));
                });
                var up = new ScriptedServer(ChainOverHttpTest::answer)) {
            ChainFailure failure = catchThrowableOfType(ChainFailure.class, () -> run(breaking.url(), up.url()));

            assertThat(failure.failures())
                    .extracting(each -> each.failure().kind())
                    .containsExactly(Kind.CUT);
            assertThat(shown).containsExactly("چهار");
            assertThat(up.furtherRequests()).isZero();
        }
    }

    @Test
    void eachFailureIsLoggedOnceWithoutKeyQuestionOrReply() throws Exception {
        String quoting = "{\"error\":{\"message\":\"" + Asking.KEY + Asking.QUESTION + "\",\"code\":\"bad_key\"}}";
        try (var refusing = new ScriptedServer(stage -> stage.answer(401, quoting));
                var babbling = new ScriptedServer(stage -> {
                    stage.begin(WIRE.contentType);
                    stage.send("data: {\"choices\":\"babble\"}\n\ndata: babble\n\n");
                    stage.end();
                })) {
            assertThatExceptionOfType(ChainFailure.class).isThrownBy(() -> run(refusing.url(), babbling.url()));
            assertThat(log.list)
                    .extracting(ILoggingEvent::getFormattedMessage)
                    .containsExactly(
                            "openai:m failed: UNAUTHORIZED: answered 401 (bad_key): the key is missing or wrong",
                            "openai:m failed: MALFORMED: sent a reply that cannot be understood"
                                    + " (MismatchedInputException)");
            assertThat(log.list).allSatisfy(event -> {
                assertThat(event.getLevel()).isEqualTo(Level.WARN);
                assertThat(event.getThrowableProxy()).isNull();
            });
        }
    }

    private String run(URI... servers) throws ChainFailure, InterruptedException {
        List<Llm> llms = Arrays.stream(servers)
                .map(server -> Llms.of(Asking.endpoint(WIRE.provider, server.resolve(WIRE.path)), 100, Asking.PATIENT))
                .toList();
        return new FallbackChain(llms, Duration.ofSeconds(30))
                .run(
                        (llm, deadline) ->
                                llm.stream(Asking.PROMPT, deadline, shown::add).text(),
                        shown::isEmpty);
    }

    private static void answer(ScriptedServer.Stage stage) throws IOException {
        stage.begin(WIRE.contentType);
        stage.send(WIRE.piece("چهار ماده") + WIRE.ending(false));
        stage.end();
    }
}
