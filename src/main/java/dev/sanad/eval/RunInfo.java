package dev.sanad.eval;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run was made of.
 *
 * @param corpora as they were named
 * @param ranker {@code sanad}, or the baseline's name
 * @param articles how many the archive holds
 * @param queries how many there are to ask
 * @param today what the questions took for today
 * @param threshold the confidence below which the archive's own sentences are not taken for an answer
 * @param settings every setting in force, by key, secrets masked
 */
public record RunInfo(
        List<String> corpora,
        List<String> queryFiles,
        String ranker,
        int articles,
        int queries,
        int threads,
        Instant began,
        LocalDate today,
        double threshold,
        Map<String, String> settings) {
    public RunInfo {
        corpora = List.copyOf(corpora);
        queryFiles = List.copyOf(queryFiles);
        settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }
}
