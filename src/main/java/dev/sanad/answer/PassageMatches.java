package dev.sanad.answer;

import dev.sanad.article.Passage;
import dev.sanad.index.Analysis;
import dev.sanad.index.Analysis.Term;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Where a passage and its title have the words of one question. */
final class PassageMatches {
    private final QuestionParts question;
    private final Passage passage;
    private final double[] title;
    /** By sentence, then by word. */
    private final double[][] sentences;

    private final List<List<MatchedWord>> words = new ArrayList<>();

    /**
     * A word of a sentence that means something by itself.
     *
     * @param text folded, as the index has it
     * @param start in its sentence, UTF-16 units
     * @param asked whether it is a word of the question, or may be
     */
    record MatchedWord(String text, int start, int end, boolean capital, boolean asked) {}

    PassageMatches(Analysis analysis, QuestionParts question, Passage passage) {
        this.question = question;
        this.passage = passage;
        String heading = passage.head().title();
        var inTitle = new BitSet();
        for (Term term : analysis.words(heading)) {
            question.of(term.text(), isCapital(heading, term)).forEach(inTitle::set);
        }
        this.title = certainties(inTitle);
        this.sentences = new double[passage.sentences().size()][];
        var found = new ArrayList<BitSet>();
        for (int i = 0; i < sentences.length; i++) {
            found.add(new BitSet());
            words.add(new ArrayList<>());
        }
        int at = 0;
        for (Term term : analysis.words(passage.text())) {
            while (at + 1 < sentences.length
                    && passage.start() + term.start()
                            >= passage.sentences().get(at + 1).start()) {
                at++;
            }
            int offset = passage.sentences().get(at).start() - passage.start();
            // a word may reach over the end of its sentence: «v2.The»
            int end = Math.min(term.end() - offset, passage.sentences().get(at).length());
            boolean capital = isCapital(passage.text(), term);
            List<Integer> parts = question.of(term.text(), capital);
            parts.forEach(found.get(at)::set);
            words.get(at)
                    .add(new MatchedWord(
                            term.text(), Math.max(0, term.start() - offset), end, capital, !parts.isEmpty()));
        }
        for (int i = 0; i < sentences.length; i++) {
            sentences[i] = certainties(found.get(i));
        }
    }

    private static boolean isCapital(String text, Term term) {
        return Character.isUpperCase(text.charAt(term.start()));
    }

    private double[] certainties(BitSet parts) {
        double[] certainties = new double[question.words().size()];
        for (int w = 0; w < certainties.length; w++) {
            certainties[w] = question.certainty(w, parts);
        }
        return certainties;
    }

    Passage passage() {
        return passage;
    }

    String text(int sentence) {
        return passage.textOf(passage.sentences().get(sentence));
    }

    /** The sentence's words, in order. */
    List<MatchedWord> words(int sentence) {
        return words.get(sentence);
    }

    QuestionParts question() {
        return question;
    }

    /** 0 to 1: how surely the sentence has a word of the question; 0 where the passage has no such sentence. */
    double certainty(int sentence, int word) {
        return sentence < 0 || sentence >= sentences.length ? 0 : sentences[sentence][word];
    }

    double certaintyInTitle(int word) {
        return title[word];
    }

    /** Of the sentence that is surest of it. */
    double certaintyAnywhere(int word) {
        double best = title[word];
        for (double[] sentence : sentences) {
            best = Math.max(best, sentence[word]);
        }
        return best;
    }
}
