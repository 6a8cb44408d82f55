package dev.sanad.telegram;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Questions put to a bot through the fake Bot API, and what became of each. */
final class Exam {
    /** From when a message is accepted until the sender has heard of it and noted it down, on a machine under load. */
    private static final long IN_FLIGHT = TimeUnit.SECONDS.toNanos(1);

    private final FakeBotApi telegram;
    private final Set<Asked> asked = ConcurrentHashMap.newKeySet();

    private record Asked(long chat, int message) {}

    private record Part(long chat, int replyTo, String text) {}

    /**
     * How it ended.
     *
     * @param duplicates messages that were accepted more than once
     * @param excused those of them whose first sending was in flight at a kill, or whose reply was lost
     */
    record Result(
            int questions, int answered, Set<String> unanswered, int duplicates, int excused, List<String> violations) {
        boolean passed() {
            return unanswered.isEmpty() && violations.isEmpty();
        }

        @Override
        public String toString() {
            return "questions %d, answered %d, unanswered %d, duplicates %d (in flight or reply lost: %d), violations %d"
                    .formatted(questions, answered, unanswered.size(), duplicates, excused, violations.size());
        }
    }

    Exam(FakeBotApi telegram) {
        this.telegram = telegram;
    }

    /** Asks in a private chat. */
    void ask(long chat, String language, String question) {
        asked.add(new Asked(chat, telegram.says(chat, language, question)));
    }

    boolean allAnswered() {
        return unanswered().isEmpty();
    }

    /** @param kills when the bot was killed, {@link System#nanoTime} */
    Result result(List<Long> kills) {
        Map<Part, FakeBotApi.Sent> first = new HashMap<>();
        int duplicates = 0;
        int excused = 0;
        for (FakeBotApi.Sent sent : telegram.sent()) {
            if (sent.replyTo() == 0) {
                continue;
            }
            FakeBotApi.Sent before = first.putIfAbsent(new Part(sent.chat(), sent.replyTo(), sent.text()), sent);
            if (before != null) {
                duplicates++;
                excused += isExcused(before, kills) ? 1 : 0;
            }
        }
        Set<String> unanswered = unanswered();
        return new Result(
                asked.size(), asked.size() - unanswered.size(), unanswered, duplicates, excused, telegram.violations());
    }

    /** When the bot was last heard of before each of its restarts, {@link System#nanoTime}: a bot begins with getMe. */
    List<Long> lastHeardOf() {
        List<Long> times = new ArrayList<>();
        FakeBotApi.Call before = null;
        for (FakeBotApi.Call call : telegram.calls()) {
            if (before != null && call.method().equals("getme")) {
                times.add(before.nanos());
            }
            before = call;
        }
        return times;
    }

    private static boolean isExcused(FakeBotApi.Sent sent, List<Long> kills) {
        return sent.replyLost()
                || kills.stream().anyMatch(kill -> kill - sent.nanos() < IN_FLIGHT && kill - sent.nanos() > -IN_FLIGHT);
    }

    private Set<String> unanswered() {
        Set<Asked> open = new HashSet<>(asked);
        telegram.sent().forEach(sent -> open.remove(new Asked(sent.chat(), sent.replyTo())));
        Set<String> names = new TreeSet<>();
        open.forEach(question -> names.add(question.chat() + "/" + question.message()));
        return names;
    }
}
