package dev.sanad.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The plots of a run. */
final class Plots {
    private static final int DEPTH = 20;
    private static final double TENTH = .1;

    private Plots() {}

    /** Recall by depth; null when no ranking counts. */
    static @Nullable LinePlot recall(List<Outcome> outcomes) {
        List<Outcome> ranked =
                outcomes.stream().filter(each -> each.query().isRanked()).toList();
        if (ranked.isEmpty()) {
            return null;
        }
        var points = new ArrayList<LinePlot.Point>();
        for (int depth = 1; depth <= DEPTH; depth++) {
            int first = depth;
            double found = ranked.stream()
                    .mapToDouble(each -> Ranks.within(each.rank(), first))
                    .sum();
            points.add(new LinePlot.Point(depth, found / ranked.size()));
        }
        double bottom = Math.min(1 - TENTH, Math.floor(points.getFirst().y() / TENTH) * TENTH);
        var axis = new LinePlot.Axis(
                "first articles looked at",
                1,
                DEPTH,
                IntStream.of(1, 5, 10, 15, DEPTH)
                        .mapToObj(depth -> new LinePlot.Tick(depth, String.valueOf(depth)))
                        .toList());
        return new LinePlot(axis, "found among them", bottom, 1, points, List.of());
    }

    /**
     * Risk by coverage, the threshold marked; null when nothing was answered. An answer counts as wrong here when the
     * archive has none, or when the first article of the ranking is not the wanted one.
     */
    static @Nullable LinePlot risk(List<Outcome> outcomes, double threshold) {
        var judged = new ArrayList<RiskCoverage.Judged>();
        for (Outcome outcome : outcomes) {
            Reply reply = outcome.reply();
            if (reply != null && (outcome.query().isRanked() || outcome.query().isUnanswerable())) {
                boolean wrong = outcome.query().isUnanswerable() || outcome.rank() != 1;
                judged.add(new RiskCoverage.Judged(reply.confidence(), wrong));
            }
        }
        if (judged.isEmpty()) {
            return null;
        }
        RiskCoverage curve = RiskCoverage.of(judged);
        List<LinePlot.Point> points = curve.points().stream()
                .map(point -> new LinePlot.Point(point.coverage(), point.risk()))
                .toList();
        double most = points.stream().mapToDouble(LinePlot.Point::y).max().orElse(0);
        RiskCoverage.Point at = curve.at(threshold);
        String name = String.format(
                Locale.ROOT,
                "threshold %s: %.1f %% taken, %.1f %% of them wrong",
                threshold,
                100 * at.coverage(),
                100 * at.risk());
        var axis = new LinePlot.Axis(
                "questions taken, the most confident first",
                0,
                1,
                IntStream.rangeClosed(0, 4)
                        .mapToObj(quarter -> new LinePlot.Tick(quarter / 4.0, quarter * 25 + " %"))
                        .toList());
        return new LinePlot(
                axis,
                "wrong among them",
                0,
                Math.max(TENTH, Math.ceil(most / TENTH) * TENTH),
                points,
                List.of(new LinePlot.Mark(new LinePlot.Point(at.coverage(), at.risk()), name)));
    }
}
