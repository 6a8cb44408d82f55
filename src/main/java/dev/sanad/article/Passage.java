package dev.sanad.article;

import java.util.List;

/**
 * A run of whole sentences of one article.
 *
 * @param start where {@code text} begins in the article's text, UTF-16 units
 * @param sentences in order, offsets in the article's text
 */
public record Passage(PassageId id, ArticleHead head, int start, String text, List<Sentence> sentences) {
    public Passage {
        sentences = List.copyOf(sentences);
        if (sentences.isEmpty()) {
            throw new IllegalArgumentException("a passage has at least one sentence");
        }
        if (sentences.getFirst().start() < start || sentences.getLast().end() > start + text.length()) {
            throw new IllegalArgumentException("the sentences of " + id + " reach beyond its text");
        }
    }

    /** The sentence's characters, exactly as the article has them. */
    public String textOf(Sentence sentence) {
        return text.substring(sentence.start() - start, sentence.end() - start);
    }
}
