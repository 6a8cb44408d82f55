package dev.sanad.cli;

import dev.sanad.answer.Answerer;
import dev.sanad.answer.ClaimCheck;
import dev.sanad.answer.DefaultAnswerer;
import dev.sanad.answer.ExtractiveComposer;
import dev.sanad.answer.Judge;
import dev.sanad.answer.LlmComposer;
import dev.sanad.answer.PromptException;
import dev.sanad.answer.Prompts;
import dev.sanad.answer.QuotationFinder;
import dev.sanad.answer.SentenceScorer;
import dev.sanad.answer.SupportCheck;
import dev.sanad.config.ConfigException;
import dev.sanad.config.ConfigLoader;
import dev.sanad.config.Configuration;
import dev.sanad.config.Endpoint;
import dev.sanad.config.Settings;
import dev.sanad.conversation.CarryingRewriter;
import dev.sanad.conversation.Conversations;
import dev.sanad.conversation.DefaultConversations;
import dev.sanad.conversation.FollowUpRewriter;
import dev.sanad.conversation.Rewriter;
import dev.sanad.eval.Bench;
import dev.sanad.index.Analysis;
import dev.sanad.index.IndexFolders;
import dev.sanad.ingest.ArchiveWriter;
import dev.sanad.ingest.ArticleReaders;
import dev.sanad.ingest.Progress;
import dev.sanad.llm.CatalogueModel;
import dev.sanad.llm.Embedder;
import dev.sanad.llm.Embedders;
import dev.sanad.llm.FallbackChain;
import dev.sanad.llm.FetchListener;
import dev.sanad.llm.Llm;
import dev.sanad.llm.Llms;
import dev.sanad.llm.ModelCatalogue;
import dev.sanad.llm.ModelFetcher;
import dev.sanad.llm.ModelFolders;
import dev.sanad.llm.ModelSource;
import dev.sanad.llm.Scorer;
import dev.sanad.llm.Scorers;
import dev.sanad.llm.WebSource;
import dev.sanad.render.CalendarDates;
import dev.sanad.render.JsonRenderer;
import dev.sanad.render.TerminalRenderer;
import dev.sanad.render.TerminalVerification;
import dev.sanad.retrieve.ArchiveSearcher;
import dev.sanad.retrieve.QueryPlanner;
import dev.sanad.retrieve.Ranking;
import dev.sanad.retrieve.Retriever;
import dev.sanad.store.ArticleStore;
import dev.sanad.store.Database;
import dev.sanad.store.Turns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Builds what commands need from the configuration. The one place that builds objects. */
final class App {
    /** A follow-up is rewritten before it is answered, so this is taken from the reader's patience. */
    private static final Duration MOST_FOR_REWRITING = Duration.ofSeconds(10);

    /** As many as a reader of an inline list is shown. */
    private static final int MOST_SNIPPETS = 10;

    private final Configuration configuration;
    private final Main.Surroundings surroundings;
    private final InstantSource clock;
    private final Analysis analysis = new Analysis();

    private App(Configuration configuration, Main.Surroundings surroundings, InstantSource clock) {
        this.configuration = configuration;
        this.surroundings = surroundings;
        this.clock = clock;
    }

    /** @param usualLevel what is logged where the configuration does not say */
    static App start(Main main, CommonOptions options, Settings.LogLevel usualLevel)
            throws ConfigException, UsageException {
        Main.Surroundings surroundings = main.surroundings();
        var loader = new ConfigLoader(surroundings.home(), surroundings.workingDirectory(), surroundings.environment());
        Configuration configuration = loader.load(options.options());
        for (Path source : options.namesSources() ? configuration.settings().sources() : List.<Path>of()) {
            if (!Files.exists(source)) {
                throw new UsageException(
                        "--source " + source + " does not exist; name a file or folder with articles.");
            }
        }
        Settings.LogLevel level = configuration.settings().logLevel();
        Logging.set(level == null ? usualLevel : level);
        return new App(configuration, surroundings, options.clock());
    }

    Configuration configuration() {
        return configuration;
    }

    /** Relative paths of the command line are relative to it. */
    Path workingDirectory() {
        return surroundings.workingDirectory();
    }

    Settings settings() {
        return configuration.settings();
    }

    InstantSource clock() {
        return clock;
    }

    /** Null while another process writes the archive. */
    @Nullable ArchiveWriter writer() {
        return writer(settings().archive());
    }

    /** Of another archive than the configured one. */
    @Nullable ArchiveWriter writer(Path archive) {
        return ArchiveWriter.tryOpen(archive, analysis, articleReaders());
    }

    ArticleReaders articleReaders() {
        return new ArticleReaders(settings().zone());
    }

    Bench bench(Progress progress) {
        return new Bench(analysis, settings(), clock.instant(), progress);
    }

    ArchiveSearcher searcher() throws IOException {
        return searcher(settings().archive());
    }

    /** Of another archive than the configured one. */
    ArchiveSearcher searcher(Path archive) throws IOException {
        return ArchiveSearcher.open(new IndexFolders(archive).searchable());
    }

    SentenceScorer sentenceScorer() {
        return new SentenceScorer(analysis);
    }

    QueryPlanner planner() {
        return new QueryPlanner(analysis);
    }

    Retriever retriever(ArchiveSearcher searcher, Models models) {
        return searcher.retriever(
                analysis, settings().zone(), Ranking.fitted(), models.questionVectors(), models.reranker());
    }

    /** Ranks by the embedding model alone, to be measured against. */
    Retriever byMeaningAlone(ArchiveSearcher searcher, Models models) {
        return searcher.retriever(
                analysis, settings().zone(), Ranking.byMeaningAlone(), models.questionVectors(), null);
    }

