package dev.sanad.telegram.wire;

import dev.sanad.store.Outbox;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/** What messages show since they were last sent or edited, as far as it is remembered: Telegram refuses to edit into the same. */
final class ShownMessages {
    private static final int MAX = 4096;
    private final Map<Place, Integer> hashes = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Integer> eldest) {
            return size() > MAX;
        }
    };

    private record Place(long chat, int message) {}

    synchronized void put(long chat, int message, Outbox.Draft draft) {
        hashes.put(new Place(chat, message), hash(draft));
    }

    synchronized boolean has(long chat, int message, Outbox.Draft draft) {
        return Integer.valueOf(hash(draft)).equals(hashes.get(new Place(chat, message)));
    }

    private static int hash(Outbox.Draft draft) {
        return Objects.hash(draft.html(), draft.keyboard());
    }
}
