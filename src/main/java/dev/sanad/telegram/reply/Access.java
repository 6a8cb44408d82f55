package dev.sanad.telegram.reply;

import dev.sanad.config.Settings;
import dev.sanad.telegram.read.Incoming;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Who may ask: everyone, or who is on the list, or speaks in a group that is; admins always. */
public final class Access {
    private static final Duration ONCE = Duration.ofHours(1);
    private static final int MAX_REMEMBERED = 10_000;
    private final InstantSource clock;
    private final Set<String> allowed;
    private final List<String> admins;
    private final Map<Long, Instant> told = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Instant> eldest) {
            return size() > MAX_REMEMBERED;
        }
    };

    public Access(Settings.Telegram settings, InstantSource clock) {
        this.clock = clock;
        this.admins = settings.admins();
        this.allowed = new HashSet<>();
        if (!settings.allow().isEmpty()) {
            Stream.concat(settings.allow().stream(), admins.stream())
                    .map(name -> name.toLowerCase(Locale.ROOT))
                    .forEach(allowed::add);
        }
    }

    public boolean admits(Incoming incoming) {
        return allowed.isEmpty()
                || allowed.contains(Long.toString(incoming.reader()))
                || allowed.contains(Long.toString(incoming.chat()))
                || incoming.names().stream().anyMatch(name -> allowed.contains("@" + name.toLowerCase(Locale.ROOT)));
    }

    boolean isAdmin(Incoming incoming) {
        String own = incoming.ownName();
        return admins.stream()
                .anyMatch(admin -> admin.equals(Long.toString(incoming.reader()))
                        || (own != null && admin.equalsIgnoreCase("@" + own)));
    }

    /** True once an hour for a chat: a stranger is told so often, and no oftener, that the bot is not open to them. */
    public synchronized boolean shouldTell(Incoming stranger) {
        Instant now = clock.instant();
        Instant last = told.get(stranger.chat());
        if (last != null && last.plus(ONCE).isAfter(now)) {
            return false;
        }
        told.remove(stranger.chat());
        told.put(stranger.chat(), now);
        return true;
    }

    /** The admins whom a reader can write to: those given by name. */
    public List<String> adminNames() {
        return admins.stream().filter(admin -> admin.startsWith("@")).toList();
    }
}
