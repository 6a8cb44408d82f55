package dev.sanad.eval;

import java.util.Locale;

/** What a metric says, in words, and how its value is written. */
public enum MetricNames {
    N("n", "questions", 0),
    R1("R@1", "found as the first article", 4),
    R5("R@5", "found among the first 5", 4),
    R10("R@10", "found among the first 10", 4),
    R20("R@20", "found among the first 20", 4),
    MRR("MRR@10", "mean of 1 / rank, 0 beyond 10", 4),
    NDCG("nDCG@10", "discounted gain of the first 10", 4),
    ANSWER1("answer@1", "the first quotation holds an answer", 4),
    ANSWER3("answer@3", "one of the first three quotations does", 4),
    ANSWERED("answered", "answered, of the questions that have an answer", 4),
    ABSTAINED("abstained", "not answered, of those that have none", 4),
    AUROC("auroc", "how well confidence tells the two apart; .5 is chance", 4),
    QUOTE_CHARS("quote_chars", "characters quoted in an answer, on average", 1),
    FIDELITY("fidelity", "quotations that equal the stored text", 4),
    MILLIS_P50("millis_p50", "milliseconds, half of the questions take no more", 2),
    MILLIS_P95("millis_p95", "milliseconds, 95 % take no more", 2);

    private final String key;
    private final String meaning;
    private final int digits;

    MetricNames(String key, String meaning, int digits) {
        this.key = key;
        this.meaning = meaning;
        this.digits = digits;
    }

    /** As in {@code report.json}. */
    public String key() {
        return key;
    }

    public String meaning() {
        return meaning;
    }

    public String format(double value) {
        return String.format(Locale.ROOT, "%." + digits + "f", value);
    }

    /** With its sign. */
    public String formatDifference(double value) {
        return String.format(Locale.ROOT, "%+." + digits + "f", value);
    }
}
