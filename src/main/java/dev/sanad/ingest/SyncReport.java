package dev.sanad.ingest;

import java.util.List;

/**
 * What synchronising did.
 *
 * @param unchangedFiles files that were not read, or read and found the same
 * @param failures what could not be read, each with its reason; the archive keeps what it had from it
 */
public record SyncReport(
        int added, int changed, int removed, int unchangedFiles, List<Refusal> failures, List<Warning> warnings) {
    public SyncReport {
        failures = List.copyOf(failures);
        warnings = List.copyOf(warnings);
    }

    public boolean didNothing() {
        return added + changed + removed == 0;
    }
}
