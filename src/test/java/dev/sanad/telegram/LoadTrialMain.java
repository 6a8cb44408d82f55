package dev.sanad.telegram;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Many chats ask a bot at once, and then so many a second for a while; prints how long they waited, how fast messages went and
 * how its heap grew: {@code --chats 1000 --rate 25 --seconds 600 --warm 120}.
 */
final class LoadTrialMain {
    private static final String QUESTION = "طرح ایران برای یمن چند ماده دارد؟";
    private static final double MOST_GROWTH = 1.10;
    private static final long FIRST_WAIT_MILLIS = 40_000;
    private static final long LATER_WAIT_MILLIS = 2_000;
    private final Options options;
    private final PrintStream out;
    private final Map<Asked, Long> asked = new HashMap<>();

    private record Asked(long chat, int message) {}

    private LoadTrialMain(Options options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    /** Exit code 0 when all were answered in time, no rate was broken and the heap did not grow. */
    public static void main(String[] args) throws IOException, InterruptedException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(new LoadTrialMain(new Options(args), out).run() ? 0 : 1);
    }

    private boolean run() throws IOException, InterruptedException {
        int chats = options.number("--chats", 1_000);
        int rate = options.number("--rate", 25);
        int seconds = options.number("--seconds", 600);
        int warm = options.number("--warm", 120);
        Path folder = Files.createTempDirectory("sanad-load-trial");
        out.printf("archive and log in %s%n", folder);
        try (var telegram = new FakeBotApi(0);
                BotUnderTest bot = BotUnderTest.start(telegram.url(), folder, List.of("-Xmx512m"))) {
            awaitAnswers(telegram, List.of(ask(telegram, 1)), 120);
            asked.clear();
            List<Asked> burst = new ArrayList<>();
            for (int chat = 0; chat < chats; chat++) {
                burst.add(ask(telegram, 1_000 + chat));
            }
            awaitAnswers(telegram, burst, 180);
            List<Long> burstWaits = waits(telegram, burst);
            out.printf(
                    "%d at once: the last waited %d ms, %d unanswered%n",
                    chats, last(burstWaits), burst.size() - burstWaits.size());
            List<Asked> flow = new ArrayList<>();
            long begin = System.nanoTime();
            long heapBefore = 0;
            for (int question = 0; question < rate * seconds; question++) {
                long due = begin + TimeUnit.SECONDS.toNanos(1) * question / rate;
                pause(due - System.nanoTime());
                flow.add(ask(telegram, 1_000 + question % chats));
                if (question == rate * warm) {
                    heapBefore = bot.livingBytes();
                }
            }
            awaitAnswers(telegram, flow, 60);
            long heapAfter = bot.livingBytes();
            List<Long> waits = waits(telegram, flow);
            long p95 = waits.isEmpty() ? 0 : waits.get((int) (waits.size() * .95));
            double growth = heapBefore == 0 ? 1 : (double) heapAfter / heapBefore;
            out.printf(
                    "%d a second for %d s: p50 %d ms, p95 %d ms, last %d ms, %d unanswered%n",
                    rate, seconds, waits.get(waits.size() / 2), p95, last(waits), flow.size() - waits.size());
            out.printf(
                    "heap after collection: %.1f MB, then %.1f MB (%.3f)%n", heapBefore / 1e6, heapAfter / 1e6, growth);
            out.printf("calls in the fullest second: %d%n", fullestSecond(telegram));
            telegram.violations().stream().distinct().forEach(broken -> out.println("violation: " + broken));
            return telegram.violations().isEmpty()
                    && waits.size() == flow.size()
                    && burstWaits.size() == burst.size()
                    && last(burstWaits) < FIRST_WAIT_MILLIS
                    && p95 < LATER_WAIT_MILLIS
                    && growth < MOST_GROWTH;
        }
    }

    private Asked ask(FakeBotApi telegram, long chat) {
        long now = System.nanoTime();
        var question = new Asked(chat, telegram.says(chat, "fa", QUESTION));
        asked.put(question, now);
        return question;
    }

    private void awaitAnswers(FakeBotApi telegram, List<Asked> questions, int seconds) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (waits(telegram, questions).size() < questions.size() && System.nanoTime() < deadline) {
            pause(TimeUnit.MILLISECONDS.toNanos(500));
        }
    }

    /** Milliseconds, in order, of those that were answered. */
    private List<Long> waits(FakeBotApi telegram, List<Asked> questions) {
        Map<Asked, Long> answered = new HashMap<>();
        telegram.sent().forEach(sent -> answered.putIfAbsent(new Asked(sent.chat(), sent.replyTo()), sent.nanos()));
        List<Long> waits = new ArrayList<>();
        for (Asked question : questions) {
            Long at = answered.get(question);
            if (at != null) {
                waits.add(TimeUnit.NANOSECONDS.toMillis(at - asked.getOrDefault(question, at)));
            }
        }
        Collections.sort(waits);
        return waits;
    }

    private static long last(List<Long> waits) {
        return waits.isEmpty() ? 0 : waits.getLast();
    }

    private static int fullestSecond(FakeBotApi telegram) {
        List<Long> times = RateCheck.METHODS.stream()
                .flatMap(method -> telegram.calls(method).stream())
                .map(FakeBotApi.Call::nanos)
                .sorted()
                .toList();
        int most = 0;
        int from = 0;
        for (int to = 0; to < times.size(); to++) {
            while (times.get(to) - times.get(from) >= TimeUnit.SECONDS.toNanos(1)) {
                from++;
            }
            most = Math.max(most, to - from + 1);
        }
        return most;
    }

    private static void pause(long nanos) throws InterruptedException {
        if (nanos > 0) {
            new CountDownLatch(1).await(nanos, TimeUnit.NANOSECONDS);
        }
    }
}
