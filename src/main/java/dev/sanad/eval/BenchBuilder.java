package dev.sanad.eval;

import dev.sanad.article.Article;
import dev.sanad.index.Analysis;
import dev.sanad.index.PassageVectors;
import dev.sanad.index.Segmenter;
import dev.sanad.ingest.Progress;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Builds both indexes of the same passages, slice by slice in turns. Making the articles costs neither, and indexes
 * of the first articles, which warm the JVM, are thrown away.
 */
final class BenchBuilder {
    private static final int SLICE = 10_000;
    private static final int SLICES = 10;
    private final BenchFolder folder;
    private final Analysis analysis;
    private final PassageVectors vectors;
    private final Resampler resampler;
    private final Progress progress;
    private final Segmenter segmenter = new Segmenter();
    private final BenchHeap heap = new BenchHeap();

    /** @param vectors that our index gets besides */
    BenchBuilder(
            BenchFolder folder, Analysis analysis, PassageVectors vectors, Resampler resampler, Progress progress) {
        this.folder = folder;
        this.analysis = analysis;
        this.vectors = vectors;
        this.resampler = resampler;
        this.progress = progress;
    }

    BenchBuilt build(int passages, int threads) throws IOException, InterruptedException {
        Path warmUp = folder.path().resolve("warm-up");
        Path sanad = folder.path().resolve("sanad");
        Path lucene = folder.path().resolve("lucene");
        for (Path old : List.of(warmUp, sanad, lucene)) {
            BenchFolder.delete(old);
        }
        int slice = Math.clamp(passages / SLICES, 1, SLICE);
        int some = Math.min(passages, SLICE);
        run(warmUp.resolve("sanad"), warmUp.resolve("lucene"), some, slice, threads, Progress.SILENT);
        BenchFolder.delete(warmUp);
        heap.forget();
        return run(sanad, lucene, passages, slice, threads, progress);
    }

    private BenchBuilt run(Path sanad, Path lucene, int passages, int sliceSize, int threads, Progress told)
            throws IOException, InterruptedException {
        int made = 0;
        int articles = 0;
        BenchTimer ours;
        BenchTimer bare;
        try (var ourIndexer = new OurIndexer(sanad, analysis, vectors);
                var bareIndexer = new BareIndexer(lucene);
                ExecutorService pool = Executors.newFixedThreadPool(threads);
                Progress.Task task = told.begin(Progress.Kind.BUILDING, passages)) {
            ours = new BenchTimer(ourIndexer);
            bare = new BenchTimer(bareIndexer);
            for (boolean oursFirst = true; made < passages; oursFirst = !oursFirst) {
                List<BenchArticle> slice = slice(articles, Math.min(sliceSize, passages - made));
                for (BenchTimer timer : oursFirst ? List.of(ours, bare) : List.of(bare, ours)) {
                    folder.check();
                    timer.add(slice, pool, threads);
                }
                int added = slice.stream()
                        .mapToInt(article -> article.passages().size())
                        .sum();
                made += added;
                articles += slice.size();
                task.step(added);
            }
            ours.finish();
            bare.finish();
        } catch (ExecutionException e) {
            throw new IOException("a passage could not be indexed", e.getCause());
        }
        var indexing =
                new SideBySide<>(ours.figures(BenchFolder.bytes(sanad)), bare.figures(BenchFolder.bytes(lucene)));
        return new BenchBuilt(made, articles, threads, heap.peak(), indexing);
    }

    private List<BenchArticle> slice(int first, int passages) throws InterruptedException {
        var slice = new ArrayList<BenchArticle>();
        for (int made = 0; made < passages; made += slice.getLast().passages().size()) {
            folder.check();
            Article article = resampler.article(first + slice.size());
            slice.add(new BenchArticle(article, segmenter.passages(article)));
        }
        return slice;
    }
}
