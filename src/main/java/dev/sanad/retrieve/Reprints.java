package dev.sanad.retrieve;

import dev.sanad.article.ArticleHead;
import dev.sanad.article.ArticleId;
import dev.sanad.article.Passage;
import dev.sanad.article.Sentence;
import dev.sanad.index.Fields;
import dev.sanad.index.PassageDocuments;
import dev.sanad.index.Signature;
import dev.sanad.index.SignatureFields;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** Finds the articles that are one text with another, and whether they have a quotation of it word by word. */
final class Reprints {
    /** Share of their runs of words that two articles have in common to be one text. */
    private static final double ONE_TEXT = 0.4;
    /** Articles that are looked at. */
    private static final int MOST = 200;
    /** Passages of one article that are looked at. */
    private static final int MOST_PASSAGES = 200;

    /** Articles without a date come behind those with one. */
    private static final Comparator<Passage> FIRST_PUBLISHED = Comparator.comparing(
                    (Passage passage) -> String.valueOf(passage.head().published()))
            .thenComparing(Passage::id);

    private final IndexSearcher searcher;

    Reprints(IndexSearcher searcher) {
        this.searcher = searcher;
    }

    /** A copy counts as the original only where it has the quotation in the same characters. */
    Printed of(Passage passage, Sentence sentence) throws IOException {
        String quote = passage.textOf(sentence);
        String words = " " + Signature.words(quote) + " ";
        var holders = new ArrayList<Passage>(List.of(passage));
        for (String article : of(passage.id().article())) {
            for (ScoreDoc found : search(new TermQuery(new Term(Fields.ARTICLE, article)), MOST_PASSAGES)) {
                Passage other = PassageDocuments.passage(document(found));
                if ((" " + Signature.words(other.text()) + " ").contains(words)) {
                    holders.add(other);
                    break;
                }
            }
        }
        holders.sort(FIRST_PUBLISHED);
        Passage first = holders.stream()
                .filter(holder -> holder.equals(passage) || holder.text().contains(quote))
                .findFirst()
                .orElse(passage);
        List<ArticleHead> copies = holders.stream()
                .filter(holder -> !holder.equals(first))
                .map(Passage::head)
                .toList();
        if (first.equals(passage)) {
            return new Printed(passage, sentence, copies);
        }
        int start = first.start() + first.text().indexOf(quote);
        return new Printed(first, new Sentence(start, start + quote.length()), copies);
    }

    /** The other articles that are one text with this one. */
    List<String> of(ArticleId article) throws IOException {
        Query first = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Fields.ARTICLE, article.value())), BooleanClause.Occur.FILTER)
                .add(new TermQuery(new Term(Fields.FIRST, "yes")), BooleanClause.Occur.FILTER)
                .build();
        ScoreDoc[] found = search(first, 1);
        Signature signature = found.length == 0 ? null : signature(found[0]);
        if (signature == null) {
            return List.of();
        }
        Query bands = IntPoint.newSetQuery(Fields.BAND, signature.bands());
        var reprints = new ArrayList<String>();
        for (ScoreDoc one : search(bands, MOST)) {
            Signature other = one.doc == found[0].doc ? null : signature(one);
            if (other != null && signature.similarity(other) >= ONE_TEXT) {
                reprints.add(document(one).get(Fields.ARTICLE));
            }
        }
        return reprints;
    }

    private @Nullable Signature signature(ScoreDoc found) throws IOException {
        return SignatureFields.signature(searcher.getIndexReader(), found.doc);
    }

    private ScoreDoc[] search(Query query, int most) throws IOException {
        return searcher.search(query, most).scoreDocs;
    }

    private Document document(ScoreDoc found) throws IOException {
        return searcher.storedFields().document(found.doc);
    }
}
