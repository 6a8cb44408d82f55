package dev.sanad.telegram;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The fake Bot API as a program, to try a real bot against: it asks, waits until every question is answered, and prints
 * what became of them. {@code --port 9111 --questions 200 --chats 50 --seconds 300 --faults}. The bot is told
 * {@code telegram.api-url} and the token that is printed; it may be killed and started again meanwhile.
 */
final class FakeBotApiMain {
    private static final List<String> QUESTIONS = List.of(
            "طرح ایران برای یمن چند ماده دارد؟",
            "قیمت دلار امروز چند است؟",
            "وزیر دفاع به کجا سفر کرد؟",
            "Who visited Azerbaijan?",
            "سلام");
    private final List<String> arguments;

    private FakeBotApiMain(String[] arguments) {
        this.arguments = Arrays.asList(arguments);
    }

    /** Exit code 0 when every question was answered and nothing that Telegram refuses was sent. */
    public static void main(String[] args) throws IOException, InterruptedException {
        System.exit(new FakeBotApiMain(args).run(new PrintStream(System.out, true, StandardCharsets.UTF_8)) ? 0 : 1);
    }

    private boolean run(PrintStream out) throws IOException, InterruptedException {
        try (var telegram = new FakeBotApi(number("--port", 9111))) {
            out.printf("listening at %s; TELEGRAM_BOT_TOKEN=%s%n", telegram.url(), FakeBotApi.TOKEN);
            var exam = new Exam(telegram);
            int chats = number("--chats", 50);
            int questions = number("--questions", 200);
            boolean faults = arguments.contains("--faults");
            for (int i = 0; i < questions; i++) {
                String question = QUESTIONS.get(i % QUESTIONS.size());
                exam.ask(1_000 + i % chats, question.charAt(0) < 0x80 ? "en" : "fa", question);
                if (faults && i == questions / 2) {
                    telegram.offer("{\"update_id\":%d,\"message\":{\"message_id\":{},\"chat\":7}}");
                }
            }
            if (faults) {
                addFaults(telegram);
            }
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(number("--seconds", 300));
            while (!exam.allAnswered() && System.nanoTime() < deadline) {
                new CountDownLatch(1).await(200, TimeUnit.MILLISECONDS);
            }
            // time for the later parts of the last answers, and for duplicates
            new CountDownLatch(1).await(3, TimeUnit.SECONDS);
            Exam.Result result = exam.result(exam.lastHeardOf());
            result.violations().forEach(violation -> out.println("violation: " + violation));
            result.unanswered().forEach(question -> out.println("unanswered: " + question));
            out.println(result);
            return result.passed();
        }
    }

    private static void addFaults(FakeBotApi telegram) {
        telegram.fault("sendMessage", new Fault.TooMany(3));
        telegram.fault("sendMessage", new Fault.BadGateway());
        telegram.fault("sendMessage", new Fault.Dropped());
        telegram.fault("sendMessage", new Fault.TooMany(2));
        telegram.fault("getUpdates", new Fault.BadGateway());
    }

    private int number(String option, int otherwise) {
        int at = arguments.indexOf(option);
        return at < 0 ? otherwise : Integer.parseInt(arguments.get(at + 1));
    }
}
