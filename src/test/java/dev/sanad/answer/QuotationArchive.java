package dev.sanad.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.article.Article;
import dev.sanad.article.ArticleId;
import dev.sanad.index.Analysis;
import dev.sanad.index.IndexFolders;
import dev.sanad.ingest.ArchiveWriter;
import dev.sanad.ingest.ArticleReaders;
import dev.sanad.ingest.Progress;
import dev.sanad.retrieve.ArchiveSearcher;
import dev.sanad.retrieve.Ranking;
import dev.sanad.store.ArticleStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;

/** A folder of articles, indexed and stored, in which quotations are looked up. */
final class QuotationArchive {
    private static final ZoneId ZONE = ZoneId.of("Asia/Tehran");
    private final ArticleStore store;
    private final QuotationFinder finder;

    QuotationArchive(Path archive, Path source) throws IOException {
        var analysis = new Analysis();
        try (ArchiveWriter writer =
                Objects.requireNonNull(ArchiveWriter.tryOpen(archive, analysis, new ArticleReaders(ZONE)))) {
            assertThat(writer.synchronise(List.of(source), Progress.SILENT).failures())
                    .isEmpty();
            this.store = new ArticleStore(writer.database());
        }
        var searcher = ArchiveSearcher.open(new IndexFolders(archive).searchable());
        this.finder = new QuotationFinder(
                analysis, searcher.retriever(analysis, ZONE, Ranking.fitted(), null, null), store, ZONE);
    }

    Verification find(String quotation) {
        return finder.find(quotation);
    }

    Article article(String id) {
        return Objects.requireNonNull(store.find(new ArticleId(id)), id);
    }

    void assertQuotesTheStoredText(QuotationMatch match) {
        String text = article(match.article().id().value()).text();
        assertThat(text.substring(match.start(), match.end())).isEqualTo(match.quote());
        for (Difference difference : match.differences()) {
            assertThat(text.substring(difference.start(), difference.end())).isEqualTo(difference.found());
        }
    }
}
