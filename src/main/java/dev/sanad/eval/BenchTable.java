package dev.sanad.eval;

import dev.sanad.eval.BenchAsker.Asked;
import dev.sanad.eval.BenchBuilt.Indexing;
import java.util.Formatter;
import java.util.Locale;

/** A {@link BenchReport} for people. */
public final class BenchTable {
    private static final double MEGABYTE = 1e6;
    private final Formatter table = new Formatter(Locale.ROOT);

    private BenchTable() {}

    public static String of(BenchReport report) {
        var table = new BenchTable();
        table.head(report);
        table.indexing(report.built().indexing());
        table.searching(report);
        table.rest(report);
        return table.table.toString();
    }

    private void head(BenchReport report) {
        table.format(
                "%,d passages of %,d articles%s; %,d questions; Java %s%n%n",
                report.built().passages(),
                report.built().articles(),
                report.reused() ? ", built by an earlier run" : "",
                report.questions(),
                Runtime.version());
        table.format("%-32s %12s %12s %8s%n", "", "Sanad", "Lucene", "ratio");
    }

    private void indexing(SideBySide<Indexing> indexing) {
        Indexing ours = indexing.sanad();
        Indexing bare = indexing.lucene();
        row("indexing, passages/s, median", ours.median(), bare.median());
        row("indexing, passages/s, total", ours.total(), bare.total());
        row("indexing, passages/CPU second", ours.cpu(), bare.cpu());
        row("index, MB", ours.bytes() / MEGABYTE, bare.bytes() / MEGABYTE);
    }

    private void searching(BenchReport report) {
        Asked ours = report.search().sanad();
        Asked bare = report.search().lucene();
        times("search, ms", ours.millis(), bare.millis());
        times("search, CPU ms", ours.cpu(), bare.cpu());
        row("questions with hits, %", 100 * ours.found(), 100 * bare.found());
    }

    private void times(String name, Timings ours, Timings bare) {
        row(name + ", p50", ours.p50(), bare.p50());
        row(name + ", p95", ours.p95(), bare.p95());
        row(name + ", p99", ours.p99(), bare.p99());
        row(name + ", mean", ours.mean(), bare.mean());
    }

    private void rest(BenchReport report) {
        table.format("%n");
        if (report.hybrid() != null) {
            alone("ranking by words and vectors", report.hybrid(), "found");
        }
        alone("extractive answer", report.answer(), "answered");
        table.format(
                "heap, MB: %.0f allowed; both indexes searched keep %.1f, peak %.0f; peak while indexing %.0f%n",
                report.heap().limit() / MEGABYTE,
                report.heap().live() / MEGABYTE,
                report.heap().peak() / MEGABYTE,
                report.built().heapPeak() / MEGABYTE);
    }

    private void alone(String name, Asked asked, String found) {
        Timings whole = asked.millis();
        table.format(
                "%s, ms: p50 %.2f, p95 %.2f, p99 %.2f; CPU p50 %.2f, p95 %.2f; %s %.1f %%%n",
                name,
                whole.p50(),
                whole.p95(),
                whole.p99(),
                asked.cpu().p50(),
                asked.cpu().p95(),
                found,
                100 * asked.found());
    }

    private void row(String name, double ours, double bare) {
        table.format("%-32s %,12.2f %,12.2f %8.2f%n", name, ours, bare, ours / bare);
    }
}
