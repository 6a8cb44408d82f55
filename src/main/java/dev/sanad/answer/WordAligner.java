package dev.sanad.answer;

import dev.sanad.answer.Alignment.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds where in an article all of a quotation's words stand with the least changed, added or left out (Sellers' algorithm
 * over words). Runs of up to {@value #REACH} words match where they differ in their boundaries alone. Takes time
 * in the article's words times the changes that are allowed.
 */
final class WordAligner {
    private static final int REACH = 4;
    private final List<QuotedWord> given;
    private final int most;

    /** @param most that the words that were changed, added or left out may cost */
    WordAligner(List<QuotedWord> given, int most) {
        this.given = List.copyOf(given);
        this.most = most;
    }

    /** The first of the best; null when none is good enough. */
    @Nullable Alignment align(List<QuotedWord> found) {
        var columns = new Column[REACH + 1];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = new Column(given.size());
        }
        Cell best = null;
        for (int j = 0; j <= found.size(); j++) {
            Column column = columns[j % columns.length];
            column.offer(0, 0, j, null, j, false);
            for (int i = 0; i <= column.deepest; i++) {
                Cell cell = column.cells[i];
                if (cell != null && i < given.size()) {
                    goOn(cell, found, columns);
                }
            }
            Cell whole = column.cells[given.size()];
            // a last word that is another costs what one too many costs: the article's word is shown beside it
            boolean better = whole != null
                    && (best == null
                            || whole.cost < best.cost
                            || (whole.cost == best.cost && whole.found == best.found + 1 && best.cost > 0));
            best = better ? whole : best;
            column.clear();
        }
        return best == null ? null : new Alignment(best.cost, steps(best));
    }

    private void goOn(Cell cell, List<QuotedWord> found, Column[] columns) {
        int i = cell.given;
        int j = cell.found;
        Column here = columns[j % columns.length];
        if (j < found.size()) {
            long ends = sameUntil(i, found, j);
            if (ends >= 0) {
                int foundEnd = (int) ends;
                columns[foundEnd % columns.length].offer(
                        (int) (ends >> 32), cell.cost, cell.start, cell, foundEnd, true);
            }
        }
        int added = given.get(i).cost();
        if (j < found.size()) {
            Column next = columns[(j + 1) % columns.length];
            int missing = found.get(j).cost();
            offer(next, i + 1, Math.max(added, missing), cell, j + 1);
            if (i > 0) {
                offer(next, i, missing, cell, j + 1);
            }
        }
        offer(here, i + 1, added, cell, j);
    }

    private void offer(Column column, int i, int cost, Cell before, int j) {
        if (before.cost + cost <= most) {
            column.offer(i, before.cost + cost, before.start, before, j, false);
        }
    }

    /**
     * Where the shortest runs end that begin at these words and are the same but for boundaries: the given one in the
     * upper half, the found one in the lower; -1 when there are none.
     */
    private long sameUntil(int givenFrom, List<QuotedWord> found, int foundFrom) {
        int i = givenFrom;
        int j = foundFrom;
        int p = 0;
        int q = 0;
        while (true) {
            String some = given.get(i).key();
            String other = found.get(j).key();
            int length = Math.min(some.length() - p, other.length() - q);
            if (!some.regionMatches(p, other, q, length)) {
                return -1;
            }
            p += length;
            q += length;
            if (p == some.length()) {
                i++;
                p = 0;
            }
            if (q == other.length()) {
                j++;
                q = 0;
            }
            if (p == 0 && q == 0) {
                return (long) i << 32 | j;
            }
            boolean out = i == given.size() || j == found.size();
            if (out || i - givenFrom == REACH || j - foundFrom == REACH) {
                return -1;
            }
        }
    }

    private static List<Step> steps(Cell last) {
        var steps = new ArrayList<Step>();
        for (Cell cell = last; cell.before != null; cell = cell.before) {
            steps.add(new Step(cell.before.given, cell.given, cell.before.found, cell.found, cell.same));
        }
        return steps.reversed();
    }

    /**
     * The best way to have placed the given words before {@code given}, the last of them before {@code found}.
     *
     * @param start the first of the article's words that it placed
     */
    private record Cell(
            int given,
            int found,
            int cost,
            int start,
            @Nullable Cell before,
            boolean same) {}

    /** The cells that end before one of the article's words, by how many given words they placed. */
    private static final class Column {
        private final @Nullable Cell[] cells;
        private int deepest = -1;

        Column(int given) {
            this.cells = new Cell[given + 1];
        }

        /** Of equal cost, what began earlier stays: it shows the article's word beside a first word that is another. */
        void offer(int given, int cost, int start, @Nullable Cell before, int found, boolean same) {
            Cell there = cells[given];
            if (there == null || cost < there.cost || (cost == there.cost && start < there.start)) {
                cells[given] = new Cell(given, found, cost, start, before, same);
                deepest = Math.max(deepest, given);
            }
        }

        void clear() {
            Arrays.fill(cells, 0, deepest + 1, null);
            deepest = -1;
        }
    }
}
