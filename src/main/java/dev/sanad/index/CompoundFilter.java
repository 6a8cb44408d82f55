package dev.sanad.index;

import dev.sanad.text.Folding;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.AttributeSource.State;

/**
 * Splits a token at its ZWNJs and drops the parts that are affixes (می‌روم → روم, کتاب‌ها → کتاب). Where two or more parts
 * are left, the joined form stands at the first part's position too, and the parts that are function words are left out
 * (هم‌اکنون → اکنون, هماکنون). Every token keeps the surface word's offsets.
 */
final class CompoundFilter extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
    private final Deque<String> pending = new ArrayDeque<>();
    private boolean joinedIsNext;
    private State surface;

    CompoundFilter(TokenStream input) {
        super(input);
        this.surface = captureState();
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        pending.clear();
        joinedIsNext = false;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!pending.isEmpty()) {
            restoreState(surface);
            term.setEmpty().append(pending.poll());
            position.setPositionIncrement(joinedIsNext ? 0 : 1);
            joinedIsNext = false;
            return true;
        }
        if (!input.incrementToken()) {
            return false;
        }
        if (indexOfZwnj() < 0 || cutToOnlyStem()) {
            return true;
        }
        List<String> parts = parts();
        String joined = String.join("", parts);
        List<String> content =
                parts.stream().filter(part -> !PersianWords.STOP.contains(part)).toList();
        if (parts.size() > 1 && !content.isEmpty()) {
            surface = captureState();
            pending.add(joined);
            pending.addAll(content.subList(1, content.size()));
            joinedIsNext = true;
            term.setEmpty().append(content.getFirst());
        } else {
            term.setEmpty().append(joined);
        }
        return true;
    }

    /** Keeps the one part that is no affix, as most compounds have. False, and nothing done, where several are none, or all are. */
    private boolean cutToOnlyStem() {
        char[] letters = term.buffer();
        int stem = -1;
        int stemEnd = -1;
        int start = 0;
        for (int end = 0; end <= term.length(); end++) {
            if (end < term.length() && letters[end] != Folding.ZWNJ) {
                continue;
            }
            if (end > start && !PersianWords.AFFIXES.contains(letters, start, end - start)) {
                if (stem >= 0) {
                    return false;
                }
                stem = start;
                stemEnd = end;
            }
            start = end + 1;
        }
        if (stem >= 0) {
            term.copyBuffer(letters, stem, stemEnd - stem);
        }
        return stem >= 0;
    }

    private int indexOfZwnj() {
        for (int i = 0; i < term.length(); i++) {
            if (term.charAt(i) == Folding.ZWNJ) {
                return i;
            }
        }
        return -1;
    }

    /** The parts that are no affixes; all of them if no other is left. Never empty: a token has a letter. */
    private List<String> parts() {
        var all = new ArrayList<String>();
        var stems = new ArrayList<String>();
        for (String part : term.toString().split(String.valueOf(Folding.ZWNJ))) {
            if (!part.isEmpty()) {
                all.add(part);
                if (!PersianWords.AFFIXES.contains(part)) {
                    stems.add(part);
                }
            }
        }
        return stems.isEmpty() ? all : stems;
    }
}
