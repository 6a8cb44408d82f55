package dev.sanad.retrieve;

import dev.sanad.index.Analysis;
import dev.sanad.index.Analysis.Term;
import dev.sanad.index.Fields;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Reads a text as words, each with its terms in every searched field. Words that only have grammar are not among them. */
public final class QueryWords {
    private final Analysis analysis;

    public QueryWords(Analysis analysis) {
        this.analysis = analysis;
    }

    /** The text's words in order; those that the index does not hold (stop words) are left out. */
    public List<QueryWord> of(String text) {
        return bySurface(text).entrySet().stream()
                .map(entry -> entry.getValue().build(entry.getKey(), text))
                .toList();
    }

    private record Span(int start, int end) {}

    private Map<Span, Builder> bySurface(String text) {
        Map<Span, Builder> words = new LinkedHashMap<>();
        int lastPosition = -1;
        for (Term term : analysis.terms(Fields.EXACT, text)) {
            Builder word = builder(words, term);
            if (term.position() == lastPosition) {
                word.joined = term.text();
            } else {
                word.exact.add(term.text());
            }
            lastPosition = term.position();
        }
        collect(words, analysis.terms(Fields.LIGHT, text), word -> word.light);
        collect(words, analysis.terms(Fields.TRUNCATED, text), word -> word.truncated);
        for (Term term : analysis.terms(Fields.ENGLISH, text)) {
            Builder word = words.get(new Span(term.start(), term.end()));
            if (word != null) {
                word.english.add(term.text());
            }
        }
        return words;
    }

    private static void collect(Map<Span, Builder> words, List<Term> terms, Function<Builder, List<String>> list) {
        int lastPosition = -1;
        for (Term term : terms) {
            if (term.position() != lastPosition) {
                list.apply(builder(words, term)).add(term.text());
            }
            lastPosition = term.position();
        }
    }

    private static Builder builder(Map<Span, Builder> words, Term term) {
        return words.computeIfAbsent(new Span(term.start(), term.end()), span -> new Builder());
    }

    private static final class Builder {
        private final List<String> exact = new ArrayList<>();
        private final List<String> light = new ArrayList<>();
        private final List<String> truncated = new ArrayList<>();
        private final List<String> english = new ArrayList<>();
        private String joined = "";

        QueryWord build(Span span, String text) {
            String surface = text.substring(span.start(), span.end());
            return new QueryWord(surface, span.start(), span.end(), exact, joined, light, truncated, english);
        }
    }
}
