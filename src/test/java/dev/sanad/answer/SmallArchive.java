package dev.sanad.answer;

import dev.sanad.article.Article;
import dev.sanad.index.Analysis;
import dev.sanad.index.LucenePassageIndex;
import dev.sanad.retrieve.ArchiveSearcher;
import dev.sanad.retrieve.QueryPlanner;
import dev.sanad.retrieve.Ranking;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Some articles in a real index, asked one question, which is answered from them however unsure that is. */
final class SmallArchive {
    private SmallArchive() {}

    static Response ask(Path folder, List<Article> articles, String question) throws IOException, InterruptedException {
        var analysis = new Analysis();
        try (LucenePassageIndex index = LucenePassageIndex.open(folder, analysis)) {
            index.update(articles, List.of());
            index.commit(1);
        }
        try (ArchiveSearcher searcher = ArchiveSearcher.open(folder)) {
            var answerer = new DefaultAnswerer(
                    new QueryPlanner(analysis),
                    searcher.retriever(analysis, SeedArchive.ZONE, Ranking.fitted(), null, null),
                    new ExtractiveComposer(analysis, 3),
                    null,
                    0);
            return answerer.answer(SeedArchive.question(question), (claim, added) -> {});
        }
    }
}
