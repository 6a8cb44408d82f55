package dev.sanad.index;

import dev.sanad.article.Passage;
import dev.sanad.article.Sentence;
import dev.sanad.index.Analysis.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The words of a passage, at positions that say where in it they stand: the title has the first {@value #STRIDE}, and each
 * sentence begins at a multiple of it, so that {@code position / STRIDE} is 0 for the title and else grows with the
 * sentences. A word that stands in the title is there twice, which is how much more it weighs than one of the body.
 */
public final class PassageWords {
    public static final int STRIDE = 128;
    private static final int MOST_REMEMBERED = 20_000;
    private final Analysis analysis;
    /** Most words of a language are few, so their forms are made once. */
    private final Map<String, Forms> remembered = new ConcurrentHashMap<>();

    PassageWords(Analysis analysis) {
        this.analysis = analysis;
    }

    /** A word at its place. */
    record Placed(Forms forms, boolean capital, int position) {
        String word() {
            return forms.exact();
        }

        /** Null where the word has no such form. */
        @Nullable BytesRef form(Form form) {
            return forms.of(form, capital);
        }
    }

    List<Placed> of(Passage passage) {
        var placed = new ArrayList<Placed>();
        String title = passage.head().title();
        for (Term term : analysis.words(title)) {
            var word = placed(term, title, Math.min(term.position(), STRIDE - 1));
            placed.add(word);
            placed.add(word);
        }
        int sentence = -1;
        int begin = STRIDE;
        int first = 0;
        int last = STRIDE - 1;
        List<Sentence> sentences = passage.sentences();
        for (Term term : analysis.words(passage.text())) {
            boolean next = false;
            while (sentence + 1 < sentences.size()
                    && passage.start() + term.start()
                            >= sentences.get(sentence + 1).start()) {
                sentence++;
                next = true;
            }
            if (next) {
                begin = (last / STRIDE + 1) * STRIDE;
                first = term.position();
            }
            last = begin + term.position() - first;
            placed.add(placed(term, passage.text(), last));
        }
        return placed;
    }

    private Placed placed(Term term, String text, int position) {
        return new Placed(forms(term.text()), Character.isUpperCase(text.charAt(term.start())), position);
    }

    private Forms forms(String word) {
        Forms known = remembered.get(word);
        if (known != null) {
            return known;
        }
        Forms made = Forms.of(word);
        // the frequent words come early; the rare ones would only crowd them out
        if (remembered.size() < MOST_REMEMBERED) {
            remembered.put(word, made);
        }
        return made;
    }
}
