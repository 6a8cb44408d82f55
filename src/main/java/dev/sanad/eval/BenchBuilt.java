package dev.sanad.eval;

/**
 * What building an archive took.
 *
 * @param threads that indexed
 * @param heapPeak bytes of the Java heap in use at most, garbage included
 */
public record BenchBuilt(int passages, int articles, int threads, long heapPeak, SideBySide<Indexing> indexing) {
    /**
     * @param median passages a second, over slices that alternate between both
     * @param total passages a second, final commit and merges included
     * @param cpu passages a second of processor time, all threads together
     * @param seconds in all
     * @param bytes of the index on disk
     */
    public record Indexing(double median, double total, double cpu, double seconds, long bytes) {}
}
