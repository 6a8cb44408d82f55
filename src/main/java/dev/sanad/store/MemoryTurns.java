package dev.sanad.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Turns that are gone with the process: a conversation in the terminal. */
public final class MemoryTurns implements Turns {
    private final Map<String, List<Turn>> turns = new ConcurrentHashMap<>();

    @Override
    public List<Turn> last(String conversation, int most) {
        List<Turn> all = turns.getOrDefault(conversation, List.of());
        return List.copyOf(all.subList(Math.max(0, all.size() - most), all.size()));
    }

    @Override
    public void add(String conversation, Turn turn, int keep) {
        turns.compute(conversation, (id, before) -> {
            var all = new ArrayList<>(before == null ? List.of() : before);
            all.add(turn);
            return List.copyOf(all.subList(Math.max(0, all.size() - keep), all.size()));
        });
    }

    @Override
    public void withdraw(String conversation, String question) {
        turns.computeIfPresent(conversation, (id, before) -> {
            var all = new ArrayList<>(before);
            for (int i = all.size() - 1; i >= 0; i--) {
                if (all.get(i).question().equals(question)) {
                    all.remove(i);
                    break;
                }
            }
            return List.copyOf(all);
        });
    }

    @Override
    public void forget(String conversation) {
        turns.remove(conversation);
    }
}