    /** Looks quotations up by their words alone. */
    QuotationFinder quotationFinder(ArchiveSearcher searcher, Database database) {
        Retriever byWords = searcher.retriever(analysis, settings().zone(), Ranking.fitted(), null, null);
        return new QuotationFinder(
                analysis, byWords, new ArticleStore(database), settings().zone());
    }

    Prompts prompts() throws PromptException {
        return Prompts.load(surroundings.home().resolve("prompts"));
    }

    Answerer answerer(ArchiveSearcher searcher, Prompts prompts, Models models) {
        List<Llm> llms = llms();
        LlmComposer llm = llms.isEmpty()
                ? null
                : new LlmComposer(
                        prompts,
                        new FallbackChain(llms, settings().llm().timeouts().total()),
                        new SupportCheck(analysis),
                        settings().check().mode(),
                        settings().answer().evidence(),
                        judge(prompts));
        return answerer(searcher, models, llm);
    }

    private @Nullable Judge judge(Prompts prompts) {
        Endpoint endpoint = settings().check().judge();
        if (endpoint == null || settings().check().mode() == Settings.CheckMode.OFF) {
            return null;
        }
        Settings.Llm llm = settings().llm();
        Llm model = Llms.of(endpoint, llm.maxTokens(), llm.timeouts());
        return new Judge(
                prompts, new FallbackChain(List.of(model), llm.timeouts().total()));
    }

    /** Answers by quotations alone, whatever model is configured. */
    Answerer quotingAnswerer(ArchiveSearcher searcher, Models models) {
        return answerer(searcher, models, null);
    }

    private Answerer answerer(ArchiveSearcher searcher, Models models, @Nullable LlmComposer llm) {
        Settings.Composing composing = settings().answer();
        return new DefaultAnswerer(
                planner(),
                retriever(searcher, models),
                new ExtractiveComposer(analysis, composing.quotations()),
                llm,
                composing.threshold());
    }

    /** Answers by quotations alone, by their words alone, and by more of them than an answer holds: for lists. */
    Answerer snippets(ArchiveSearcher searcher) {
        Retriever byWords = searcher.retriever(analysis, settings().zone(), Ranking.fitted(), null, null);
        return new DefaultAnswerer(
                planner(),
                byWords,
                new ExtractiveComposer(analysis, MOST_SNIPPETS),
                null,
                settings().answer().threshold());
    }

    /** What runs here, a line each. */
    List<String> about(Models models) {
        String version = App.class.getPackage().getImplementationVersion();
        List<Endpoint> endpoints = settings().llm().endpoints();
        var lines = new ArrayList<String>();
        lines.add("Sanad " + (version == null ? "(from source)" : version) + ", Java " + Runtime.version());
        lines.add("llm: "
                + (endpoints.isEmpty()
                        ? "extractive"
                        : endpoints.stream().map(Endpoint::toString).collect(Collectors.joining(", "))));
        Endpoint judge = settings().check().judge();
        if (judge != null) {
            lines.add("check: " + judge);
        }
        lines.addAll(models.about());
        return lines;
    }

    ClaimCheck claimCheck() {
        return new ClaimCheck(new SupportCheck(analysis));
    }

    Conversations conversations(Answerer answerer, Prompts prompts, Turns turns) {
        List<Llm> llms = llms();
        Duration total = settings().llm().timeouts().total();
        Duration rewriting = total.compareTo(MOST_FOR_REWRITING) < 0 ? total : MOST_FOR_REWRITING;
        var carrying = new CarryingRewriter(planner());
        Rewriter rewriter =
                llms.isEmpty() ? carrying : new FollowUpRewriter(prompts, new FallbackChain(llms, rewriting), carrying);
        return new DefaultConversations(answerer, turns, rewriter, settings().conversationTurns());
    }

    /** Conversations of which no language model hears. */
    Conversations quotingConversations(Answerer quoting, Turns turns) {
        return new DefaultConversations(
                quoting, turns, new CarryingRewriter(planner()), settings().conversationTurns());
    }

    List<Llm> llms() {
        Settings.Llm llm = settings().llm();
        return llm.endpoints().stream()
                .map(endpoint -> Llms.of(endpoint, llm.maxTokens(), llm.timeouts()))
                .toList();
    }

    ModelCatalogue modelCatalogue() {
        return new ModelCatalogue();
    }

    ModelFolders modelFolders() {
        return new ModelFolders(settings().archive());
    }

    ModelFetcher modelFetcher(FetchListener listener) {
        return new ModelFetcher(modelFolders(), listener);
    }

    /** @param from what a user named; null for the model's hub */
    ModelSource modelSource(CatalogueModel model, @Nullable String from) throws UsageException {
        return from == null
                ? new WebSource(model.files(), WebSource.PATIENCE)
                : new ModelPlace(surroundings.workingDirectory()).source(from);
    }

    Models models() throws IOException {
        return new Models(settings(), embedder(), scorer());
    }

    /** To be closed. Null where none is configured or installed. */
    @Nullable Embedder embedder() throws IOException {
        return Embedders.of(settings().embedding(), settings().archive());
    }

    /** To be closed. Null where none is configured. */
    @Nullable Scorer scorer() {
        return Scorers.of(settings().reranking());
    }

    CalendarDates dates() {
        return new CalendarDates(settings().zone());
    }

    TerminalRenderer terminalRenderer() {
        return new TerminalRenderer(dates(), colours());
    }

    TerminalVerification terminalVerification() {
        return new TerminalVerification(dates(), colours());
    }

    private boolean colours() {
        return surroundings.terminal() && !surroundings.environment().containsKey("NO_COLOR");
    }

    JsonRenderer jsonRenderer() {
        return new JsonRenderer(dates());
    }
}
