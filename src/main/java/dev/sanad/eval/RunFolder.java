package dev.sanad.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of a run. {@code run.jsonl} grows with the run; the others are whole or not there. {@code
 * run.queries.jsonl} is the queries as they were asked, so that the folder can be compared with another wherever it goes.
 */
public final class RunFolder {
    private static final String RUN = "run.jsonl";
    private static final String QUERIES = "run.queries.jsonl";
    static final String REPORT = "report.json";
    static final String PAGE = "report.html";
    private static final List<String> MADE_AT_THE_END = List.of(REPORT, PAGE, TrecFiles.RUN, TrecFiles.QRELS);
    private final Path folder;

    private RunFolder(Path folder) {
        this.folder = folder;
    }

    /** Makes the folder, or takes an earlier run's files out of it; others stay. */
    public static RunFolder create(Path folder, List<Query> queries) throws IOException {
        Files.createDirectories(folder);
        for (String file : MADE_AT_THE_END) {
            Files.deleteIfExists(folder.resolve(file));
        }
        var run = new RunFolder(folder);
        var lines = new StringBuilder();
        queries.forEach(query -> lines.append(RunLines.query(query)).append('\n'));
        run.write(QUERIES, lines.toString());
        return run;
    }

    /** Every outcome is in the file when {@code take} returns. */
    public Lines lines() throws IOException {
        return new Lines(Files.newBufferedWriter(folder.resolve(RUN)));
    }

    /** {@code run.jsonl} being written. */
    public static final class Lines implements Evaluation.Sink, AutoCloseable {
        private final BufferedWriter writer;

        private Lines(BufferedWriter writer) {
            this.writer = writer;
        }

        @Override
        public void take(Outcome outcome) throws IOException {
            writer.write(RunLines.outcome(outcome) + "\n");
            writer.flush();
        }

        @Override
        public void close() throws IOException {
            writer.close();
        }
    }

    void write(String file, String content) throws IOException {
        write(folder, file, content);
    }

    /** The file is whole or as it was. */
    static void write(Path folder, String file, String content) throws IOException {
        Files.createDirectories(folder);
        Path whole = folder.resolve(file);
        Path part = folder.resolve(file + ".part");
        Files.writeString(part, content);
        Files.move(part, whole, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    /** What a run left in a folder, in the order of its queries; less than all of them when it was stopped. */
    public static List<Outcome> read(Path folder) throws DataException, IOException {
        Path run = folder.resolve(RUN);
        Path queries = folder.resolve(QUERIES);
        if (!Files.exists(run) || !Files.exists(queries)) {
            throw new DataException(folder + " holds no run: no " + RUN + " and " + QUERIES
                    + "; name the --out of an earlier ./sanad eval");
        }
        Map<String, Query> byId = new HashMap<>();
        QueryReader.read(List.of(queries)).forEach(query -> byId.put(query.id(), query));
        var outcomes = new ArrayList<Outcome>();
        int number = 0;
        for (String line : Files.readAllLines(run)) {
            number++;
            String place = run + ":" + number;
            JsonNode outcome = json(line, place);
            Query query = byId.get(outcome.path("id").asText());
            if (query == null) {
                throw new DataException(place + " is of a query that " + queries + " lacks");
            }
            outcomes.add(RunLines.outcome(query, outcome));
        }
        return outcomes;
    }

    private static JsonNode json(String line, String place) throws DataException {
        try {
            return Json.MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new DataException(place + " is not JSON, as when a run was killed while it wrote; take the line out");
        }
    }
}
