package dev.sanad.eval;

import com.fasterxml.jackson.databind.JsonNode;
import dev.sanad.answer.ConfidenceReader;
import dev.sanad.answer.SentenceScorer;
import dev.sanad.answer.SentenceScorer.Candidate;
import dev.sanad.ingest.Progress;
import dev.sanad.retrieve.Hit;
import dev.sanad.retrieve.Retrieval;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/**
 * What speaks for the passages that are found for each query, for their sentences, and for the archive answering it: the three
 * files of {@link Fitted}, a line a query. Passages and sentences are {@code {"id","group","candidates":[{"gold",
 * "features":[…]}]}}, the query as a whole {@code {"id","group","gold","features":[…]}}. Queries about one article are a group.
 */
public final class FeatureLines {
    /** Passages a query: the best, among which a ranking chooses, and every gold one that was found. */
    private static final int BEST = 20;

    private final ArchiveRanker ranker;
    private final SentenceScorer scorer;

    public FeatureLines(ArchiveRanker ranker, SentenceScorer scorer) {
        this.ranker = ranker;
        this.scorer = scorer;
    }

    /** Writes the files into a folder, made when it is not there. */
    public void write(Path folder, List<Query> queries, Progress progress) throws IOException {
        Files.createDirectories(folder);
        try (Progress.Task task = progress.begin(Progress.Kind.ASKING, queries.size());
                BufferedWriter passages = Files.newBufferedWriter(folder.resolve(Fitted.RANKING.file()));
                BufferedWriter sentences = Files.newBufferedWriter(folder.resolve(Fitted.SENTENCES.file()));
                BufferedWriter confidence = Files.newBufferedWriter(folder.resolve(Fitted.CONFIDENCE.file()))) {
            for (Query query : queries) {
                Retrieval retrieval = ranker.retrieval(query.question());
                List<Candidate> candidates = scorer.candidates(retrieval);
                if (query.isRanked()) {
                    writeCandidates(passages, query, passages(query, retrieval.hits()));
                    writeCandidates(sentences, query, sentences(query, candidates));
                }
                confidence.write(Json.line(Json.object(
                        "id", query.id(),
                        "group", group(query),
                        "gold", query.isRanked(),
                        "features",
                                ConfidenceReader.features(retrieval, candidates).values())));
                confidence.newLine();
                task.step(1);
            }
        }
    }

    private record Labelled(boolean gold, List<Double> features) {
        static Labelled of(boolean gold, double[] features) {
            return new Labelled(gold, Arrays.stream(features).boxed().toList());
        }

        Object json() {
            return Json.object("gold", gold, "features", features);
        }
    }

    private static void writeCandidates(BufferedWriter lines, Query query, List<Labelled> candidates)
            throws IOException {
        if (candidates.stream().anyMatch(Labelled::gold)) {
            List<Object> written = candidates.stream().map(Labelled::json).toList();
            lines.write(Json.line(Json.object("id", query.id(), "group", group(query), "candidates", written)));
            lines.newLine();
        }
    }

    private static String group(Query query) {
        return query.gold().isEmpty() ? query.id() : String.join(" ", new TreeSet<>(query.gold()));
    }

    private static List<Labelled> passages(Query query, List<Hit> hits) {
        var candidates = new ArrayList<Labelled>();
        for (int i = 0; i < hits.size(); i++) {
            boolean gold = isGold(query, hits.get(i).passage().id().article().value());
            if (gold || i < BEST) {
                candidates.add(Labelled.of(gold, hits.get(i).features().values()));
            }
        }
        return candidates;
    }

    /** A sentence of the gold article that has one of the answers is gold. */
    private static List<Labelled> sentences(Query query, List<Candidate> candidates) {
        List<String> answers = query.answers();
        if (answers == null) {
            return List.of();
        }
        return candidates.stream()
                .map(candidate -> Labelled.of(
                        isGold(query, candidate.passage().id().article().value())
                                && answers.stream().anyMatch(candidate.text()::contains),
                        candidate.features().values()))
                .toList();
    }

    private static boolean isGold(Query query, String article) {
        return query.gold().contains(article);
    }

    static List<RankingFit.FitQuery> read(Path folder, Fitted fitted) throws DataException, IOException {
        var queries = new ArrayList<RankingFit.FitQuery>();
        for (JsonNode line : lines(folder, fitted)) {
            var features = new ArrayList<List<Double>>();
            var gold = new ArrayList<Boolean>();
            for (JsonNode candidate : line.path("candidates")) {
                features.add(values(candidate, fitted, folder));
                gold.add(candidate.path("gold").asBoolean());
            }
            queries.add(new RankingFit.FitQuery(line.path("group").asText(), features, gold));
        }
        return queries;
    }

    static List<ConfidenceFit.FitQuestion> readConfidence(Path folder) throws DataException, IOException {
        var questions = new ArrayList<ConfidenceFit.FitQuestion>();
        for (JsonNode line : lines(folder, Fitted.CONFIDENCE)) {
            questions.add(new ConfidenceFit.FitQuestion(
                    line.path("group").asText(),
                    line.path("gold").asBoolean(),
                    values(line, Fitted.CONFIDENCE, folder)));
        }
        return questions;
    }

    private static List<JsonNode> lines(Path folder, Fitted fitted) throws DataException, IOException {
        Path file = folder.resolve(fitted.file());
        if (!Files.exists(file)) {
            throw new DataException(
                    folder + " holds no " + fitted.file() + "; name the --out of an earlier ./sanad eval --features");
        }
        var lines = new ArrayList<JsonNode>();
        for (String line : Files.readAllLines(file)) {
            lines.add(Json.MAPPER.readTree(line));
        }
        if (lines.isEmpty()) {
            throw new DataException(file + " holds nothing to fit to: none of the queries has what it needs");
        }
        return lines;
    }

    private static List<Double> values(JsonNode node, Fitted fitted, Path folder) throws DataException {
        var values = new ArrayList<Double>();
        node.path("features").forEach(value -> values.add(value.asDouble()));
        if (values.size() != fitted.names().size()) {
            throw new DataException(folder.resolve(fitted.file())
                    + " was written by another version of Sanad; run ./sanad eval --features again");
        }
        return values;
    }
}
