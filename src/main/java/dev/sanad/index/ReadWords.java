package dev.sanad.index;

import java.util.Arrays;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.util.ArrayUtil;

/** Words of a text in the order in which they were read, their letters one behind the other. */
final class ReadWords {
    private static final int FEW = 128;
    private char[] letters;
    private int[] ends = new int[FEW];
    private int[] positions = new int[FEW];
    private boolean[] capitals = new boolean[FEW];
    private int count;

    /** @param letters how many there are about */
    ReadWords(int letters) {
        this.letters = new char[letters];
    }

    void add(CharTermAttribute word, boolean capital, int position) {
        int end = start(count) + word.length();
        if (count == ends.length) {
            ends = ArrayUtil.grow(ends);
            positions = ArrayUtil.growExact(positions, ends.length);
            capitals = Arrays.copyOf(capitals, ends.length);
        }
        letters = ArrayUtil.grow(letters, end);
        System.arraycopy(word.buffer(), 0, letters, end - word.length(), word.length());
        ends[count] = end;
        positions[count] = position;
        capitals[count] = capital;
        count++;
    }

    int count() {
        return count;
    }

    /** Of all words; each has those from its start to its end. */
    char[] letters() {
        return letters;
    }

    int start(int word) {
        return word == 0 ? 0 : ends[word - 1];
    }

    int end(int word) {
        return ends[word];
    }

    int position(int word) {
        return positions[word];
    }

    boolean capital(int word) {
        return capitals[word];
    }
}
