package dev.sanad.telegram.reply;

import dev.sanad.config.Settings;
import dev.sanad.store.Readers;
import dev.sanad.telegram.read.Incoming;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;

/** How much a reader may ask. Days are counted in the database; minutes, and who was told, are remembered here. */
final class Quotas {
    private static final Duration MINUTE = Duration.ofMinutes(1);
    /** A flood is told of once in this time. */
    private static final Duration FLOOD = Duration.ofMinutes(10);

    private static final int MAX_REMEMBERED = 10_000;
    private final Settings.Limits limits;
    private final Readers readers;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Map<Long, Deque<Instant>> lastMinute = new Recent<>();
    private final Map<Told, Instant> told = new Recent<>();

    /** Whether a question is answered. */
    sealed interface Verdict {}

    record Granted() implements Verdict {}

    /**
     * Not, and its reader is to be told.
     *
     * @param key of the text that says why
     * @param limit with which the text is filled
     */
    record Refused(String key, int limit) implements Verdict {}

    /** Not, and its reader was told before. */
    record RefusedAgain() implements Verdict {}

    private record Told(long reader, String key) {}

    Quotas(Settings.Limits limits, Readers readers, InstantSource clock, ZoneId zone) {
        this.limits = limits;
        this.readers = readers;
        this.clock = clock;
        this.zone = zone;
    }

    /** Counts the question, if it is granted, among those of its minute. */
    synchronized Verdict ask(Incoming incoming) {
        long reader = incoming.reader();
        LocalDate today = today();
        if (limits.questionsADay() > 0 && readers.used(reader, today).questions() >= limits.questionsADay()) {
            Instant tomorrow = today.plusDays(1).atStartOfDay(zone).toInstant();
            return refused(reader, "limit.day", limits.questionsADay(), tomorrow);
        }
        if (limits.questionsAMinute() > 0) {
            // when it was asked: questions that waited while the bot was down are no flood
            Instant asked = incoming.said() == null ? clock.instant() : incoming.said();
            Deque<Instant> before = lastMinute.computeIfAbsent(reader, id -> new ArrayDeque<>());
            before.removeIf(time -> !time.plus(MINUTE).isAfter(asked));
            if (before.size() >= limits.questionsAMinute()) {
                Instant over = clock.instant().plus(MINUTE);
                return refused(reader, "limit.minute", limits.questionsAMinute(), over);
            }
            before.addLast(asked);
        }
        return new Granted();
    }

    /** The reader has more messages waiting than are kept. */
    synchronized Verdict excess(long reader) {
        return refused(
                reader, "limit.waiting", limits.waiting(), clock.instant().plus(FLOOD));
    }

    /** Whether no more tokens may be spent today on what the reader asks. */
    boolean tokensAreSpent(long reader) {
        LocalDate today = today();
        return (limits.tokensADay() > 0 && readers.used(reader, today).tokens() >= limits.tokensADay())
                || (limits.tokensADayInAll() > 0 && readers.used(today).tokens() >= limits.tokensADayInAll());
    }

    /** The day to which a question that is answered now counts. */
    LocalDate today() {
        return clock.instant().atZone(zone).toLocalDate();
    }

    private Verdict refused(long reader, String key, int limit, Instant until) {
        var what = new Told(reader, key);
        Instant before = told.get(what);
        if (before != null && before.isAfter(clock.instant())) {
            return new RefusedAgain();
        }
        told.put(what, until);
        return new Refused(key, limit);
    }

    /** Forgets who was heard of longest ago, so that it cannot grow. */
    private static final class Recent<K, V> extends LinkedHashMap<K, V> {
        private static final long serialVersionUID = 1;

        Recent() {
            super(16, .75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
            return size() > MAX_REMEMBERED;
        }
    }
}
