package dev.sanad.answer;

import dev.sanad.article.Passage;
import dev.sanad.index.Analysis;
import dev.sanad.index.Analysis.Term;
import dev.sanad.index.Form;
import dev.sanad.retrieve.QueryWord;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The terms of a passage's sentences and of its title, as the index has them. */
final class PassageTerms {
    private static final double TRUNCATED_MATCH = 0.6;
    private final List<Terms> sentences;
    private final Terms title;

    /**
     * Terms of one text.
     *
     * @param whole exact and stemmed terms, joined forms among them
     * @param truncated cut to four letters
     */
    record Terms(Set<String> whole, Set<String> truncated) {
        static Terms of(Analysis analysis, String text) {
            var terms = new Terms(new HashSet<>(), new HashSet<>());
            analysis.words(text).forEach(terms::add);
            return terms;
        }

        void add(Term word) {
            whole.add(word.text());
            whole.add(Analysis.form(Form.LIGHT, word.text()));
            truncated.add(Analysis.form(Form.TRUNCATED, word.text()));
        }

        /** 0 to 1: how surely the word stands here. */
        double match(QueryWord word) {
            if (!word.joined().isEmpty() && whole.contains(word.joined())) {
                return 1;
            }
            double sum = 0;
            for (int i = 0; i < word.light().size(); i++) {
                boolean cut = i < word.truncated().size()
                        && truncated.contains(word.truncated().get(i));
                sum += whole.contains(word.light().get(i)) ? 1 : cut ? TRUNCATED_MATCH : 0;
            }
            return word.light().isEmpty() ? 0 : sum / word.light().size();
        }
    }

    private PassageTerms(List<Terms> sentences, Terms title) {
        this.sentences = sentences;
        this.title = title;
    }

    static PassageTerms of(Analysis analysis, Passage passage) {
        var sentences = new ArrayList<Terms>();
        passage.sentences().forEach(sentence -> sentences.add(new Terms(new HashSet<>(), new HashSet<>())));
        int at = 0;
        for (Term word : analysis.words(passage.text())) {
            while (at + 1 < sentences.size()
                    && passage.start() + word.start()
                            >= passage.sentences().get(at + 1).start()) {
                at++;
            }
            sentences.get(at).add(word);
        }
        return new PassageTerms(sentences, Terms.of(analysis, passage.head().title()));
    }

    /** How surely the word stands in the passage or its title. */
    double match(QueryWord word) {
        double best = title.match(word);
        for (Terms sentence : sentences) {
            best = Math.max(best, sentence.match(word));
        }
        return best;
    }

    double match(QueryWord word, int sentence) {
        return sentences.get(sentence).match(word);
    }

    double matchInTitle(QueryWord word) {
        return title.match(word);
    }
}
