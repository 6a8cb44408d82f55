package dev.sanad.eval;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What answering only from some confidence on would cost and buy: one point for each confidence that occurs, highest
 * first.
 */
record RiskCoverage(List<Point> points) {
    RiskCoverage {
        points = List.copyOf(points);
    }

    /** @param wrong whether an answer to it would have been */
    record Judged(double confidence, boolean wrong) {}

    /**
     * @param confidence the least that is taken
     * @param coverage share of the questions that are taken, above 0
     * @param risk share of those that are wrong
     */
    record Point(double confidence, double coverage, double risk) {}

    static RiskCoverage of(List<Judged> judged) {
        List<Judged> sorted = judged.stream()
                .sorted(Comparator.comparingDouble(Judged::confidence).reversed())
                .toList();
        var points = new ArrayList<Point>();
        int wrong = 0;
        for (int taken = 1; taken <= sorted.size(); taken++) {
            Judged last = sorted.get(taken - 1);
            wrong += last.wrong() ? 1 : 0;
            if (taken == sorted.size() || sorted.get(taken).confidence() < last.confidence()) {
                points.add(new Point(last.confidence(), (double) taken / sorted.size(), (double) wrong / taken));
            }
        }
        return new RiskCoverage(points);
    }

    /** What the threshold takes: the last point that is not below it; nothing when all are. */
    Point at(double threshold) {
        Point at = new Point(threshold, 0, 0);
        for (Point point : points) {
            if (point.confidence() >= threshold) {
                at = point;
            }
        }
        return at;
    }
}
