package dev.sanad.retrieve;

import dev.sanad.article.Passage;
import dev.sanad.index.Analysis;
import dev.sanad.index.Fields;
import dev.sanad.index.Form;
import dev.sanad.index.PassageDocuments;
import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.jspecify.annotations.Nullable;

/** Finds in one index the word that was meant by one that it lacks, as an article writes it. */
final class Spelling {
    private static final int SHORTEST = 4;
    /** Looking for what is like a word takes time by its length, and no word that anyone mistypes is longer. */
    private static final int LONGEST = 32;

    private static final float LIKE = 0.6f;
    private final IndexSearcher searcher;
    private final Analysis analysis;
    private final DirectSpellChecker checker = new DirectSpellChecker();

    Spelling(IndexSearcher searcher, Analysis analysis) {
        this.searcher = searcher;
        this.analysis = analysis;
        checker.setMinQueryLength(SHORTEST);
        checker.setMinPrefix(1);
        checker.setAccuracy(LIKE);
    }

    /** Null when the index has nothing like it. */
    @Nullable String of(QueryWord word) throws IOException {
        String typed = word.joined().isEmpty() ? word.exact().getFirst() : word.joined();
        String stem = typedInTheOtherLayout(typed);
        if (stem == null && typed.length() <= LONGEST) {
            stem = similar(Analysis.form(Form.LIGHT, typed));
        }
        return stem == null ? null : asWritten(stem);
    }

    private @Nullable String typedInTheOtherLayout(String typed) throws IOException {
        String other = typed.length() < SHORTEST ? null : KeyboardLayout.other(typed);
        String stem = other == null ? null : Analysis.form(Form.LIGHT, other);
        return stem != null && searcher.getIndexReader().docFreq(new Term(Fields.LIGHT, stem)) > 0 ? stem : null;
    }

    private @Nullable String similar(String stem) throws IOException {
        IndexReader reader = searcher.getIndexReader();
        SuggestWord[] suggestions =
                checker.suggestSimilar(new Term(Fields.LIGHT, stem), 1, reader, SuggestMode.SUGGEST_WHEN_NOT_IN_INDEX);
        return suggestions.length == 0 ? null : suggestions[0].string;
    }

    /** The word of the first passage that has the stem; removed articles have none. */
    private @Nullable String asWritten(String stem) throws IOException {
        ScoreDoc[] hits = searcher.search(new TermQuery(new Term(Fields.LIGHT, stem)), 1).scoreDocs;
        if (hits.length == 0) {
            return null;
        }
        Passage passage = PassageDocuments.passage(searcher.storedFields().document(hits[0].doc));
        String title = asWritten(stem, passage.head().title());
        return title == null ? asWritten(stem, passage.text()) : title;
    }

    private @Nullable String asWritten(String stem, String text) {
        return analysis.words(text).stream()
                .filter(word -> Analysis.form(Form.LIGHT, word.text()).equals(stem))
                .map(word -> text.substring(word.start(), word.end()))
                .findFirst()
                .orElse(null);
    }
}
