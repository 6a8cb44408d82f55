package dev.sanad.index;

import dev.sanad.article.Article;
import dev.sanad.article.Passage;
import dev.sanad.article.PassageId;
import dev.sanad.article.Sentence;
import dev.sanad.text.SentenceSplitter;
import java.util.ArrayList;
import java.util.List;

/**
 * Cuts an article into passages: runs of whole sentences of at most {@value #LONGEST} units, or one longer sentence. A
 * passage begins with the last sentence of the one before it, so that a sentence is found with what it leans on.
 */
public final class Segmenter {
    public static final int LONGEST = 900;
    private final SentenceSplitter splitter = new SentenceSplitter();

    /** In order; every sentence of the article is in one passage at least. Empty for a text without words. */
    public List<Passage> passages(Article article) {
        List<Sentence> sentences = splitter.split(article.text());
        var passages = new ArrayList<Passage>();
        int first = 0;
        while (first < sentences.size()) {
            int last = first;
            int start = sentences.get(first).start();
            while (last + 1 < sentences.size() && sentences.get(last + 1).end() - start <= LONGEST) {
                last++;
            }
            passages.add(passage(article, passages.size(), sentences.subList(first, last + 1)));
            boolean overlaps = last > first
                    && last + 1 < sentences.size()
                    && sentences.get(last + 1).end() - sentences.get(last).start() <= LONGEST;
            first = overlaps ? last : last + 1;
        }
        return passages;
    }

    private static Passage passage(Article article, int ordinal, List<Sentence> sentences) {
        int start = sentences.getFirst().start();
        String text = article.text().substring(start, sentences.getLast().end());
        return new Passage(new PassageId(article.id(), ordinal), article.head(), start, text, sentences);
    }
}
