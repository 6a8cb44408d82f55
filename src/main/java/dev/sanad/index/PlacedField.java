package dev.sanad.index;

import dev.sanad.index.PassageWords.Placed;
import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Field;
import org.apache.lucene.index.IndexableFieldType;
import org.jspecify.annotations.Nullable;

/** A field of one form of a passage's words. */
final class PlacedField extends Field {
    private final Form form;
    private final List<Placed> placed;

    PlacedField(String name, List<Placed> placed, IndexableFieldType type) {
        super(name, type);
        this.form = Fields.form(name);
        this.placed = placed;
    }

    @Override
    public TokenStream tokenStream(Analyzer analyzer, @Nullable TokenStream used) {
        return PlacedTerms.of(form, placed, used);
    }
}
