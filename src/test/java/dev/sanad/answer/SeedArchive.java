package dev.sanad.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.article.Article;
import dev.sanad.config.Settings.CheckMode;
import dev.sanad.index.Analysis;
import dev.sanad.index.LucenePassageIndex;
import dev.sanad.ingest.ArticleReaders;
import dev.sanad.ingest.SourceFiles;
import dev.sanad.ingest.SourceUnavailableException;
import dev.sanad.llm.FallbackChain;
import dev.sanad.llm.Llm;
import dev.sanad.retrieve.ArchiveSearcher;
import dev.sanad.retrieve.QueryPlanner;
import dev.sanad.retrieve.Ranking;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The articles that a clone comes with, in a real index. */
public final class SeedArchive implements AutoCloseable {
    static final double THRESHOLD = 0.35;
    static final ZoneId ZONE = ZoneId.of("Asia/Tehran");
    static final Instant NOW = Instant.parse("2026-01-15T08:00:00Z");
    final Map<String, Article> articles = new LinkedHashMap<>();
    final Analysis analysis = new Analysis();
    final ArchiveSearcher searcher;

    public SeedArchive(Path folder) throws IOException, SourceUnavailableException {
        var readers = new ArticleReaders(ZONE);
        for (SourceFiles.Entry entry :
                SourceFiles.list(Path.of("seeds"), readers).files()) {
            for (Article article : Objects.requireNonNull(readers.forPath(entry.path()))
                    .read(entry.content())
                    .articles()) {
                articles.put(article.id().value(), article);
            }
        }
        try (LucenePassageIndex index = LucenePassageIndex.open(folder, analysis)) {
            index.update(List.copyOf(articles.values()), List.of());
            index.commit(1);
        }
        this.searcher = ArchiveSearcher.open(folder);
    }

    static Question question(String text) {
        return new Question(text, NOW, ZONE);
    }

    public Answerer extractive() {
        return new DefaultAnswerer(
                new QueryPlanner(analysis),
                searcher.retriever(analysis, ZoneId.of("Asia/Tehran"), Ranking.fitted(), null, null),
                new ExtractiveComposer(analysis, 3),
                null,
                THRESHOLD);
    }

    public Answerer written(CheckMode mode, Llm... llms) throws PromptException {
        return answerer(mode, new FallbackChain(List.of(llms), Duration.ofSeconds(30)), null);
    }

    Answerer judged(CheckMode mode, Llm judge, Llm writer) throws PromptException {
        return judged(mode, judge, new FallbackChain(List.of(writer), Duration.ofSeconds(30)));
    }

    Answerer judged(CheckMode mode, Llm judge, FallbackChain writers) throws PromptException {
        var chain = new FallbackChain(List.of(judge), Duration.ofSeconds(30));
        return answerer(mode, writers, new Judge(Prompts.load(Path.of("prompts")), chain));
    }

    private Answerer answerer(CheckMode mode, FallbackChain chain, @Nullable Judge judge) throws PromptException {
        var prompts = Prompts.load(Path.of("prompts"));
        return new DefaultAnswerer(
                new QueryPlanner(analysis),
                searcher.retriever(analysis, ZoneId.of("Asia/Tehran"), Ranking.fitted(), null, null),
                new ExtractiveComposer(analysis, 3),
                new LlmComposer(prompts, chain, new SupportCheck(analysis), mode, 6000, judge),
                THRESHOLD);
    }

    /** Asks, and holds what every answer must keep: quotations are the stored text, and what was streamed is the answer. */
    Response ask(Answerer answerer, String question) throws InterruptedException {
        var claims = new ArrayList<Claim>();
        var citations = new ArrayList<Citation>();
        Response response = answerer.answer(question(question), (claim, added) -> {
            claims.add(claim);
            citations.addAll(added);
        });
        if (response.answer() instanceof Answer.Cited cited) {
            assertThat(claims).isEqualTo(cited.claims());
            assertThat(citations).isEqualTo(cited.citations());
            cited.citations().forEach(this::assertQuotesTheStoredText);
        } else {
            assertThat(claims).isEmpty();
        }
        return response;
    }

    private void assertQuotesTheStoredText(Citation citation) {
        assertThat(article(citation.article().id().value()).text().substring(citation.start(), citation.end()))
                .isEqualTo(citation.quote());
    }

    /** @param name of its file, with or without the ending */
    Article article(String name) {
        String id = name.endsWith(".md") ? name : name + ".md";
        return Objects.requireNonNull(articles.get(id), id);
    }

    @Override
    public void close() throws IOException {
        searcher.close();
    }
}
