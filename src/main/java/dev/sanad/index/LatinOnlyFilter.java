package dev.sanad.index;

import java.io.IOException;
import org.apache.lucene.analysis.FilteringTokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Keeps the tokens that begin with a Latin letter. */
final class LatinOnlyFilter extends FilteringTokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);

    LatinOnlyFilter(TokenStream input) {
        super(input);
    }

    @Override
    protected boolean accept() throws IOException {
        return term.length() > 0 && Character.UnicodeScript.of(term.charAt(0)) == Character.UnicodeScript.LATIN;
    }
}
