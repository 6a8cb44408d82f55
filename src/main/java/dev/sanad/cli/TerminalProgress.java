package dev.sanad.cli;

import dev.sanad.ingest.Progress;
import java.time.Duration;
import java.util.Locale;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/**
 * A progress bar on standard error for work of more than a second. Where that is no terminal, a line every ten seconds.
 */
final class TerminalProgress implements Progress {
    private static final long SOON = Duration.ofSeconds(1).toNanos();
    private static final long LINE_EVERY = Duration.ofSeconds(10).toNanos();
    private static final int WIDTH = 90;
    private final boolean terminal = Boolean.getBoolean("sanad.terminal.error");

    @Override
    public Task begin(Kind kind, long total) {
        return new Bar(kind, total);
    }

    private final class Bar implements Task {
        private final Kind kind;
        private final long total;
        private final long began = System.nanoTime();
        private long lastLine = began;
        private long done;
        private @Nullable ProgressBar bar;

        Bar(Kind kind, long total) {
            this.kind = kind;
            this.total = Math.max(1, total);
        }

        @Override
        public void step(long steps) {
            done += steps;
            long now = System.nanoTime();
            if (now - began < SOON) {
                return;
            }
            if (!terminal) {
                if (now - lastLine > LINE_EVERY) {
                    lastLine = now;
                    System.err.println(line(now));
                }
                return;
            }
            if (bar == null) {
                bar = open();
            }
            bar.stepTo(done);
        }

        private String line(long now) {
            String percent = name() + ": " + 100 * done / total + " %";
            if (kind != Kind.EMBEDDING || done == 0) {
                return percent;
            }
            double rate = done * 1e9 / (now - began);
            return String.format(
                    Locale.ROOT,
                    "%s, %d of %d passages, %.1f a second, %d minutes left",
                    percent,
                    done,
                    total,
                    rate,
                    Math.round(Math.max(0, total - done) / rate / 60));
        }

        private String name() {
            return switch (kind) {
                case READING -> "Reading";
                case INDEXING -> "Indexing";
                case EMBEDDING -> "Embedding";
            };
        }

        private ProgressBar open() {
            var builder = new ProgressBarBuilder()
                    .setTaskName(name())
                    .setInitialMax(total)
                    .setStyle(ProgressBarStyle.COLORFUL_UNICODE_BLOCK)
                    .setConsumer(new ConsoleProgressBarConsumer(System.err, WIDTH));
            if (kind == Kind.READING) {
                builder.setUnit(" MB", 1_000_000);
            }
            if (kind == Kind.EMBEDDING) {
                builder.showSpeed();
            }
            return builder.startsFrom(done, Duration.ofNanos(System.nanoTime() - began))
                    .build();
        }

        @Override
        public void close() {
            if (bar != null) {
                bar.close();
            }
        }
    }
}
