package dev.sanad.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.index.Fields;
import dev.sanad.index.PassageVectors;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TermStates;
import org.apache.lucene.search.DocIdSetIterator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TermDictionaryTest {
    private static final Term RAIN = new Term(Fields.LIGHT, "باران");
    private static final Term SNOW = new Term(Fields.LIGHT, "برف");
    private static final Term BEGINNING = new Term(Fields.TRUNCATED, "کتاب");
    private static final Term NOWHERE = new Term(Fields.LIGHT, "تگرگ");
    private static final Term NO_FIELD = new Term("nothing", "باران");

    @TempDir
    Path folder;

    /** Three segments: what is committed apart is not merged at this size. */
    @BeforeEach
    void write() throws IOException {
        for (String text : List.of("باران و برف. باران.", "برف. کتابخانه.", "باران.")) {
            SmallIndex.write(folder, PassageVectors.NONE, List.of(SmallIndex.article("a" + text.length(), "", text)));
        }
    }

    private static List<Integer> documents(SmallIndex index, TermDictionary dictionary, Term term) throws IOException {
        var found = new ArrayList<Integer>();
        for (LeafReaderContext segment : index.searcher().getIndexReader().leaves()) {
            PostingsEnum postings = dictionary.postings(segment, term, PostingsEnum.NONE);
            while (postings != null && postings.nextDoc() != DocIdSetIterator.NO_MORE_DOCS) {
                found.add(segment.docBase + postings.docID());
            }
        }
        return found;
    }

    @Test
    void aTermStandsWhereLuceneSaysItDoes() throws IOException {
        try (var index = SmallIndex.open(folder)) {
            assertThat(index.searcher().getIndexReader().leaves()).hasSize(3);
            var dictionary = new TermDictionary(index.searcher());
            for (Term term : List.of(SNOW, RAIN, NOWHERE, BEGINNING, NO_FIELD, SNOW)) {
                TermStates expected = TermStates.build(index.searcher(), term, true);
                TermStates states = dictionary.states(term);

                assertThat(states.docFreq()).as(term.toString()).isEqualTo(expected.docFreq());
                assertThat(states.totalTermFreq()).as(term.toString()).isEqualTo(expected.totalTermFreq());
                assertThat(states.wasBuiltFor(index.searcher().getTopReaderContext()))
                        .isTrue();
            }
        }
    }

    @Test
    void postingsAreReadOneAfterTheOther() throws IOException {
        try (var index = SmallIndex.open(folder)) {
            var dictionary = new TermDictionary(index.searcher());

            assertThat(documents(index, dictionary, RAIN)).containsExactly(0, 2);
            assertThat(documents(index, dictionary, SNOW)).containsExactly(0, 1);
            assertThat(documents(index, dictionary, BEGINNING)).containsExactly(1);
            assertThat(documents(index, dictionary, NOWHERE)).isEmpty();
            assertThat(documents(index, dictionary, RAIN)).containsExactly(0, 2);
        }
    }
}
