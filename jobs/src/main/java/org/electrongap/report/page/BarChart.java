package org.electrongap.report.page;

import java.text.NumberFormat;
import java.util.List;
import java.util.Map;
import org.jfree.chart.axis.AxisLocation;
import org.jfree.chart.axis.CategoryAxis;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.plot.CategoryPlot;
import org.jfree.chart.plot.PlotOrientation;
import org.jfree.chart.renderer.category.BarRenderer;
import org.jfree.chart.renderer.category.StackedBarRenderer;
import org.jfree.chart.renderer.category.StandardBarPainter;
import org.jfree.data.category.DefaultCategoryDataset;

/**
 * Bars in groups.
 *
 * @param groups names of the groups in order
 * @param bars the bars of each group, in order
 * @param arrangement how they stand
 * @param numbers how values are written on the axis
 */
record BarChart(List<String> groups, List<Bars> bars, Arrangement arrangement, NumberFormat numbers)
        implements Picture {

    /** How bars stand: upright for years, lying for names, stacked where a group has one bar only. */
    enum Arrangement {
        UPRIGHT,
        LYING,
        STACKED_LYING
    }

    /** One bar in each group that has a value. */
    record Bars(Key key, Map<String, Double> values) {}

    @Override
    public List<Key> keys() {
        return bars.stream().map(Bars::key).toList();
    }

    @Override
    public String svg(Drawing.Frame frame, Size size) {
        CategoryPlot plot = new CategoryPlot(data(size), names(), values(), renderer());
        plot.setOrientation(arrangement == Arrangement.UPRIGHT ? PlotOrientation.VERTICAL : PlotOrientation.HORIZONTAL);
        plot.setRangeAxisLocation(AxisLocation.BOTTOM_OR_LEFT);
        plot.setRangeGridlinePaint(Ink.GRID.color());
        plot.setRangeGridlineStroke(ChartStyle.GRID);
        plot.setRangeZeroBaselineVisible(true);
        plot.setRangeZeroBaselinePaint(Ink.TEXT.color());
        return Drawing.of(ChartStyle.chart(plot), frame, size, height(size));
    }

    /** Lying bars need as much height as there are of them. */
    private int height(Size size) {
        return switch (arrangement) {
            case UPRIGHT -> size.height();
            case LYING -> ChartStyle.AXIS_HEIGHT + groups.size() * bars.size() * 20;
            case STACKED_LYING -> ChartStyle.AXIS_HEIGHT + groups.size() * 34;
        };
    }

    private DefaultCategoryDataset data(Size size) {
        boolean tooMany = arrangement == Arrangement.UPRIGHT && size == Size.NARROW && groups.size() > 8;
        List<String> shown = tooMany ? groups.subList(groups.size() - 6, groups.size()) : groups;
        DefaultCategoryDataset data = new DefaultCategoryDataset();
        for (int i = 0; i < bars.size(); i++) {
            for (String group : shown) {
                data.addValue(bars.get(i).values().get(group), Integer.valueOf(i), group);
            }
        }
        return data;
    }

    private CategoryAxis names() {
        CategoryAxis axis = new CategoryAxis();
        ChartStyle.axis(axis);
        axis.setLowerMargin(.02);
        axis.setUpperMargin(.02);
        axis.setCategoryMargin(.28);
        axis.setMaximumCategoryLabelLines(arrangement == Arrangement.UPRIGHT ? 1 : 2);
        if (arrangement == Arrangement.UPRIGHT) {
            axis.setMaximumCategoryLabelWidthRatio(2f);
        }
        return axis;
    }

    private NumberAxis values() {
        NumberAxis axis = new NumberAxis();
        ChartStyle.axis(axis);
        axis.setNumberFormatOverride(numbers);
        axis.setUpperMargin(.06);
        axis.setTickLabelInsets(ChartStyle.APART);
        return axis;
    }

    private BarRenderer renderer() {
        BarRenderer renderer = arrangement == Arrangement.STACKED_LYING ? new StackedBarRenderer() : new BarRenderer();
        renderer.setBarPainter(new StandardBarPainter());
        renderer.setShadowVisible(false);
        renderer.setDrawBarOutline(false);
        renderer.setItemMargin(.05);
        renderer.setMaximumBarWidth(.12);
        for (int i = 0; i < bars.size(); i++) {
            renderer.setSeriesPaint(i, bars.get(i).key().ink().color());
        }
        return renderer;
    }
}
