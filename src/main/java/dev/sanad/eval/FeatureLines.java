package dev.sanad.eval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sanad.eval.RankingFit.FitCandidate;
import dev.sanad.eval.RankingFit.FitQuery;
import dev.sanad.ingest.Progress;
import dev.sanad.retrieve.Features;
import dev.sanad.retrieve.Hit;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * What speaks for the passages that are found for each query, as {@code features.jsonl}: a line a query, {@code
 * {"id","group","candidates":[{"gold","features":[…]}]}}. Queries about one article are a group.
 */
public final class FeatureLines {
    private static final String FILE = "features.jsonl";
    /** Passages a query: the best, among which a ranking chooses, and every gold one that was found. */
    private static final int BEST = 20;

    private FeatureLines() {}

    /** @return how many queries were written: those that have a gold article that was found */
    public static int write(Path folder, ArchiveRanker ranker, List<Query> queries, Progress progress)
            throws IOException {
        Files.createDirectories(folder);
        int written = 0;
        try (Progress.Task task = progress.begin(Progress.Kind.ASKING, queries.size());
                BufferedWriter lines = Files.newBufferedWriter(folder.resolve(FILE))) {
            for (Query query : queries) {
                List<Object> candidates =
                        query.isRanked() ? candidates(query, ranker.hits(query.question())) : List.of();
                if (!candidates.isEmpty()) {
                    String group = String.join(" ", new TreeSet<>(query.gold()));
                    lines.write(Json.line(Json.object("id", query.id(), "group", group, "candidates", candidates)));
                    lines.newLine();
                    written++;
                }
                task.step(1);
            }
        }
        return written;
    }

    private static List<Object> candidates(Query query, List<Hit> hits) {
        var candidates = new ArrayList<>();
        boolean found = false;
        for (int i = 0; i < hits.size(); i++) {
            boolean gold =
                    query.gold().contains(hits.get(i).passage().id().article().value());
            found |= gold;
            if (gold || i < BEST) {
                candidates.add(Json.object(
                        "gold", gold, "features", hits.get(i).features().values()));
            }
        }
        return found ? candidates : List.of();
    }

    static List<FitQuery> read(Path folder) throws DataException, IOException {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            throw new DataException(
                    folder + " holds no " + FILE + "; name the --out of an earlier ./sanad eval --features");
        }
        var queries = new ArrayList<FitQuery>();
        for (String line : Files.readAllLines(file)) {
            JsonNode query = Json.MAPPER.readTree(line);
            JsonNode candidates = query.path("candidates");
            var read = new ArrayList<FitCandidate>();
            for (JsonNode candidate : candidates) {
                JsonNode values = candidate.path("features");
                List<String> names = Features.names();
                read.add(new FitCandidate(
                        candidate.path("gold").asBoolean(),
                        Features.named(name -> values.path(names.indexOf(name)).asDouble())));
            }
            queries.add(new FitQuery(query.path("group").asText(), read));
        }
        return queries;
    }
}
