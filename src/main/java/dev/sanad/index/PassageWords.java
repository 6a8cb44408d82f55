package dev.sanad.index;

import dev.sanad.article.Passage;
import dev.sanad.article.Sentence;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.apache.lucene.util.BytesRef;

/**
 * The words of a passage, at positions that say where in it they stand: the title has the first {@value #STRIDE}, and each
 * sentence begins at a multiple of it, so that {@code position / STRIDE} is 0 for the title and else grows with the
 * sentences. A word that stands in the title is there twice, which is how much more it weighs than one of the body.
 */
public final class PassageWords {
    public static final int STRIDE = 128;
    private final Analysis analysis;
    private final RememberedForms remembered = new RememberedForms();

    PassageWords(Analysis analysis) {
        this.analysis = analysis;
    }

    /** A word at its place. */
    record Placed(Forms forms, boolean capital, int position) {
        String word() {
            return forms.word();
        }

        /** As {@link Forms#show}; a word with a small letter is no Latin name. */
        boolean show(Form form, BytesRef term) {
            return (form != Form.LATIN_NAME || capital) && forms.show(form, term);
        }
    }

    /** In the order of the text. */
    List<Placed> of(Passage passage) {
        ReadWords words = read(passage);
        Forms[] forms = remembered.of(words);
        var placed = new ArrayList<Placed>(2 * words.count());
        for (int i = 0; i < forms.length; i++) {
            var word = new Placed(forms[i], words.capital(i), words.position(i));
            placed.add(word);
            if (word.position() < STRIDE) {
                placed.add(word);
            }
        }
        return placed;
    }

    private ReadWords read(Passage passage) {
        String title = passage.head().title();
        String text = passage.text();
        var words = new ReadWords(title.length() + text.length());
        analysis.read(
                title,
                (word, start, end, position) ->
                        words.add(word, isCapital(title, start), Math.min(position, STRIDE - 1)));
        var positions = new Positions(passage);
        analysis.read(
                text,
                (word, start, end, position) ->
                        words.add(word, isCapital(text, start), positions.next(start, position)));
        return words;
    }

    private static boolean isCapital(String text, int at) {
        return Character.isUpperCase(text.charAt(at));
    }

    /** Each word once in small letters and once with a capital, for what only says that it is there; a rare one may come again. */
    static List<Placed> distinct(List<Placed> placed) {
        Set<Forms> small = Collections.newSetFromMap(new IdentityHashMap<>(placed.size()));
        Set<Forms> capital = Collections.newSetFromMap(new IdentityHashMap<>());
        var distinct = new ArrayList<Placed>(placed.size());
        for (Placed word : placed) {
            if ((word.capital() ? capital : small).add(word.forms())) {
                distinct.add(word);
            }
        }
        return distinct;
    }

    /** Counts the positions of a passage's words, one after the other. */
    private static final class Positions {
        private final int passageStart;
        private final List<Sentence> sentences;
        private int sentence = -1;
        private int begin = STRIDE;
        private int first;
        private int last = STRIDE - 1;

        Positions(Passage passage) {
            this.passageStart = passage.start();
            this.sentences = passage.sentences();
        }

        /**
         * @param start of the word in the passage, UTF-16 units
         * @param position of the word as the text was read
         */
        int next(int start, int position) {
            boolean next = false;
            while (sentence + 1 < sentences.size()
                    && passageStart + start >= sentences.get(sentence + 1).start()) {
                sentence++;
                next = true;
            }
            if (next) {
                begin = (last / STRIDE + 1) * STRIDE;
                first = position;
            }
            last = begin + position - first;
            return last;
        }
    }
}
