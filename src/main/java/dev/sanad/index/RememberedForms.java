package dev.sanad.index;

import java.util.concurrent.atomic.AtomicReferenceArray;

/**
 * Makes the forms of the words that come first once: most words of a language are few, and the frequent ones come early. The rare
 * ones would only crowd them out. Safe for many threads.
 */
final class RememberedForms {
    private static final int SLOTS = 1 << 16;
    /** Slots that a word may stand in. */
    private static final int PROBES = 4;
    /** 2³² divided by the golden ratio: a product with it spreads what is alike. */
    private static final int SPREAD = 0x9E3779B9;

    private final AtomicReferenceArray<Forms> slots = new AtomicReferenceArray<>(SLOTS);

    Forms of(char[] letters, int length) {
        int first = slot(letters, length);
        for (int probe = 0; probe < PROBES; probe++) {
            int slot = (first + probe) % SLOTS;
            Forms known = slots.getAcquire(slot);
            if (known == null) {
                Forms made = made(letters, length);
                slots.setRelease(slot, made);
                return made;
            }
            if (known.isOf(letters, length)) {
                return known;
            }
        }
        return made(letters, length);
    }

    private static Forms made(char[] letters, int length) {
        return Forms.of(new String(letters, 0, length));
    }

    private static int slot(char[] letters, int length) {
        int hash = 0;
        for (int i = 0; i < length; i++) {
            hash = 31 * hash + letters[i];
        }
        return (hash * SPREAD) >>> (Integer.SIZE - Integer.numberOfTrailingZeros(SLOTS));
    }
}
