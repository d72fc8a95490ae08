package org.electrongap.report.page;

import java.text.NumberFormat;
import java.util.List;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.renderer.category.IntervalBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.chart.ui.Layer;
import org.jfree.data.category.DefaultIntervalCategoryDataset;

/**
 * Names, each with a bar from a common base to the value at its low end and one to that at its high end: a tornado.
 *
 * @param ranges names from the one that moves most downwards
 * @param base the value that all start from
 * @param low what a bar to the value at the low end means
 * @param high what a bar to the value at the high end means
 * @param numbers how values are written on the axis
 */
record RangeChart(List<Range> ranges, double base, Key low, Key high, NumberFormat numbers) implements Picture {

    /** A name with the values at its two ends. */
    record Range(String name, double atLow, double atHigh) {}

    @Override
    public List<Key> keys() {
        return List.of(low, high);
    }

    @Override
    public String svg(Drawing.Frame frame, Size size) {
        CategoryPlot plot = new CategoryPlot(null, names(size), values(), null);
        plot.setDataset(0, bars(ranges.stream().map(Range::atLow).toList()));
        plot.setRenderer(0, renderer(low));
        plot.setDataset(1, bars(ranges.stream().map(Range::atHigh).toList()));
        plot.setRenderer(1, renderer(high));
        plot.setOrientation(PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setRangeGridlinePaint(Ink.GRID.color());
        plot.setRangeGridlineStroke(ChartStyle.GRID);
        plot.addRangeMarker(new ValueMarker(base, Ink.TEXT.color(), ChartStyle.GRID), Layer.FOREGROUND);
        return Drawing.of(
                ChartStyle.chart(plot),
                frame,
                size,
                ChartStyle.AXIS_HEIGHT + ranges.size() * (size == Size.WIDE ? 30 : 46));
    }

    private DefaultIntervalCategoryDataset bars(List<Double> ends) {
        Number[][] starts = new Number[1][ends.size()];
        Number[][] stops = new Number[1][ends.size()];
        String[] names = new String[ends.size()];
        for (int i = 0; i < ends.size(); i++) {
            starts[0][i] = StrictMath.min(base, ends.get(i));
            stops[0][i] = StrictMath.max(base, ends.get(i));
            names[i] = ranges.get(i).name();
        }
        return new DefaultIntervalCategoryDataset(new String[] {""}, names, starts, stops);
    }

    private static CategoryAxis names(Size size) {
        CategoryAxis axis = new CategoryAxis();
        ChartStyle.axis(axis);
        axis.setLowerMargin(.02);
        axis.setUpperMargin(.02);
        axis.setCategoryMargin(.28);
        axis.setMaximumCategoryLabelLines(size == Size.WIDE ? 2 : 3);
        return axis;
    }

    private NumberAxis values() {
        NumberAxis axis = new NumberAxis();
        ChartStyle.axis(axis);
        axis.setAutoRangeIncludesZero(false);
        axis.setNumberFormatOverride(numbers);
        axis.setLowerMargin(.06);
        axis.setUpperMargin(.06);
        axis.setTickLabelInsets(ChartStyle.APART);
        return axis;
    }

    private static IntervalBarRenderer renderer(Key key) {
        IntervalBarRenderer renderer = new IntervalBarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        renderer.setIncludeBaseInRange(false);
        renderer.setMaximumBarWidth(.12);
        renderer.setSeriesPaint(0, key.ink().color());
        return renderer;
    }
}
