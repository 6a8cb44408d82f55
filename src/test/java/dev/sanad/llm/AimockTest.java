package dev.sanad.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.UserMessage;
import dev.sanad.config.Endpoint;
import dev.sanad.config.Secret;
import dev.sanad.config.Settings.Timeouts;
import dev.sanad.llm.LlmException.Kind;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.assertj.core.api.Assertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against providers that somebody else imitates: aimock, whose fixtures are in {@code src/test/resources/aimock}. */
class AimockTest {
    private static @Nullable Aimock aimock;
    private final List<String> pieces = new ArrayList<>();

    @BeforeAll
    static void start() throws IOException {
        aimock = Aimock.start(Path.of("src/test/resources/aimock/aimock.json"));
    }

    @AfterAll
    static void stop() {
        if (aimock != null) {
            aimock.close();
        }
    }

    private static URI server() {
        return Objects.requireNonNull(aimock).url();
    }

    @ParameterizedTest
    @EnumSource
    void everyProviderStreams(Wire wire) throws Exception {
        LlmReply reply = reply(wire, "hello");

        assertThat(reply.text()).isEqualTo("سلام! این طرح چهار ماده دارد [1.2].");
        assertThat(String.join("", pieces)).isEqualTo(reply.text());
        assertThat(pieces).hasSizeGreaterThan(3);
        assertThat(reply.truncated()).isFalse();
    }

    @ParameterizedTest
    @EnumSource(
            mode = EnumSource.Mode.EXCLUDE,
            names = {"OLLAMA", "MISTRAL"}) // aimock counts for others only
    void everyProviderCountsTokens(Wire wire) throws Exception {
        LlmReply reply = reply(wire, "hello");

        assertThat(reply.inputTokens()).isEqualTo(21);
        assertThat(reply.outputTokens()).isEqualTo(12);
    }

    @ParameterizedTest
    @EnumSource
    void reasoningIsNotShown(Wire wire) throws Exception {
        assertThat(reply(wire, "reason").text()).isEqualTo("Four points.");
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "OLLAMA") // aimock always ends it with "stop"
    void aReplyThatReachedItsLimitIsMarked(Wire wire) throws Exception {
        assertThat(reply(wire, "ramble")).satisfies(reply -> {
            assertThat(reply.text()).isEqualTo("On and on and");
            assertThat(reply.truncated()).isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource
    void aWrongKeyIsUnauthorized(Wire wire) {
        LlmException failure = failure(wire, "hello", Asking.PATIENT, "sk-of-someone-else");

        assertThat(failure.kind()).isEqualTo(Kind.UNAUTHORIZED);
        assertThat(failure).hasMessageContaining("401").hasMessageNotContaining("someone");
    }

    @ParameterizedTest
    @EnumSource
    void aRateLimitSaysHowLongToWait(Wire wire) {
        LlmException failure = failure(wire, "too often");

        assertThat(failure.kind()).isEqualTo(Kind.RATE_LIMITED);
        assertThat(failure.retryAfter()).isEqualTo(Duration.ofSeconds(7));
    }

    @ParameterizedTest
    @EnumSource
    void anErrorOfTheServerIsOne(Wire wire) {
        assertThat(failure(wire, "break down").kind()).isEqualTo(Kind.SERVER);
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownModelIsRejected(Wire wire) {
        assertThat(failure(wire, "unknown model").kind()).isEqualTo(Kind.REJECTED);
    }

    @ParameterizedTest
    @EnumSource
    void aReplyWithoutTextIsEmpty(Wire wire) {
        assertThat(failure(wire, "say nothing").kind()).isEqualTo(Kind.EMPTY);
    }

    @ParameterizedTest
    @EnumSource
    void aStreamThatBreaksOffIsCut(Wire wire) {
        assertThat(failure(wire, "break off").kind()).isEqualTo(Kind.CUT);
        assertThat(String.join("", pieces)).startsWith("The ");
    }

    @ParameterizedTest
    @EnumSource
    void aModelThatBeginsLateTimesOut(Wire wire) {
        var timeouts = new Timeouts(Asking.SHORT, Asking.LONG, Asking.LONG);

        assertThat(failure(wire, "begin late", timeouts, Asking.KEY).kind()).isEqualTo(Kind.TIMEOUT);
        assertThat(pieces).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aModelThatFallsSilentHasStalled(Wire wire) {
        var timeouts = new Timeouts(Asking.LONG, Asking.SHORT, Asking.LONG);

        assertThat(failure(wire, "fall silent", timeouts, Asking.KEY).kind()).isEqualTo(Kind.STALLED);
        assertThat(String.join("", pieces)).startsWith("The ");
    }

    @ParameterizedTest
    @EnumSource
    void aReplyThatIsNoStreamIsRefused(Wire wire) {
        assertThat(failure(wire, "mumble").kind()).isEqualTo(Kind.MALFORMED);
    }

    @ParameterizedTest
    @EnumSource
    void aServerThatHangsUpIsUnreachable(Wire wire) {
        assertThat(failure(wire, "hang up").kind()).isEqualTo(Kind.UNREACHABLE);
    }

    private LlmReply reply(Wire wire, String message) throws LlmException, InterruptedException {
        return reply(wire, message, Asking.PATIENT, Asking.KEY);
    }

    private LlmReply reply(Wire wire, String message, Timeouts timeouts, String key)
            throws LlmException, InterruptedException {
        var endpoint = new Endpoint(wire.provider, "m", server().resolve(wire.path), new Secret(key), 0.1);
        return Llms.of(endpoint, 100, timeouts).stream(
                List.of(UserMessage.from(message)), Deadline.in(Asking.LONG), pieces::add);
    }

    private LlmException failure(Wire wire, String message) {
        return failure(wire, message, Asking.PATIENT, Asking.KEY);
    }

    private LlmException failure(Wire wire, String message, Timeouts timeouts, String key) {
        return Assertions.catchThrowableOfType(LlmException.class, () -> reply(wire, message, timeouts, key));
    }
}
