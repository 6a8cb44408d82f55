package dev.sanad.article;

/**
 * Names an article within its archive: the id that the article gives itself, else its path within its source.
 *
 * @param value not blank, without control characters, at most {@value #MAX_LENGTH} UTF-16 units
 */
public record ArticleId(String value) implements Comparable<ArticleId> {
    public static final int MAX_LENGTH = 1024;

    public ArticleId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("an article's id must not be blank");
        }
        if (value.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("an article's id has at most " + MAX_LENGTH + " characters");
        }
        if (value.codePoints().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("an article's id must not hold control characters");
        }
    }

    @Override
    public int compareTo(ArticleId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
