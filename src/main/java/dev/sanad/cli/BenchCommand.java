package dev.sanad.cli;

import dev.sanad.config.Settings.LogLevel;
import dev.sanad.eval.BenchCorpus;
import dev.sanad.eval.BenchException;
import dev.sanad.eval.BenchFolder;
import dev.sanad.eval.BenchPlan;
import dev.sanad.eval.BenchQueries;
import dev.sanad.eval.BenchReport;
import dev.sanad.eval.BenchTable;
import dev.sanad.index.VectorCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "bench",
        description = {
            "Measures speed and size beside bare Lucene, on an archive made by resampling the sentences of a corpus.",
            "With --archive the archive is kept, and searched as it is by the next run with the same --passages, --seed and corpus."
        },
        footer = {
            "",
            "Examples:",
            "  ./sanad bench --passages 10000",
            "  ./sanad bench --passages 1000000 --corpus corpus.jsonl --archive /tmp/bench --out /tmp/figures",
            "  ./sanad bench --passages 200000 --vectors 384",
            "  JAVA_OPTS=-Xmx512m ./sanad bench --passages 1000000 --corpus corpus.jsonl --archive /tmp/bench"
        })
final class BenchCommand implements Callable<Integer> {
    @CommandLine.ParentCommand
    private Main main;

    @CommandLine.Mixin
    private CommonOptions options;

    @CommandLine.Option(
            names = "--passages",
            paramLabel = "N",
            required = true,
            description = "How many passages the archive has at least.")
    private int passages;

    @CommandLine.Option(
            names = "--corpus",
            paramLabel = "PATH",
            description = "Articles whose Persian sentences are resampled, instead of the sources. Repeatable.")
    private @Nullable List<Path> corpus;

    @CommandLine.Option(
            names = "--queries",
            paramLabel = "FILE",
            description = "Questions to ask, a line each as {\"question\":…}, instead of some made of the corpus.")
    private @Nullable Path queries;

    @CommandLine.Option(
            names = "--questions",
            paramLabel = "N",
            defaultValue = "2000",
            description = "How many questions are timed (default: ${DEFAULT-VALUE}).")
    private int questions;

    @CommandLine.Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Another number makes another archive and other questions (default: ${DEFAULT-VALUE}).")
    private long seed;

    @CommandLine.Option(
            names = "--threads",
            paramLabel = "N",
            defaultValue = "1",
            description = "Threads that index (default: ${DEFAULT-VALUE}).")
    private int threads;

    @CommandLine.Option(
            names = "--vectors",
            paramLabel = "D",
            defaultValue = "0",
            description =
                    "Gives each passage a synthetic vector of D numbers, and measures ranking by words and vectors.")
    private int vectors;

    @CommandLine.Option(names = "--out", paramLabel = "DIR", description = "Where bench.json is written.")
    private @Nullable Path out;

    @Override
    public Integer call() throws Exception {
        App app = App.start(main, options, LogLevel.WARN);
        if (passages < 1 || questions < 1 || threads < 1) {
            throw new UsageException("--passages, --questions and --threads are at least 1.");
        }
        if (vectors < 0 || vectors > VectorCodec.MAX_DIMENSION) {
            throw new UsageException("--vectors is the dimension of the vectors: 1 to " + VectorCodec.MAX_DIMENSION
                    + ", or 0 for none.");
        }
        try (BenchFolder folder = folder(app)) {
            BenchCorpus read =
                    BenchCorpus.read(corpus == null ? app.settings().sources() : corpus, app.articleReaders());
            List<String> asked = queries == null ? List.of() : BenchQueries.read(queries);
            var plan = new BenchPlan(read, passages, asked, questions, seed, threads, vectors);
            BenchReport report = app.bench(new TerminalProgress()).run(plan, folder);
            System.out.print(BenchTable.of(report));
            if (out != null) {
                report.write(out);
            }
            return Main.OK;
        } catch (BenchException e) {
            throw new UsageException(e.getMessage());
        }
    }

    private BenchFolder folder(App app) throws IOException {
        return options.namesArchive() ? BenchFolder.kept(app.settings().archive()) : BenchFolder.temporary();
    }
}
