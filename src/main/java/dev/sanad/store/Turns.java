package dev.sanad.store;

import java.util.List;

/** What was said in conversations. Safe for many threads. */
public interface Turns {
    /** The last turns of a conversation, oldest first, at most {@code most}. */
    List<Turn> last(String conversation, int most);

    /** Adds a turn and forgets those before the last {@code keep}. */
    void add(String conversation, Turn turn, int keep);

    /** Forgets the last turn with that question, as it was understood; nothing where there is none. */
    void withdraw(String conversation, String question);

    void forget(String conversation);
}
