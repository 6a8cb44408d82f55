package dev.sanad.eval;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;

/** The Java heap of this process, in bytes. */
final class BenchHeap {
    private final List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .toList();

    /** What is left when garbage is gone. */
    long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    /** The most that was in use since {@link #forget}, garbage included; the parts' peaks summed, so rather too much. */
    long peak() {
        return pools.stream().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    }

    void forget() {
        pools.forEach(MemoryPoolMXBean::resetPeakUsage);
    }

    /** What -Xmx allows. */
    long limit() {
        return Runtime.getRuntime().maxMemory();
    }
}
