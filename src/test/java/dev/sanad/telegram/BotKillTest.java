package dev.sanad.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bot in a process of its own, killed with SIGKILL while it works. */
class BotKillTest {
    private final Path folder;
    private final FakeBotApi telegram;
    private final Exam exam;
    private final List<Process> processes = new ArrayList<>();
    private final List<Long> kills = new ArrayList<>();

    BotKillTest(@TempDir Path folder) throws IOException {
        this.folder = folder;
        this.telegram = new FakeBotApi(0);
        this.exam = new Exam(telegram);
    }

    @AfterEach
    void end() {
        processes.forEach(Process::destroyForcibly);
        telegram.close();
    }

    @Test
    void killedWhileItAnswersTwentyQuestionsItAnswersEachAfterARestart() throws Exception {
        for (int question = 0; question < 20; question++) {
            exam.ask(1 + question % 5, "fa", "پرسش " + question + " چیست؟");
        }
        Process bot = start(300);
        await().atMost(Duration.ofSeconds(20)).until(() -> telegram.sent().size() >= 3);
        kill(bot);
        assertThat(exam.allAnswered()).as("killed in the middle").isFalse();
        Process restarted = start(300);
        await().atMost(Duration.ofSeconds(30)).until(exam::allAnswered);
        stop(restarted);

        check(20);
    }

    @Test
    void twoHundredQuestionsOfFiftyChatsOutliveFaultsAndAKill() throws Exception {
        telegram.fault("getUpdates", new Fault.BadGateway());
        Process bot = start(50);
        for (int question = 0; question < 200; question++) {
            exam.ask(1 + question % 50, question % 3 == 0 ? "en" : "fa", "پرسش " + question + " چیست؟");
            if (question == 100) {
                telegram.offer("{\"update_id\":%d,\"message\":{\"message_id\":{},\"chat\":7}}");
            }
        }
        telegram.fault("sendMessage", new Fault.TooMany(3));
        await().atMost(Duration.ofSeconds(20)).until(() -> telegram.sent().size() >= 20);
        telegram.fault("sendMessage", new Fault.BadGateway());
        telegram.fault("sendMessage", new Fault.Dropped());
        telegram.fault("sendMessage", new Fault.ReplyLost());
        await().atMost(Duration.ofSeconds(20)).until(() -> telegram.sent().size() >= 90);
        kill(bot);
        assertThat(exam.allAnswered()).as("killed in the middle").isFalse();
        telegram.fault("sendMessage", new Fault.TooMany(2));
        Process restarted = start(50);
        await().atMost(Duration.ofSeconds(60)).until(exam::allAnswered);
        stop(restarted);

        check(200);
        assertThat(log()).contains("set aside").doesNotContain("AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw", "چیست");
    }

    private void check(int questions) {
        Exam.Result result = exam.result(kills);
        assertThat(result.unanswered()).isEmpty();
        assertThat(result.answered()).isEqualTo(questions);
        assertThat(result.violations()).isEmpty();
        assertThat(result.duplicates()).as("%s", result).isEqualTo(result.excused());
    }

    private Process start(int millisForAnAnswer) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-XX:TieredStopAtLevel=1",
                        "-Dlogback.configurationFile=dev/sanad/telegram/logback-bot.xml",
                        "-cp",
                        System.getProperty("java.class.path"),
                        BotProcess.class.getName(),
                        telegram.url().toString(),
                        folder.resolve("archive").toString(),
                        Integer.toString(millisForAnAnswer))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("bot.log").toFile()))
                .start();
        processes.add(process);
        return process;
    }

    private void kill(Process bot) throws InterruptedException {
        kills.add(System.nanoTime());
        bot.destroyForcibly();
        assertThat(bot.waitFor(10, TimeUnit.SECONDS)).isTrue();
    }

    /** SIGTERM: what is in hand is finished. */
    private static void stop(Process bot) throws InterruptedException {
        bot.destroy();
        assertThat(bot.waitFor(11, TimeUnit.SECONDS)).isTrue();
    }

    private String log() throws IOException {
        return Files.readString(folder.resolve("bot.log"), StandardCharsets.UTF_8);
    }
}
