package dev.sanad.index;

import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Cuts words in Arabic script to their first letters; numbers and other scripts pass unchanged. */
final class TruncateArabicFilter extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final int length;

    TruncateArabicFilter(TokenStream input, int length) {
        super(input);
        this.length = length;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        if (term.length() > length && Character.UnicodeScript.of(term.charAt(0)) == Character.UnicodeScript.ARABIC) {
            term.setLength(length);
        }
        return true;
    }
}
