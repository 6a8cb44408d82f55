package dev.sanad.cli;

import dev.sanad.eval.Evaluation;
import dev.sanad.eval.Outcome;
import dev.sanad.eval.Query;
import dev.sanad.eval.Report;
import dev.sanad.eval.RunFolder;
import dev.sanad.eval.RunInfo;
import dev.sanad.eval.TrecFiles;
import dev.sanad.store.ArticleStore;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** One run into its folder. When the program is told to end, the run ends early, and its reports are still written. */
final class EvalRun {
    private final Evaluation evaluation;
    private final RunInfo info;
    private final Path folder;
    private final boolean trec;
    private final CountDownLatch written = new CountDownLatch(1);

    /** @param trec whether the files for trec_eval are written too */
    EvalRun(Evaluation evaluation, RunInfo info, Path folder, boolean trec) {
        this.evaluation = evaluation;
        this.info = info;
        this.folder = folder;
        this.trec = trec;
    }

    Report run(List<Query> queries, ArticleStore articles)
            throws IOException, InterruptedException, UnavailableException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop, "stop"));
        try {
            RunFolder run = create(queries);
            List<Outcome> outcomes;
            try (RunFolder.Lines lines = run.lines()) {
                outcomes = evaluation.run(queries, lines);
            }
            Report report = Report.of(info, outcomes);
            report.writeTo(run, articles);
            if (trec) {
                TrecFiles.write(run, outcomes);
            }
            if (!report.isComplete()) {
                System.err.println("Stopped after " + outcomes.size() + " of " + queries.size()
                        + " queries; the reports in " + folder + " are of these.");
            }
            return report;
        } finally {
            written.countDown();
        }
    }

    private RunFolder create(List<Query> queries) throws UnavailableException {
        try {
            return RunFolder.create(folder, queries);
        } catch (IOException e) {
            throw new UnavailableException("--out " + folder + " cannot be written: " + e);
        }
    }

    private void stop() {
        evaluation.stop();
        try {
            written.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
