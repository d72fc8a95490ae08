package org.electrongap.report.page;

import java.awt.BasicStroke;
import java.awt.Font;
import java.awt.Stroke;
import org.jfree.chart.JFreeChart;
import org.jfree.chart.axis.Axis;
import org.jfree.chart.plot.Plot;
import org.jfree.chart.ui.RectangleInsets;

/** How every chart looks: no frame, no ground, thin lines where the eye needs a measure. */
final class ChartStyle {

    static final Font FONT = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    /** Room around the numbers of an axis, so that it shows few of them. */
    static final RectangleInsets APART = new RectangleInsets(9, 9, 9, 5);

    /** What an axis of numbers below lying bars takes, with the room around the chart. */
    static final int AXIS_HEIGHT = 56;

    static final Stroke GRID = new BasicStroke(1f);
    static final Stroke LINE = new BasicStroke(2.4f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
    static final Stroke THIN = dashes(1.4f, 2f, 4f);
    static final Stroke DASHED = dashes(1.6f, 7f, 5f);

    private ChartStyle() {}

    /** The chart of a plot, without title and legend: those stand in HTML. */
    static JFreeChart chart(Plot plot) {
        plot.setBackgroundPaint(null);
        plot.setOutlineVisible(false);
        plot.setInsets(new RectangleInsets(8, 4, 4, 18));
        plot.setNoDataMessage(null);
        JFreeChart chart = new JFreeChart(null, FONT, plot, false);
        chart.setBackgroundPaint(null);
        chart.setBorderVisible(false);
        chart.setPadding(RectangleInsets.ZERO_INSETS);
        return chart;
    }

    static void axis(Axis axis) {
        axis.setLabel(null);
        axis.setAxisLineVisible(false);
        axis.setTickMarksVisible(false);
        axis.setTickLabelFont(FONT);
        axis.setTickLabelPaint(Ink.TEXT.color());
    }

    private static Stroke dashes(float width, float on, float off) {
        return new BasicStroke(width, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1f, new float[] {on, off}, 0f);
    }
}
