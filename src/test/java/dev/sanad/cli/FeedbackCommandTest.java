package dev.sanad.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.eval.QueryReader;
import dev.sanad.store.Answers;
import dev.sanad.store.Database;
import dev.sanad.store.Inbox;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedbackCommandTest {
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private final Path archive;
    private final Path file;

    FeedbackCommandTest(@TempDir Path folder) {
        this.archive = folder.resolve("archive");
        this.file = folder.resolve("rated.jsonl");
    }

    @Test
    void whatWasRatedGoodIsAnEvaluationSetAndTheRestIsForSomebodyToLookAt() throws Exception {
        rate(1, "And the plan?", "Which plan?", Answers.State.CITED, true, null);
        rate(2, "What is not there?", Answers.State.NOT_FOUND, true, null);
        rate(3, "Who?", Answers.State.CITED, false, "wrong");
        Sanad.Run run = new Sanad().run("feedback", "export", file.toString(), "--archive", archive.toString());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).contains("2 good answers", "1 bad ones", "rated-bad.jsonl");
        var queries = QueryReader.read(List.of(file));
        assertThat(queries).hasSize(2);
        assertThat(queries.getFirst().question())
                .as("a follow-up as it was understood, for it stands alone here")
                .isEqualTo("Which plan?");
        assertThat(queries.getFirst().gold()).isEqualTo(Set.of("a", "b"));
        assertThat(queries.getFirst().answers()).containsExactly("Four points.", "No more.");
        assertThat(queries.getLast().answers()).as("the archive has none").isEmpty();
        assertThat(Files.readString(file.resolveSibling("rated-bad.jsonl")))
                .contains("\"question\":\"Who?\"", "\"reasons\":[\"wrong\"]");
    }

    @Test
    void anAnswerThatOneReaderCallsBadIsNotGood() throws IOException {
        long answer = rate(1, "Which plan?", Answers.State.CITED, true, null);
        answers().rate(answer, 9, new Answers.Rating(false, null));
        Sanad.Run run = new Sanad().run("feedback", "export", file.toString(), "--archive", archive.toString());

        assertThat(run.out()).contains("0 good answers", "1 bad ones");
        assertThat(Files.readAllLines(file)).isEmpty();
    }

    @Test
    void withoutAnArchiveItSaysSo() {
        Sanad.Run run = new Sanad().run("feedback", "export", file.toString(), "--archive", archive.toString());

        assertThat(run.code()).isEqualTo(Main.UNAVAILABLE);
        assertThat(run.err()).contains("There is no archive");
        assertThat(new Sanad().run("feedback").code()).isEqualTo(Main.WRONG);
    }

    private long rate(int message, String question, Answers.State state, boolean good, @Nullable String reason) {
        return rate(message, question, null, state, good, reason);
    }

    private long rate(
            int message,
            String question,
            @Nullable String understood,
            Answers.State state,
            boolean good,
            @Nullable String reason) {
        Answers answers = answers();
        long id = answers.begin(new Answers.Asked(1, message, 1, question), NOW);
        var sources = state == Answers.State.CITED
                ? List.of(new Answers.Source(1, "a", 0, "Four points."), new Answers.Source(2, "b", 9, "No more."))
                : List.<Answers.Source>of();
        var update = new Inbox.Received(message, 1, "{}");
        var inbox = new Inbox(Database.open(archive), InstantSource.fixed(NOW));
        inbox.store(List.of(update), List.of());
        inbox.finish(
                update,
                new Inbox.Outcome(
                        List.of(), new Answers.Kept(id, question, understood, "en", state, 1, sources), null));
        answers.rate(id, 1, new Answers.Rating(good, reason));
        return id;
    }

    private Answers answers() {
        return new Answers(Database.open(archive));
    }
}
