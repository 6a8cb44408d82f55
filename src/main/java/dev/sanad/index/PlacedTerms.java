package dev.sanad.index;

import dev.sanad.index.PassageWords.Placed;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** One form of a passage's words as Lucene takes them, without reading the text again. */
final class PlacedTerms extends TokenStream {
    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final BytesRef shown = new BytesRef();
    private final Form form;
    private List<Placed> placed;
    private int next;
    private int position;

    private PlacedTerms(Form form, List<Placed> placed) {
        this.form = form;
        this.placed = placed;
    }

    /**
     * One form of some words.
     *
     * @param used a stream that is not needed any more, to be used again: that costs less than another; null for none
     */
    static PlacedTerms of(Form form, List<Placed> placed, @Nullable TokenStream used) {
        if (used instanceof PlacedTerms terms && terms.form == form) {
            terms.placed = placed;
            return terms;
        }
        return new PlacedTerms(form, placed);
    }

    @Override
    public void reset() {
        next = 0;
        position = -1;
    }

    @Override
    public boolean incrementToken() {
        while (next < placed.size()) {
            Placed word = placed.get(next++);
            if (word.show(form, shown)) {
                // both attributes are set; those that Lucene adds keep their defaults
                term.setBytesRef(shown);
                increment.setPositionIncrement(word.position() - position);
                position = word.position();
                return true;
            }
        }
        return false;
    }
}
