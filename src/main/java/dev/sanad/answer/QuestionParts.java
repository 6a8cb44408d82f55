package dev.sanad.answer;

import dev.sanad.index.Analysis;
import dev.sanad.index.Form;
import dev.sanad.retrieve.FoundWord;
import dev.sanad.retrieve.FoundWord.Part;
import dev.sanad.retrieve.FoundWord.Way;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The words of one question, taken apart into what a text may have of them. */
final class QuestionParts {
    private final List<FoundWord> words;
    private final Map<Part, Integer> numbers = new HashMap<>();
    private final Set<Form> forms = EnumSet.noneOf(Form.class);
    private final double total;

    QuestionParts(List<FoundWord> words) {
        this.words = List.copyOf(words);
        this.total = words.stream().mapToDouble(FoundWord::weight).sum();
        for (FoundWord word : words) {
            for (Way way : word.ways()) {
                for (Part part : way.parts()) {
                    numbers.putIfAbsent(part, numbers.size());
                    forms.add(part.form());
                }
            }
        }
    }

    List<FoundWord> words() {
        return words;
    }

    /** The sum of the words' weights. */
    double total() {
        return total;
    }

    /**
     * The numbers of the parts that a word of a text is.
     *
     * @param word as {@link Analysis#words} gives it
     * @param capital whether its text writes it with a capital
     */
    List<Integer> of(String word, boolean capital) {
        var found = new ArrayList<Integer>();
        for (Form form : forms) {
            String made = Analysis.formOrNull(form, word, capital);
            Integer number = made == null ? null : numbers.get(new Part(form, made));
            if (number != null) {
                found.add(number);
            }
        }
        return found;
    }

    /**
     * 0 to 1: how surely a text has a word of the question.
     *
     * @param word its place among the words
     * @param parts the numbers of those that the text has
     */
    double certainty(int word, BitSet parts) {
        double best = 0;
        for (Way way : words.get(word).ways()) {
            int held = 0;
            for (Part part : way.parts()) {
                held += parts.get(numbers.getOrDefault(part, numbers.size())) ? 1 : 0;
            }
            best = Math.max(best, way.certainty() * held / way.parts().size());
        }
        return best;
    }
}
