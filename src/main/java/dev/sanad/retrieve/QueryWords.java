package dev.sanad.retrieve;

import dev.sanad.index.Analysis;
import dev.sanad.index.Analysis.Term;
import dev.sanad.index.Form;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a text as words with the terms that each is searched by. Words that only have grammar are not among them. */
public final class QueryWords {
    private final Analysis analysis;

    public QueryWords(Analysis analysis) {
        this.analysis = analysis;
    }

    /** The text's words in order; those that the index does not hold (stop words) are left out. */
    public List<QueryWord> of(String text) {
        Map<Span, Builder> words = new LinkedHashMap<>();
        int lastPosition = -1;
        for (Term term : analysis.words(text)) {
            Builder word = words.computeIfAbsent(new Span(term.start(), term.end()), span -> new Builder());
            if (term.position() == lastPosition) {
                word.joined = term.text();
            } else {
                word.add(term.text());
            }
            lastPosition = term.position();
        }
        return words.entrySet().stream()
                .map(entry -> entry.getValue().build(entry.getKey(), text))
                .toList();
    }

    private record Span(int start, int end) {}

    private static final class Builder {
        private final List<String> exact = new ArrayList<>();
        private final List<String> light = new ArrayList<>();
        private final List<String> truncated = new ArrayList<>();
        private String joined = "";

        void add(String part) {
            exact.add(part);
            light.add(Analysis.form(Form.LIGHT, part));
            truncated.add(Analysis.form(Form.TRUNCATED, part));
        }

        QueryWord build(Span span, String text) {
            String surface = text.substring(span.start(), span.end());
            return new QueryWord(surface, span.start(), span.end(), exact, joined, light, truncated, false);
        }
    }
}
