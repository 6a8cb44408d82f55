package dev.sanad.eval;

import java.util.List;
import java.util.Set;

/** Measures of one ranking against the articles that should have been found. Relevance is yes or no. */
final class Ranks {
    private Ranks() {}

    /** Of the first gold article, from 1; 0 when none was found. */
    static int first(List<String> ranking, Set<String> gold) {
        for (int i = 0; i < ranking.size(); i++) {
            if (gold.contains(ranking.get(i))) {
                return i + 1;
            }
        }
        return 0;
    }

    /** 1 when a rank from {@link #first} is within the depth, else 0. */
    static double within(int rank, int depth) {
        return rank > 0 && rank <= depth ? 1 : 0;
    }

    static double reciprocal(int rank, int depth) {
        return rank > 0 && rank <= depth ? 1.0 / rank : 0;
    }

    /** Discounted gain over that of a ranking with every gold article at its top, discount log2(1 + rank); 0 to 1. */
    static double ndcg(List<String> ranking, Set<String> gold, int depth) {
        double gain = 0;
        double ideal = 0;
        for (int i = 0; i < depth; i++) {
            double discounted = Math.log(2) / Math.log(i + 2);
            gain += i < ranking.size() && gold.contains(ranking.get(i)) ? discounted : 0;
            ideal += i < gold.size() ? discounted : 0;
        }
        return ideal == 0 ? 0 : gain / ideal;
    }
}
