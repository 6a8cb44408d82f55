package dev.sanad.retrieve;

import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** The query that finds the passages worth a closer look: BM25 over each word's readings, the best reading counting. */
final class Candidates {
    private Candidates() {}

    static Query query(List<SearchedWord> words) {
        var query = new BooleanQuery.Builder();
        for (SearchedWord word : words) {
            List<Query> readings = readings(word);
            if (readings.size() == 1) {
                query.add(readings.getFirst(), Occur.SHOULD);
            } else if (!readings.isEmpty()) {
                query.add(new DisjunctionMaxQuery(readings, 0), Occur.SHOULD);
            }
        }
        return query.build();
    }

    /** A cut word finds too much to be searched for where the whole one stands somewhere. */
    private static List<Query> readings(SearchedWord word) {
        boolean whole = word.readings().stream().anyMatch(reading -> !isCut(reading));
        var queries = new ArrayList<Query>();
        for (Reading reading : word.readings()) {
            if (!whole || !isCut(reading)) {
                Query query = allOf(reading.terms());
                queries.add(reading.certainty() == 1 ? query : new BoostQuery(query, (float) reading.certainty()));
            }
        }
        return queries;
    }

    private static boolean isCut(Reading reading) {
        return reading.certainty() <= Readings.CUT;
    }

    private static Query allOf(List<Term> terms) {
        if (terms.size() == 1) {
            return new TermQuery(terms.getFirst());
        }
        var sum = new BooleanQuery.Builder();
        terms.forEach(term -> sum.add(new TermQuery(term), Occur.SHOULD));
        return sum.build();
    }
}
