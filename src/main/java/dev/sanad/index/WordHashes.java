package dev.sanad.index;

import dev.sanad.text.Folding;

/** Reads the words of a text as hashes that do not tell how its letters are written; makes nothing of them, and is quick. */
public final class WordHashes {
    /** Each character folded where words have it; {@link #BETWEEN} for what parts words, 0 for what does neither. */
    private static final char[] OF_WORDS = new char[Character.MAX_VALUE + 1];

    static final char BETWEEN = ' ';

    static {
        for (int c = 0; c < OF_WORDS.length; c++) {
            char folded = Folding.fold((char) c);
            boolean ofAWord = Character.isLetterOrDigit(folded) || Character.isSurrogate(folded);
            boolean ofNothing = folded == 0 || folded == Folding.ZWNJ;
            OF_WORDS[c] = ofAWord ? folded : ofNothing ? 0 : BETWEEN;
        }
    }

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

    /** The character as words have it, folded; {@link #BETWEEN} for what parts words, 0 for what does neither. */
    static char ofWords(char c) {
        return OF_WORDS[c];
    }

    /** False when there is no further word. */
    public boolean next() {
        long hash = 0;
        boolean within = false;
        while (at < end) {
            char c = OF_WORDS[text.charAt(at++)];
            if (c == BETWEEN && within) {
                break;
            }
            if (c != BETWEEN && c != 0) {
                hash = hash * 31 + c;
                within = true;
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
