package dev.sanad.eval;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A run's rankings as trec_eval reads them. A character of an id that is white space, a control character or a per cent
 * sign is written as {@code %} and two hexadecimal digits for each of its UTF-8 bytes. trec_eval orders by score, read as
 * a 32-bit number, and ties by id: a score that would tie is written as the next smaller one, so that the order stays.
 */
public final class TrecFiles {
    static final String RUN = "run.trec";
    static final String QRELS = "qrels.trec";
    private static final String TAG = "sanad";

    private TrecFiles() {}

    /** Queries whose ranking counts for nothing are left out. */
    public static void write(RunFolder folder, List<Outcome> outcomes) throws IOException {
        var run = new StringBuilder();
        var qrels = new StringBuilder();
        for (Outcome outcome : outcomes) {
            if (outcome.query().isRanked()) {
                run(outcome, run);
                qrels(outcome.query(), qrels);
            }
        }
        folder.write(RUN, run.toString());
        folder.write(QRELS, qrels.toString());
    }

    private static void run(Outcome outcome, StringBuilder lines) {
        String query = safe(outcome.query().id());
        float last = Float.POSITIVE_INFINITY;
        int rank = 0;
        for (Ranked ranked : outcome.ranking().articles()) {
            rank++;
            last = Math.min((float) ranked.score(), Math.nextDown(last));
            lines.append(query)
                    .append(" Q0 ")
                    .append(safe(ranked.article()))
                    .append(' ')
                    .append(rank)
                    .append(' ')
                    .append(last)
                    .append(' ')
                    .append(TAG)
                    .append('\n');
        }
    }

    private static void qrels(Query query, StringBuilder lines) {
        for (String gold : query.gold()) {
            lines.append(safe(query.id())).append(" 0 ").append(safe(gold)).append(" 1\n");
        }
    }

    static String safe(String id) {
        var safe = new StringBuilder();
        id.codePoints().forEach(c -> {
            if (c == '%' || Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.isISOControl(c)) {
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
                    safe.append(String.format("%%%02X", b));
                }
            } else {
                safe.appendCodePoint(c);
            }
        });
        return safe.toString();
    }
}
