package dev.sanad.eval;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/** Feeds an index slice by slice and keeps the time. */
final class BenchTimer {
    private static final double NANOS_IN_A_SECOND = 1e9;
    private final BenchIndexer indexer;
    private final List<Double> rates = new ArrayList<>();
    private final BenchCpu processor = new BenchCpu();
    private long nanos;
    private long cpu;
    private long passages;

    BenchTimer(BenchIndexer indexer) {
        this.indexer = indexer;
    }

    /** Merges that the slice has set off are waited for, and count. */
    void add(List<BenchArticle> slice, ExecutorService pool, int threads)
            throws InterruptedException, ExecutionException {
        long cpuStart = processor.ofProcess();
        long start = System.nanoTime();
        var parts = new ArrayList<Future<?>>();
        for (int thread = 0; thread < threads; thread++) {
            int first = thread;
            parts.add(pool.submit(() -> {
                for (int i = first; i < slice.size(); i += threads) {
                    indexer.add(slice.get(i));
                }
                return slice.size();
            }));
        }
        for (Future<?> part : parts) {
            part.get();
        }
        indexer.settle();
        long took = System.nanoTime() - start;
        int added =
                slice.stream().mapToInt(article -> article.passages().size()).sum();
        nanos += took;
        cpu += processor.ofProcess() - cpuStart;
        passages += added;
        rates.add(added * NANOS_IN_A_SECOND / took);
    }

    /** The last merges are committed too. */
    void finish() throws IOException {
        long cpuStart = processor.ofProcess();
        long start = System.nanoTime();
        indexer.commit();
        indexer.settle();
        indexer.commit();
        nanos += System.nanoTime() - start;
        cpu += processor.ofProcess() - cpuStart;
    }

    BenchBuilt.Indexing figures(long bytes) {
        double median =
                rates.stream().sorted().skip(rates.size() / 2).findFirst().orElseThrow();
        return new BenchBuilt.Indexing(
                median,
                passages * NANOS_IN_A_SECOND / nanos,
                passages * NANOS_IN_A_SECOND / cpu,
                nanos / NANOS_IN_A_SECOND,
                bytes);
    }
}
