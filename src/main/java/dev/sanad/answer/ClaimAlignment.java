package dev.sanad.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Two wordings laid side by side: as many words as can be paired without crossing, those that stand together first. */
final class ClaimAlignment {
    private static final int CONTENT = 3;
    private static final int GRAMMAR = 1;
    /** For a pair that stands right behind another. */
    private static final int TOGETHER = 1;

    private final Wording claim;
    private final Wording quoted;
    private final int[] partner;

    /**
     * A place where the two differ, between pairs or at an end: {@code [from, to)} in the claim and {@code [quotedFrom,
     * quotedTo)} in the quotation, one of which may be empty.
     */
    record Gap(int from, int to, int quotedFrom, int quotedTo) {}

    ClaimAlignment(Wording claim, Wording quoted) {
        this.claim = claim;
        this.quoted = quoted;
        this.partner = new int[claim.size()];
        Arrays.fill(partner, -1);
        pair();
    }

    private void pair() {
        int rows = claim.size();
        int columns = quoted.size();
        int[][] paired =
                new int[rows + 1][columns + 1]; // best where the last words of both are a pair; 0 where they are none
        int[][] best = new int[rows + 1][columns + 1];
        for (int i = 1; i <= rows; i++) {
            for (int j = 1; j <= columns; j++) {
                best[i][j] = Math.max(best[i - 1][j], best[i][j - 1]);
                Token token = claim.get(i - 1);
                if (token.matches(quoted.get(j - 1))) {
                    int before = paired[i - 1][j - 1];
                    int together = before > 0 ? before + TOGETHER : 0;
                    paired[i][j] = Math.max(best[i - 1][j - 1], together) + (token.content() ? CONTENT : GRAMMAR);
                    best[i][j] = Math.max(best[i][j], paired[i][j]);
                }
            }
        }
        int i = rows;
        int j = columns;
        boolean mustPair = false;
        while (i > 0 && j > 0) {
            if (mustPair || (paired[i][j] > 0 && paired[i][j] == best[i][j])) {
                partner[i - 1] = j - 1;
                int before = paired[i - 1][j - 1];
                mustPair = before > 0 && before + TOGETHER >= best[i - 1][j - 1];
                i--;
                j--;
            } else if (best[i - 1][j] >= best[i][j - 1]) {
                i--;
            } else {
                j--;
            }
        }
    }

    /** The quotation's word that is paired with the claim's; -1 for none. */
    int partner(int i) {
        return partner[i];
    }

    List<Gap> gaps() {
        var gaps = new ArrayList<Gap>();
        int from = 0;
        int quotedFrom = 0;
        for (int i = 0; i <= partner.length; i++) {
            int at = i == partner.length ? quoted.size() : partner[i];
            if (at >= 0) {
                if (i > from || at > quotedFrom) {
                    gaps.add(new Gap(from, i, quotedFrom, at));
                }
                from = i + 1;
                quotedFrom = at + 1;
            }
        }
        return gaps;
    }

    /** For each of the claim's words, the share of the words about it, 0 to 1, that are paired. */
    double[] closeness(int reach) {
        double[] closeness = new double[partner.length];
        for (int i = 0; i < partner.length; i++) {
            int from = Math.max(0, i - reach);
            int to = Math.min(partner.length, i + reach + 1);
            int paired = 0;
            for (int k = from; k < to; k++) {
                paired += partner[k] >= 0 ? 1 : 0;
            }
            closeness[i] = (double) paired / (to - from);
        }
        return closeness;
    }
}
