package dev.sanad.eval;

import dev.sanad.answer.Answerer;
import dev.sanad.answer.DefaultAnswerer;
import dev.sanad.answer.ExtractiveComposer;
import dev.sanad.config.Settings;
import dev.sanad.index.Analysis;
import dev.sanad.index.IndexSchema;
import dev.sanad.index.PassageVectors;
import dev.sanad.ingest.Progress;
import dev.sanad.retrieve.ArchiveSearcher;
import dev.sanad.retrieve.QueryPlanner;
import dev.sanad.retrieve.QuestionVectors;
import dev.sanad.retrieve.Ranking;
import dev.sanad.retrieve.Retriever;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Measures Sanad beside bare Lucene: indexing, size, searching, heap, and Sanad's whole extractive answer. */
public final class Bench {
    private static final int WARM_UP = 500;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private final Analysis analysis;
    private final Settings settings;
    private final Instant now;
    private final Progress progress;
    private final BenchHeap heap = new BenchHeap();

    /** @param now what questions measure "today" from */
    public Bench(Analysis analysis, Settings settings, Instant now, Progress progress) {
        this.analysis = analysis;
        this.settings = settings;
        this.now = now;
        this.progress = progress;
    }

    /** Indexes that the folder has of an earlier run with the same plan are searched as they are. */
    public BenchReport run(BenchPlan plan, BenchFolder folder)
            throws IOException, InterruptedException, BenchException {
        var resampler = new Resampler(plan.corpus(), new QueryPlanner(analysis), plan.seed());
        var archive = new BenchArchive(
                plan.passages(),
                plan.seed(),
                plan.corpus().sha256(),
                resampler.article(0).sha256(),
                IndexSchema.VERSION,
                plan.vectors(),
                null);
        SyntheticVectors vectors = plan.vectors() == 0 ? null : new SyntheticVectors(plan.vectors(), plan.seed());
        BenchBuilt built = archive.builtIn(folder.path());
        boolean reused = built != null;
        if (built == null) {
            archive.write(folder.path());
            PassageVectors stored = vectors == null ? PassageVectors.NONE : vectors;
            var builder = new BenchBuilder(folder, analysis, stored, resampler, progress);
            built = builder.build(plan.passages(), plan.threads());
            archive.with(built).write(folder.path());
        }
        int warmUp = Math.min(WARM_UP, plan.questions());
        List<String> questions = questions(plan, resampler, warmUp + plan.questions());
        var asker = new BenchAsker(
                questions.subList(0, warmUp), questions.subList(warmUp, questions.size()), folder, progress);
        return search(asker, folder, vectors, built, reused);
    }

    private BenchReport search(
            BenchAsker asker, BenchFolder folder, @Nullable SyntheticVectors vectors, BenchBuilt built, boolean reused)
            throws IOException, InterruptedException {
        long before = heap.live();
        heap.forget();
        ArchiveSearcher archive = ArchiveSearcher.open(folder.path().resolve("sanad"));
        var planner = new QueryPlanner(analysis);
        Retriever retriever = archive.retriever(analysis, settings.zone(), Ranking.fitted(), null, null);
        var today = now.atZone(settings.zone()).toLocalDate();
        try (var sanad = new OurSearcher(archive, planner, retriever, today);
                var lucene = new BareSearcher(folder.path().resolve("lucene"))) {
            SideBySide<BenchAsker.Asked> searched = asker.search(sanad, lucene);
            BenchAsker.Asked hybrid = vectors == null
                    ? null
                    : asker.search(new OurSearcher(archive, planner, hybrid(archive, vectors), today));
            Settings.Composing composing = settings.answer();
            Answerer answerer = new DefaultAnswerer(
                    planner,
                    retriever,
                    new ExtractiveComposer(analysis, composing.quotations()),
                    null,
                    composing.threshold());
            BenchAsker.Asked answered = asker.answer(answerer, now, settings.zone());
            long peak = heap.peak();
            var figures = new BenchReport.Heap(heap.limit(), heap.live() - before, peak);
            return new BenchReport(built, reused, asker.size(), searched, hybrid, answered, figures);
        }
    }

    private Retriever hybrid(ArchiveSearcher archive, SyntheticVectors vectors) {
        var questions = new QuestionVectors(vectors, PATIENCE);
        return archive.retriever(analysis, settings.zone(), Ranking.fitted(), questions, null);
    }

    private static List<String> questions(BenchPlan plan, Resampler resampler, int count) {
        var queries = new ArrayList<>(plan.queries());
        Collections.shuffle(queries, new Random(plan.seed()));
        var questions = new ArrayList<String>();
        for (int i = 0; i < count; i++) {
            questions.add(queries.isEmpty() ? resampler.question(i) : queries.get(i % queries.size()));
        }
        return questions;
    }
}
