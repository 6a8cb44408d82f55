package dev.sanad.eval;

import dev.sanad.answer.ClaimCheck;
import dev.sanad.answer.ClaimCheck.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Asks the support check of every claim, and of nothing else: it sees a claim and its evidence, not what is known of them. */
public final class SupportRun {
    static final String SUPPORT = "support.jsonl";
    private final ClaimCheck check;

    public SupportRun(ClaimCheck check) {
        this.check = check;
    }

    record Judged(SupportPair pair, Verdict verdict) {}

    /** Writes {@code support.jsonl} and {@code report.json}. */
    public SupportReport run(List<SupportPair> pairs, Path folder) throws IOException {
        Files.deleteIfExists(folder.resolve(RunFolder.REPORT));
        var judged = new ArrayList<Judged>();
        var lines = new StringBuilder();
        long start = System.nanoTime();
        for (SupportPair pair : pairs) {
            Verdict verdict = check.check(pair.claim(), pair.evidence());
            judged.add(new Judged(pair, verdict));
            lines.append(line(pair.id(), verdict)).append('\n');
        }
        double millis = (System.nanoTime() - start) / 1e6 / pairs.size();
        RunFolder.write(folder, SUPPORT, lines.toString());
        var report = SupportReport.of(judged, millis);
        RunFolder.write(folder, RunFolder.REPORT, report.json());
        return report;
    }

    private static String line(String id, Verdict verdict) {
        return Json.line(Json.object(
                "id",
                id,
                "supported",
                verdict.supported(),
                "reasons",
                verdict.findings().stream()
                        .map(finding -> Json.object(
                                "kind", finding.kind().name().toLowerCase(Locale.ROOT), "text", finding.text()))
                        .toList()));
    }
}
