package dev.sanad.llm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.config.Settings.Timeouts;
import dev.sanad.llm.LlmException.Kind;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What all five providers have in common, each in its own format. */
class ProvidersTest {
    @ParameterizedTest
    @EnumSource
    void aReplyIsHandedOverPieceByPiece(Wire wire) throws Exception {
        try (var server = new ScriptedServer(stage -> play(wire, stage, wire.ending(false)))) {
            var asking = Asking.of(wire, server.url(), Asking.PATIENT);

            LlmReply reply = asking.reply();

            assertThat(asking.pieces).containsExactly("چهار", " ماده");
            assertThat(reply).isEqualTo(new LlmReply("چهار ماده", 11, 7, false));
            assertThat(server.request().body()).contains(Asking.QUESTION);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReplyThatReachedItsLimitIsMarked(Wire wire) throws Exception {
        try (var server = new ScriptedServer(stage -> play(wire, stage, wire.ending(true)))) {
            assertThat(Asking.of(wire, server.url(), Asking.PATIENT).reply().truncated())
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void reasoningIsNotShown(Wire wire) throws Exception {
        try (var server = new ScriptedServer(stage -> {
            stage.begin(wire.contentType);
            stage.send(wire.opening() + wire.thought("let me see") + wire.piece("ok") + wire.ending(false));
            stage.end();
        })) {
            assertThat(Asking.of(wire, server.url(), Asking.PATIENT).reply().text())
                    .isEqualTo("ok");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aModelThatReasonsIsNotTakenForSilent(Wire wire) throws Exception {
        var timeouts = new Timeouts(Asking.LONG, Asking.SHORT, Asking.LONG);
        try (var server = new ScriptedServer(stage -> {
            stage.begin(wire.contentType);
            stage.send(wire.opening() + wire.thought("let me see"));
            stage.fallSilent();
        })) {
            assertThat(Asking.of(wire, server.url(), timeouts).failure().kind()).isEqualTo(Kind.STALLED);
        }
    }

    @ParameterizedTest
    @EnumSource
    void openingWordsOfAServerAreNoFirstToken(Wire wire) throws Exception {
        var timeouts = new Timeouts(Asking.SHORT, Asking.LONG, Asking.LONG);
        try (var server = new ScriptedServer(stage -> {
            stage.begin(wire.contentType);
            if (!wire.opening().isEmpty()) {
                stage.send(wire.opening());
            }
            stage.fallSilent();
        })) {
            assertThat(Asking.of(wire, server.url(), timeouts).failure().kind()).isEqualTo(Kind.TIMEOUT);
            assertThat(server.sawClientGo()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStreamThatFallsSilentHasStalled(Wire wire) throws Exception {
        var timeouts = new Timeouts(Asking.LONG, Asking.SHORT, Asking.LONG);
        try (var server = new ScriptedServer(stage -> {
            stage.begin(wire.contentType);
            stage.send(wire.opening() + wire.piece("half"));
            stage.fallSilent();
        })) {
            var asking = Asking.of(wire, server.url(), timeouts);

            assertThat(asking.failure().kind()).isEqualTo(Kind.STALLED);
            assertThat(asking.pieces).containsExactly("half");
            assertThat(server.sawClientGo()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aConnectionThatIsLostCutsTheReply(Wire wire) throws Exception {
        try (var server = new ScriptedServer(stage -> {
            stage.begin(wire.contentType);
            stage.send(wire.opening() + wire.piece("half"));
        })) {
            var asking = Asking.of(wire, server.url(), Asking.PATIENT);

            assertThat(asking.failure().kind()).isEqualTo(Kind.CUT);
            assertThat(asking.pieces).containsExactly("half");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStreamWithoutItsMarkOfTheEndIsCut(Wire wire) throws Exception {
        try (var server = new ScriptedServer(stage -> play(wire, stage, ""))) {
            var asking = Asking.of(wire, server.url(), Asking.PATIENT);

            assertThat(asking.failure().kind()).isEqualTo(Kind.CUT);
            assertThat(asking.pieces).containsExactly("چهار", " ماده");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aStreamThatEndsInTheMiddleOfAnEventIsCut(Wire wire) throws Exception {
        try (var server = new ScriptedServer(stage -> {
            stage.begin(wire.contentType);
            stage.send(wire.opening() + wire.piece("half"));
            stage.send(wire.piece("lost").substring(0, wire.piece("lost").length() / 2));
            stage.end();
        })) {
            var asking = Asking.of(wire, server.url(), Asking.PATIENT);

            assertThat(asking.failure().kind()).isEqualTo(Kind.CUT);
            assertThat(asking.pieces).containsExactly("half");
        }
    }

    @ParameterizedTest
    @EnumSource
    void aReplyWithoutTextIsEmpty(Wire wire) throws Exception {
        try (var server = new ScriptedServer(stage -> {
            stage.begin(wire.contentType);
            stage.send(wire.opening() + wire.ending(false));
            stage.end();
        })) {
            assertThat(Asking.of(wire, server.url(), Asking.PATIENT).failure().kind())
                    .isEqualTo(Kind.EMPTY);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anErrorInsideTheStreamEndsIt(Wire wire) throws Exception {
        String error = "{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}";
        try (var server = new ScriptedServer(stage -> {
            stage.begin(wire.contentType);
            stage.send(wire.opening() + wire.piece("half"));
            stage.send(wire == Wire.OLLAMA ? error + "\n" : "event: error\ndata: " + error + "\n\n");
            stage.fallSilent();
        })) {
            LlmException failure = Asking.of(wire, server.url(), Asking.PATIENT).failure();

            assertThat(failure.kind()).isEqualTo(Kind.SERVER);
            assertThat(failure).hasMessageContaining("overloaded_error");
            assertThat(server.sawClientGo()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotJsonIsMalformed(Wire wire) throws Exception {
        try (var server = new ScriptedServer(stage -> {
            stage.begin(wire.contentType);
            stage.send(wire == Wire.OLLAMA ? "garbage\n" : "event: message_start\ndata: garbage\n\n");
            stage.fallSilent();
        })) {
            assertThat(Asking.of(wire, server.url(), Asking.PATIENT).failure().kind())
                    .isEqualTo(Kind.MALFORMED);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "GEMINI") // its stream ends with its connection
    void aServerThatKeepsItsConnectionOpenAfterTheEndIsNotWaitedFor(Wire wire) throws Exception {
        try (var server = new ScriptedServer(stage -> {
            stage.begin(wire.contentType);
            stage.send(wire.opening() + wire.piece("whole") + wire.ending(false));
            stage.fallSilent();
        })) {
            assertThat(Asking.of(wire, server.url(), Asking.PATIENT).reply().text())
                    .isEqualTo("whole");
            assertThat(server.sawClientGo()).isTrue();
        }
    }

    private static void play(Wire wire, ScriptedServer.Stage stage, String ending) throws IOException {
        stage.begin(wire.contentType);
        stage.send(wire.opening() + wire.piece("چهار"));
        stage.send(wire.piece(" ماده"));
        if (!ending.isEmpty()) {
            stage.send(ending);
        }
        stage.end();
    }
}
