package dev.sanad.telegram.reply;

import dev.sanad.ingest.Progress;
import dev.sanad.ingest.SyncReport;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Brings the archive up to date with its sources again and again, on a thread of its own, until closed. */
public final class Following implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Following.class);
    private final Services.Reindex reindex;
    private final Duration every;
    private final Health health;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread = Thread.ofVirtual().name("following").unstarted(this::run);
    private List<String> failures = List.of();

    private Following(Services.Reindex reindex, Duration every, Health health) {
        this.reindex = reindex;
        this.every = every;
        this.health = health;
    }

    /** @param every from the end of one round to the beginning of the next; zero: never */
    public static Following begin(Services.Reindex reindex, Duration every, Health health) {
        var following = new Following(reindex, every, health);
        if (!every.isZero()) {
            following.thread.start();
        }
        return following;
    }

    /** Begins no further round. One under way is not waited for: what it has committed stands. */
    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
    }

    private void run() {
        try {
            while (!closed.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                round();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void round() throws InterruptedException {
        try {
            SyncReport report = reindex.run(Progress.SILENT);
            health.report(Health.Part.INDEX, true);
            tell(report);
        } catch (IOException | RuntimeException e) {
            if (closed.getCount() == 0) {
                log.debug("a round was broken off", e);
                return;
            }
            log.error("the archive could not be brought up to date with its sources, tried again later", e);
            health.report(Health.Part.INDEX, false);
        }
    }

    /** What cannot be read is named when it is not what could not be read the last time. */
    private void tell(SyncReport report) {
        if (report.added() + report.changed() + report.removed() > 0) {
            log.info(
                    "the sources have changed: {} articles added, {} changed, {} removed",
                    report.added(),
                    report.changed(),
                    report.removed());
        }
        List<String> now = report.failures().stream().map(String::valueOf).toList();
        if (!now.equals(failures)) {
            now.forEach(failure -> log.warn("not read: {}", failure));
            failures = now;
        }
    }
}
