package dev.sanad.index;

import dev.sanad.article.Article;
import dev.sanad.article.ArticleId;
import java.io.IOException;
import java.util.List;

/** Passages of an archive, made from its database and always able to be made again. One process writes. */
public interface PassageIndex extends AutoCloseable {
    /** The database's revision that the last commit holds; 0 for an empty index. */
    long revision();

    /** Replaces all passages of the changed articles and removes those of the removed ones. Seen after {@link #commit}. */
    void update(List<Article> changed, List<ArticleId> removed) throws IOException;

    /** Makes all updates since the last commit visible and durable, at once. */
    void commit(long revision) throws IOException;

    @Override
    void close() throws IOException;
}
