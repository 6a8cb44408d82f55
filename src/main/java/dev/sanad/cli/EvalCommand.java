package dev.sanad.cli;

import dev.sanad.config.Configuration;
import dev.sanad.config.Settings.LogLevel;
import dev.sanad.eval.ArchiveRanker;
import dev.sanad.eval.Asker;
import dev.sanad.eval.BareRanker;
import dev.sanad.eval.Comparison;
import dev.sanad.eval.DataException;
import dev.sanad.eval.Evaluation;
import dev.sanad.eval.FeatureLines;
import dev.sanad.eval.Fitted;
import dev.sanad.eval.Query;
import dev.sanad.eval.QueryReader;
import dev.sanad.eval.Ranker;
import dev.sanad.eval.Report;
import dev.sanad.eval.RunInfo;
import dev.sanad.eval.SupportPairReader;
import dev.sanad.eval.SupportReport;
import dev.sanad.eval.SupportRun;
import dev.sanad.retrieve.ArchiveSearcher;
import dev.sanad.retrieve.Retriever;
import dev.sanad.store.ArticleStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "eval",
        description = "Measures what is found and answered on questions whose answers are known.",
        footer = {
            "",
            "A query is a line {\"id\",\"question\",\"gold\",\"answers\":[…]}: gold is the id of",
            "the article that answers, or a list of ids of which any will do; answers are",
            "texts of which one must stand in a quotation. Empty answers: the corpora have",
            "none, and the query counts for abstention only. No answers: only the ranking",
            "counts.",
            "",
            "DIR gets run.jsonl (a line a query, as they are done), run.queries.jsonl (what",
            "was asked), report.json and report.html. A query's milliseconds are those of its",
            "answer, else of its ranking. Ctrl-C leaves what was done, and reports of it.",
            "",
            "A claim for --support is a line {\"id\",\"claim\",\"evidence\":[…]}: evidence is",
            "sentences. DIR gets support.jsonl: {\"id\",\"supported\",\"reasons\":[{\"kind\",\"text\"}]}",
            "a line. Where lines also have \"supported\" and \"kind\", which the check never",
            "sees, a table and report.json say how often it was wrong.",
            "",
            "Examples:",
            "  ./sanad eval --corpus c.jsonl --queries q.jsonl --out runs/now --no-answers",
            "  ./sanad eval --corpus c.jsonl --queries q.jsonl --out runs/bare \\",
            "      --baseline lucene",
            "  ./sanad eval --compare runs/bare runs/now",
            "  ./sanad eval --support pairs.jsonl --out runs/support"
        })
final class EvalCommand implements Callable<Integer> {
    @CommandLine.ParentCommand
    private Main main;

    @CommandLine.Mixin
    private CommonOptions options;

    @CommandLine.Option(
            names = "--corpus",
            paramLabel = "C.jsonl",
            description =
                    "Articles, one a line: {\"id\",\"title\",\"text\",…}. Repeatable. Read into an archive of their own,"
                            + " below the configured one unless --archive names it, which is kept for the next run.")
    private List<Path> corpora = List.of();

    @CommandLine.Option(
            names = "--queries",
            paramLabel = "Q.jsonl",
            description = "Questions whose answers are known. Repeatable.")
    private List<Path> queryFiles = List.of();

    @CommandLine.Option(names = "--out", paramLabel = "DIR", description = "Where the run and its reports are written.")
    private @Nullable Path out;

    @CommandLine.Option(names = "--no-answers", description = "Ranks only.")
    private boolean noAnswers;

    @CommandLine.Option(
            names = "--baseline",
            paramLabel = "NAME",
            description = "Ranks only, and with this instead: lucene, which is Lucene's PersianAnalyzer and BM25 with"
                    + " nothing added, one document an article; or dense, which is the embedding model alone.")
    private @Nullable Baseline baseline;

    enum Baseline {
        LUCENE,
        DENSE
    }

    @CommandLine.Option(
            names = "--trec",
            description =
                    "Also writes run.trec and qrels.trec for trec_eval -c. What is blank in an id is written as %%20.")
    private boolean trec;

    @CommandLine.Option(
            names = "--compare",
            paramLabel = "DIR",
            arity = "2",
            description =
                    "Puts two runs side by side on the queries that both have, with a paired test of the difference,"
                            + " and says how well confidence tells the first's questions from the second's. With --out, writes"
                            + " compare.json and compare.html.")
    private @Nullable List<Path> compared;

    @CommandLine.Option(
            names = "--features",
            description =
                    "Measures nothing, and writes to --out what speaks for each passage and sentence that is found, for --fit.")
    private boolean features;

    @CommandLine.Option(
            names = "--fit",
            paramLabel = "DIR",
            arity = "1..*",
            description =
                    "Fits weights to what --features wrote to these folders, and prints them as a properties file has them,"
                            + " with what they are worth on queries that they were not fitted to.")
    private @Nullable List<Path> fitted;

    @CommandLine.Option(
            names = "--of",
            paramLabel = "MODEL",
            defaultValue = "ranking",
            description =
                    "What --fit fits: ranking, of passages; sentences, which of them answers; or confidence, whether"
                            + " any does (default: ${DEFAULT-VALUE}).")
    private Fitted of;

    @CommandLine.Option(
            names = "--support",
            paramLabel = "PAIRS.jsonl",
            description = "Measures the support check instead: claims, each with the evidence that it is held against.")
    private @Nullable Path support;

