package dev.sanad.eval;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;

/** Processor time in nanoseconds, which tells the same on a busy machine as on an idle one. */
final class BenchCpu {
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private final OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);

    /** Of the calling thread since it started. */
    long ofThread() {
        return threads.getCurrentThreadCpuTime();
    }

    /** Of all threads since the program started: compiling and collecting garbage too. */
    long ofProcess() {
        return system.getProcessCpuTime();
    }
}
