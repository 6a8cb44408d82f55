package dev.sanad.retrieve;

import dev.sanad.index.Fields;
import java.util.List;
import org.apache.lucene.index.Term;

/**
 * One way in which a question's word may stand in an article: as it is, cut, in the other script, translated.
 *
 * @param terms that make up the word, all of them
 * @param certainty 0 to 1 that these terms are that word
 * @param asOne whether it is several parts as one term; a passage that joins the parts by a ZWNJ has that term beside them
 */
record Reading(List<Term> terms, double certainty, boolean asOne) {
    Reading(List<Term> terms, double certainty) {
        this(terms, certainty, false);
    }

    Reading {
        terms = List.copyOf(terms);
        if (terms.isEmpty() || !(certainty > 0 && certainty <= 1)) {
            throw new IllegalArgumentException("a reading has terms and a certainty above 0, at most 1");
        }
    }

    /** Whether it is only the beginning of the word. */
    boolean isCut() {
        return certainty <= Readings.CUT;
    }

    FoundWord.Way way() {
        return new FoundWord.Way(terms.stream().map(Reading::part).toList(), certainty);
    }

    private static FoundWord.Part part(Term term) {
        return new FoundWord.Part(Fields.form(term.field()), term.text());
    }
}
