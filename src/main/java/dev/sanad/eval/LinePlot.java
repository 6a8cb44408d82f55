package dev.sanad.eval;

import java.util.List;
import java.util.Locale;

/** A line over two axes as SVG; shares run up the left side, from {@code bottom} to {@code top}. */
record LinePlot(Axis x, String yLabel, double bottom, double top, List<Point> line, List<Mark> marks) {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 320;
    private static final int LEFT = 72;
    private static final int RIGHT = 36;
    private static final int ABOVE = 16;
    private static final int BELOW = 48;
    private static final int STEPS = 5;

    LinePlot {
        line = List.copyOf(line);
        marks = List.copyOf(marks);
    }

    /** @param ticks where a number stands, each between first and last */
    record Axis(String label, double first, double last, List<Tick> ticks) {}

    record Tick(double at, String name) {}

    record Point(double x, double y) {}

    /** A point that is pointed out. */
    record Mark(Point point, String name) {}

    String svg() {
        var svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s by %s\">%n",
                WIDTH,
                HEIGHT,
                Html.escape(yLabel),
                Html.escape(x.label())));
        axes(svg);
        svg.append("<polyline class=\"line\" points=\"");
        line.forEach(point -> svg.append(String.format(Locale.ROOT, "%.1f,%.1f ", left(point.x()), down(point.y()))));
        svg.append("\"/>\n");
        marks.forEach(mark -> mark(svg, mark));
        return svg.append("</svg>\n").toString();
    }

    private void axes(StringBuilder svg) {
        for (int i = 0; i <= STEPS; i++) {
            double share = bottom + (top - bottom) * i / STEPS;
            double y = down(share);
            stroke(svg, "grid", LEFT, y, WIDTH - RIGHT, y);
            text(svg, "end", LEFT - 6, y + 4, percent(share));
        }
        for (Tick tick : x.ticks()) {
            text(svg, "middle", left(tick.at()), HEIGHT - BELOW + 18, tick.name());
        }
        text(svg, "middle", (LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 8, x.label());
    }

    /** As exactly as the steps of the axis need. */
    private String percent(double share) {
        return String.format(Locale.ROOT, top - bottom < .05 ? "%.1f %%" : "%.0f %%", 100 * share);
    }

    private void mark(StringBuilder svg, Mark mark) {
        double across = left(mark.point().x());
        double y = down(mark.point().y());
        boolean leftHalf = across < WIDTH / 2.0;
        stroke(svg, "mark", across, ABOVE, across, HEIGHT - BELOW);
        svg.append(String.format(Locale.ROOT, "<circle class=\"dot\" cx=\"%.1f\" cy=\"%.1f\" r=\"4\"/>%n", across, y));
        text(svg, leftHalf ? "start" : "end", across + (leftHalf ? 8 : -8), ABOVE + 12, mark.name());
    }

    private static void stroke(StringBuilder svg, String kind, double x1, double y1, double x2, double y2) {
        svg.append(String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>%n",
                kind,
                x1,
                y1,
                x2,
                y2));
    }

    private static void text(StringBuilder svg, String anchor, double x, double y, String text) {
        svg.append(String.format(
                Locale.ROOT,
                "<text text-anchor=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>%n",
                anchor,
                x,
                y,
                Html.escape(text)));
    }

    private double left(double value) {
        double span = Math.max(1e-9, x.last() - x.first());
        return LEFT + (WIDTH - LEFT - RIGHT) * (value - x.first()) / span;
    }

    private double down(double share) {
        double within = Math.clamp((share - bottom) / Math.max(1e-9, top - bottom), 0, 1);
        return ABOVE + (HEIGHT - ABOVE - BELOW) * (1 - within);
    }
}
