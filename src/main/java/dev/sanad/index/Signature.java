package dev.sanad.index;

import dev.sanad.text.Folding;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a text is told from others by, however its letters are written: a MinHash of its runs of three words. Takes time linear in
 * the text. Two texts that share most of their runs share a band almost surely, and others hardly ever.
 */
public final class Signature {
    private static final int RUN = 3;
    private static final int BANDS = 20;
    private static final int ROWS = 3;
    /** Runs of a text that is long enough to be told from others. */
    private static final int FEWEST = 20;

    private final int[] least;

    private Signature(int[] least) {
        this.least = least;
    }

    /** Null for a text that is too short. */
    public static @Nullable Signature of(String text) {
        String[] words = words(text).split(" ");
        if (words.length < FEWEST + RUN - 1) {
            return null;
        }
        int[] least = new int[BANDS * ROWS];
        Arrays.fill(least, Integer.MAX_VALUE);
        for (int i = 0; i + RUN <= words.length; i++) {
            long run = 0;
            for (int j = i; j < i + RUN; j++) {
                run = mixed(run * 31 + words[j].hashCode());
            }
            for (int k = 0; k < least.length; k++) {
                int hash = (int) (mixed(run + k * 0x9E3779B97F4A7C15L) >>> 33);
                least[k] = Math.min(least[k], hash);
            }
        }
        return new Signature(least);
    }

    /** The words of a text, folded, with a blank between two: texts that only differ in letters and marks have the same. */
    public static String words(String text) {
        var words = new StringBuilder(text.length());
        boolean between = false;
        for (int i = 0; i < text.length(); i++) {
            char c = Folding.fold(text.charAt(i));
            if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
                if (between && !words.isEmpty()) {
                    words.append(' ');
                }
                words.append(c);
                between = false;
            } else if (c != 0 && c != Folding.ZWNJ) {
                between = true;
            }
        }
        return words.toString();
    }

    /** SplitMix64's finisher: every bit of what comes in moves every bit of what goes out. */
    private static long mixed(long bits) {
        long one = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
        long two = (one ^ (one >>> 27)) * 0x94D049BB133111EBL;
        return two ^ (two >>> 31);
    }

    /** Texts of one band may be nearly the same. */
    public List<String> bands() {
        var bands = new ArrayList<String>();
        for (int band = 0; band < BANDS; band++) {
            long mixed = band;
            for (int row = 0; row < ROWS; row++) {
                mixed = mixed(mixed * 31 + least[band * ROWS + row]);
            }
            bands.add(Long.toHexString(mixed));
        }
        return bands;
    }

    /** 0 to 1: about how many of all runs of the two texts both have. */
    public double similarity(Signature other) {
        int same = 0;
        for (int i = 0; i < least.length; i++) {
            same += least[i] == other.least[i] ? 1 : 0;
        }
        return (double) same / least.length;
    }

    byte[] bytes() {
        ByteBuffer bytes = ByteBuffer.allocate(least.length * Integer.BYTES);
        bytes.asIntBuffer().put(least);
        return bytes.array();
    }

    /** The one that {@link #bytes} wrote. */
    static Signature ofBytes(ByteBuffer bytes) {
        int[] least = new int[BANDS * ROWS];
        bytes.asIntBuffer().get(least);
        return new Signature(least);
    }
}
