package dev.sanad.answer;

import dev.sanad.index.Analysis;
import dev.sanad.index.Form;
import dev.sanad.retrieve.QueryPlan.Expects;
import java.math.BigDecimal;
import java.util.Set;

/** What a sentence answers with: so many of something, a day, or a name. */
sealed interface Fact {
    /** Whether both are of one kind, and of one thing as far as their sentences tell, and cannot both be right. */
    boolean contradicts(Fact other);

    /** Whether a text has it. */
    boolean isIn(Facts text);

    /** Whether a text may have it: one that has a part of a name often means the whole. */
    default boolean touches(Facts text) {
        return isIn(text);
    }

    /**
     * So many of something.
     *
     * @param counted the unit, else the word behind the number, stemmed; empty for none
     * @param roughly whether the sentence itself says that the number is about right
     */
    record Count(BigDecimal number, String counted, boolean roughly) implements Fact {
        /** Greater numbers are often told rounded. */
        private static final BigDecimal LARGE = BigDecimal.valueOf(1000);

        private static final BigDecimal ROUGH = new BigDecimal("0.1");
        private static final BigDecimal ROUNDED = new BigDecimal("0.02");

        @Override
        public boolean contradicts(Fact other) {
            return other instanceof Count count
                    && !counted.isEmpty()
                    && counted.equals(count.counted)
                    && !isNear(count);
        }

        private boolean isNear(Count other) {
            BigDecimal greater = number.abs().max(other.number.abs());
            BigDecimal slack =
                    roughly || other.roughly ? ROUGH : greater.compareTo(LARGE) >= 0 ? ROUNDED : BigDecimal.ZERO;
            return number.subtract(other.number).abs().compareTo(greater.multiply(slack)) <= 0;
        }

        @Override
        public boolean isIn(Facts text) {
            return text.numbers().stream().anyMatch(one -> one.compareTo(number) == 0);
        }
    }

    record Day(QuotedDate date) implements Fact {
        @Override
        public boolean contradicts(Fact other) {
            return other instanceof Day day && !date.supports(day.date.mention()) && !day.date.supports(date.mention());
        }

        @Override
        public boolean isIn(Facts text) {
            return text.dates().stream().anyMatch(one -> one.supports(date.mention()));
        }
    }

    /**
     * A person or a place. Persian does not mark names, so two are held against each other only where they stand beside the
     * same word of the question.
     *
     * @param words its words, stemmed
     * @param beside the words of the question that it stands behind, and before, stemmed and marked with the side
     */
    record Name(Expects kind, Set<String> words, Set<String> beside) implements Fact {
        @Override
        public boolean contradicts(Fact other) {
            return other instanceof Name name
                    && kind == name.kind
                    && beside.stream().anyMatch(name.beside::contains)
                    && words.stream().noneMatch(word -> name.words.stream().anyMatch(one -> mayBeOne(word, one)));
        }

        @Override
        public boolean isIn(Facts text) {
            return text.words().containsAll(words);
        }

        @Override
        public boolean touches(Facts text) {
            return words.stream().anyMatch(text.words()::contains);
        }

        /** Two spellings of one name have the same beginning, or the same consonants. */
        private static boolean mayBeOne(String word, String other) {
            String skeleton = Analysis.skeleton(word);
            return Analysis.form(Form.TRUNCATED, word).equals(Analysis.form(Form.TRUNCATED, other))
                    || (skeleton != null && skeleton.equals(Analysis.skeleton(other)));
        }
    }
}
