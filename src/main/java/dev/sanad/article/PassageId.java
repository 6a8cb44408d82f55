package dev.sanad.article;

/**
 * Names a passage.
 *
 * @param ordinal its place among the passages of its article, from 0
 */
public record PassageId(ArticleId article, int ordinal) implements Comparable<PassageId> {
    @Override
    public int compareTo(PassageId other) {
        int byArticle = article.compareTo(other.article);
        return byArticle != 0 ? byArticle : Integer.compare(ordinal, other.ordinal);
    }

    @Override
    public String toString() {
        return article + "#" + ordinal;
    }
}
