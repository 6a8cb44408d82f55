package dev.sanad.index;

import dev.sanad.text.Folding;
import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** {@link Folding} and {@link Spellings} on every token; one that folds to nothing is removed. */
final class FoldingFilter extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    FoldingFilter(TokenStream input) {
        super(input);
    }

    @Override
    public boolean incrementToken() throws IOException {
        while (input.incrementToken()) {
            char[] buffer = term.buffer();
            int kept = 0;
            for (int i = 0; i < term.length(); i++) {
                char c = Folding.fold(buffer[i]);
                if (c != 0 && c != '٬' && c != ',') {
                    buffer[kept++] = c;
                }
            }
            while (kept > 0 && buffer[kept - 1] == Folding.ZWNJ) {
                kept--;
            }
            if (kept > 0) {
                term.setLength(kept);
                Spellings.unify(term);
                return true;
            }
        }
        return false;
    }
}
