package dev.sanad.index;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the forms of the words that come first: most words of a text are few, and the frequent ones come early. The rare ones
 * would only crowd them out. Safe for many threads.
 */
final class RememberedForms {
    private static final int SLOTS = 1 << 16;
    /** Slots that a word may stand in. */
    private static final int PROBES = 4;
    /** 2³² divided by the golden ratio: a product with it spreads what is alike. */
    private static final int SPREAD = 0x9E3779B9;

    /** All that forms hold is final, so they may be read plainly. */
    private final AtomicReferenceArray<@Nullable Forms> slots = new AtomicReferenceArray<>(SLOTS);

    /** Of each word. All are looked for before any is compared: so the processor waits for the memory of many at once. */
    Forms[] of(ReadWords words) {
        int[] first = new int[words.count()];
        for (int i = 0; i < first.length; i++) {
            first[i] = slot(words.letters(), words.start(i), words.end(i));
        }
        Forms[] forms = new Forms[first.length];
        for (int i = 0; i < forms.length; i++) {
            forms[i] = slots.getPlain(first[i]);
        }
        for (int i = 0; i < forms.length; i++) {
            Forms found = forms[i];
            if (found == null || !found.isOf(words.letters(), words.start(i), words.end(i))) {
                forms[i] = find(words.letters(), words.start(i), words.end(i), first[i]);
            }
        }
        return forms;
    }

    private Forms find(char[] letters, int start, int end, int first) {
        for (int probe = 0; probe < PROBES; probe++) {
            int slot = (first + probe) % SLOTS;
            Forms known = slots.getPlain(slot);
            if (known == null) {
                Forms made = made(letters, start, end);
                slots.setRelease(slot, made);
                return made;
            }
            if (known.isOf(letters, start, end)) {
                return known;
            }
        }
        return made(letters, start, end);
    }

    private static Forms made(char[] letters, int start, int end) {
        return Forms.of(new String(letters, start, end - start));
    }

    private static int slot(char[] letters, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            hash = 31 * hash + letters[i];
        }
        return (hash * SPREAD) >>> (Integer.SIZE - Integer.numberOfTrailingZeros(SLOTS));
    }
}
