package dev.sanad.answer;

import dev.sanad.index.Analysis;
import dev.sanad.index.Analysis.Term;
import dev.sanad.index.Form;
import dev.sanad.retrieve.QueryWord;
import java.util.HashSet;
import java.util.Set;

/** The words of one text, exact and stemmed, joined forms among them. */
record Terms(Set<String> words) {
    static Terms of(Analysis analysis, String text) {
        Set<String> words = new HashSet<>();
        for (Term word : analysis.words(text)) {
            words.add(word.text());
            words.add(Analysis.form(Form.LIGHT, word.text()));
        }
        return new Terms(words);
    }

    boolean has(QueryWord word) {
        return (!word.joined().isEmpty() && words.contains(word.joined()))
                || (!word.light().isEmpty() && words.containsAll(word.light()));
    }
}
