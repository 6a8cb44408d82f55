package dev.sanad.index;

import dev.sanad.text.Folding;

/** Reads the words of a text as hashes that do not tell how its letters are written; makes nothing of them, and is quick. */
public final class WordHashes {
    private final String text;
    private final int end;
    private int at;
    private long word;

    /** The words of {@code text} from one place to another, UTF-16 units. */
    public WordHashes(String text, int from, int to) {
        this.text = text;
        this.at = from;
        this.end = to;
    }

    /** False when there is no further word. */
    public boolean next() {
        long hash = 0;
        boolean within = false;
        while (at < end) {
            char c = Folding.fold(text.charAt(at++));
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                hash = hash * 31 + c;
                within = true;
            } else if (within && c != 0 && c != Folding.ZWNJ) {
                break;
            }
        }
        word = mixed(hash);
        return within;
    }

    /** Of the word that {@link #next} read. */
    public long hash() {
        return word;
    }

    /** SplitMix64's finisher: every bit of what comes in moves every bit of what goes out. */
    public static long mixed(long bits) {
        long one = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        long two = (one ^ (one >>> 27)) * 0x94D049BB133111EBL;
        return two ^ (two >>> 31);
    }
}
