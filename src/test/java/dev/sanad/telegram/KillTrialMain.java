package dev.sanad.telegram;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Kills a bot again and again at random moments while questions flow and Telegram fails in every way, and prints what became of
 * the questions: {@code --kills 50 --questions 200 --chats 50 --seed 1}.
 */
final class KillTrialMain {
    private static final List<String> QUESTIONS = List.of(
            "طرح ایران برای یمن چند ماده دارد؟", "وزیر دفاع به کجا سفر کرد؟", "Who visited Azerbaijan?", "سلام");
    private static final Duration START = Duration.ofMinutes(2);
    private final Options options;
    private final Random random;

    private KillTrialMain(Options options) {
        this.options = options;
        this.random = new Random(options.number("--seed", 1));
    }

    /** Exit code 0 when every question was answered, nothing twice without an excuse, and nothing invalid sent. */
    public static void main(String[] args) throws IOException, InterruptedException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(new KillTrialMain(new Options(args)).run(out) ? 0 : 1);
    }

    private boolean run(PrintStream out) throws IOException, InterruptedException {
        int kills = options.number("--kills", 50);
        int questions = options.number("--questions", 200);
        int chats = options.number("--chats", 50);
        Path folder = Files.createTempDirectory("sanad-kill-trial");
        out.printf("archive and log in %s%n", folder);
        List<Long> killed = new ArrayList<>();
        try (var telegram = new FakeBotApi(0)) {
            var exam = new Exam(telegram);
            int asked = 0;
            for (int kill = 1; kill <= kills; kill++) {
                int before = telegram.calls("getupdates").size();
                BotUnderTest bot = BotUnderTest.start(telegram.url(), folder, List.of("-XX:TieredStopAtLevel=1"));
                try {
                    fail(telegram);
                    for (; asked < (long) questions * kill / kills; asked++) {
                        exam.ask(1_000 + asked % chats, "fa", QUESTIONS.get(asked % QUESTIONS.size()));
                    }
                    awaitPoll(telegram, before);
                    pause(random.nextInt(1_500));
                    killed.add(System.nanoTime());
                } finally {
                    bot.close();
                }
                if (kill % 10 == 0) {
                    out.printf(
                            "%d kills, %d asked, %d messages%n",
                            kill, asked, telegram.sent().size());
                }
            }
            try (BotUnderTest bot = BotUnderTest.start(telegram.url(), folder, List.of())) {
                long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(5);
                while (!exam.allAnswered() && System.nanoTime() < deadline) {
                    pause(200);
                }
                pause(5_000);
                out.printf("ended within %d ms of SIGTERM%n", bot.stop());
            }
            Exam.Result result = exam.result(killed);
            result.violations().forEach(violation -> out.println("violation: " + violation));
            result.unanswered().forEach(question -> out.println("unanswered: " + question));
            out.println("kills " + killed.size() + ", " + result);
            return result.passed() && result.duplicates() == result.excused();
        }
    }

    private void fail(FakeBotApi telegram) {
        telegram.fault(
                "sendMessage",
                switch (random.nextInt(5)) {
                    case 0 -> new Fault.TooMany(1 + random.nextInt(2));
                    case 1 -> new Fault.BadGateway();
                    case 2 -> new Fault.Dropped();
                    case 3 -> new Fault.ReplyLost();
                    default -> new Fault.Slow(Duration.ofMillis(700));
                });
        telegram.fault(
                "getUpdates",
                switch (random.nextInt(4)) {
                    case 0 -> new Fault.BadGateway();
                    case 1 -> new Fault.Dropped();
                    case 2 -> new Fault.Refusal(409, "Conflict: terminated by other getUpdates request");
                    default -> new Fault.Slow(Duration.ofMillis(300));
                });
    }

    /** Until the bot is up, whatever becomes of its poll. */
    private static void awaitPoll(FakeBotApi telegram, int before) throws InterruptedException {
        long deadline = System.nanoTime() + START.toNanos();
        while (telegram.calls("getupdates").size() == before && System.nanoTime() < deadline) {
            pause(20);
        }
    }

    private static void pause(long millis) throws InterruptedException {
        new CountDownLatch(1).await(millis, TimeUnit.MILLISECONDS);
    }
}