    @CommandLine.Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description =
                    "How many queries at once. With the default of 1 a query's milliseconds are its own; with more,"
                            + " the run is over sooner, and they include waiting for each other.")
    private int threads;

    @Override
    public Integer call() throws Exception {
        if (support != null) {
            return support(support);
        }
        if (compared != null) {
            return compare(compared);
        }
        if (fitted != null) {
            System.out.print(FitText.of(fitted, of));
            return Main.OK;
        }
        Path folder = checkedUsage();
        App app = App.start(main, options, LogLevel.WARN);
        List<Query> queries = QueryReader.read(queryFiles);
        Path archive = EvalArchive.folder(app, options, corpora);
        try (Models models = app.models()) {
            boolean vectors = baseline != Baseline.LUCENE && models.embedder() != null;
            if (baseline == Baseline.DENSE && !vectors) {
                throw new UsageException("--baseline dense needs an embedding model: run ./sanad model get, or set"
                        + " embedding.provider.");
            }
            ArticleStore articles =
                    EvalArchive.bringUpToDate(app, archive, corpora, vectors ? models.embedder() : null);
            EvalArchive.requireGold(articles, queries);
            return measure(app, models, queries, articles, archive, folder);
        }
    }

    private int measure(App app, Models models, List<Query> queries, ArticleStore articles, Path archive, Path folder)
            throws Exception {
        try (ArchiveSearcher searcher = app.searcher(archive)) {
            if (baseline == Baseline.LUCENE) {
                try (BareRanker ranker = BareRanker.open(archive.resolve("bare-lucene"), articles)) {
                    return run(app, queries, articles, ranker, null, folder);
                }
            }
            Retriever retriever =
                    baseline == Baseline.DENSE ? app.byMeaningAlone(searcher, models) : app.retriever(searcher, models);
            var ranker = new ArchiveRanker(app.planner(), retriever, today(app));
            if (features) {
                new FeatureLines(ranker, app.sentenceScorer()).write(folder, queries, new TerminalProgress());
                System.out.println(
                        "Wrote what speaks for the answers to " + queries.size() + " queries to " + folder + ".");
                return Main.OK;
            }
            Asker asker = noAnswers || baseline != null
                    ? null
                    : new Asker(
                            app.answerer(searcher, app.prompts(), models),
                            articles,
                            app.clock().instant(),
                            app.settings().zone());
            return run(app, queries, articles, ranker, asker, folder);
        }
    }

    private int compare(List<Path> runs) throws DataException, IOException, UsageException {
        if (runs.size() != 2 || !corpora.isEmpty() || !queryFiles.isEmpty()) {
            throw new UsageException("--compare takes two finished runs and no corpus or queries.");
        }
        Comparison comparison = Comparison.of(runs.getFirst(), runs.getLast());
        System.out.print(MetricsText.of(comparison));
        if (out != null) {
            comparison.writeTo(out);
            System.out.println("See " + out.resolve("compare.html"));
        }
        return Main.OK;
    }

    private int support(Path pairs) throws Exception {
        boolean withOthers = compared != null || !corpora.isEmpty() || !queryFiles.isEmpty() || baseline != null;
        if (out == null || withOthers || noAnswers || trec || options.namesSources()) {
            throw new UsageException(
                    "--support takes --out and no corpus, queries, source, baseline or runs to compare.");
        }
        App app = App.start(main, options, LogLevel.WARN);
        SupportReport report = new SupportRun(app.claimCheck()).run(SupportPairReader.read(pairs), out);
        System.out.print(SupportText.of(report));
        System.out.println("See " + out.resolve("support.jsonl"));
        return Main.OK;
    }

    private Path checkedUsage() throws UsageException {
        if (corpora.isEmpty() || queryFiles.isEmpty() || out == null) {
            throw new UsageException("eval needs --corpus, --queries and --out; see ./sanad eval --help");
        }
        if (options.namesSources()) {
            throw new UsageException("eval reads its articles from --corpus, not from --source.");
        }
        if (threads < 1) {
            throw new UsageException("--threads takes a number from 1 on, not " + threads);
        }
        return out;
    }

    private static LocalDate today(App app) {
        return app.clock().instant().atZone(app.settings().zone()).toLocalDate();
    }

    private int run(
            App app, List<Query> queries, ArticleStore articles, Ranker ranker, @Nullable Asker asker, Path folder)
            throws IOException, InterruptedException, UnavailableException {
        var evaluation = new Evaluation(ranker, asker, threads, new TerminalProgress());
        Report report = new EvalRun(evaluation, info(app, queries, articles), folder, trec).run(queries, articles);
        System.out.print(MetricsText.of(report));
        System.out.println("See " + folder.resolve("report.html"));
        return Main.OK;
    }

    private RunInfo info(App app, List<Query> queries, ArticleStore articles) {
        Map<String, String> settings = new LinkedHashMap<>();
        for (Configuration.Entry entry : app.configuration().entries()) {
            if (!entry.key().startsWith("telegram.")) {
                settings.put(entry.key(), entry.value());
            }
        }
        return new RunInfo(
                corpora.stream().map(Path::toString).toList(),
                queryFiles.stream().map(Path::toString).toList(),
                baseline == null ? "sanad" : baseline.name().toLowerCase(Locale.ROOT),
                articles.summary().articles(),
                queries.size(),
                threads,
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                today(app),
                app.settings().answer().threshold(),
                settings);
    }
}
