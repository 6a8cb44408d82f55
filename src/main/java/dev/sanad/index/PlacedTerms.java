package dev.sanad.index;

import dev.sanad.index.PassageWords.Placed;
import java.util.List;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.util.BytesRef;

/** One form of a passage's words as Lucene takes them, without reading the text again. */
final class PlacedTerms extends TokenStream {
    private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final Form form;
    private final List<Placed> placed;
    private int next;
    private int position;

    PlacedTerms(Form form, List<Placed> placed) {
        this.form = form;
        this.placed = placed;
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
            BytesRef made = word.form(form);
            if (made != null && !isSaidAgain(word)) {
                // both attributes are set; those that Lucene adds keep their defaults
                term.setBytesRef(made);
                increment.setPositionIncrement(word.position() - position);
                position = word.position();
                return true;
            }
        }
        return false;
    }

    /** A word of the title counts twice where words are counted. */
    private boolean isSaidAgain(Placed word) {
        if (form == Form.LIGHT || next < 2) {
            return false;
        }
        Placed before = placed.get(next - 2);
        return before.position() == word.position() && before.word().equals(word.word());
    }
}
