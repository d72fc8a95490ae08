package org.electrongap.report.page;

import java.awt.BasicStroke;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTickUnit;
import org.jfree.chart.axis.TickUnits;
import org.jfree.chart.plot.DatasetRenderingOrder;
import org.jfree.chart.plot.SeriesRenderingOrder;
import org.jfree.chart.plot.ValueMarker;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.renderer.xy.DeviationRenderer;
import org.jfree.chart.renderer.xy.XYErrorRenderer;
import org.jfree.chart.renderer.xy.XYLineAndShapeRenderer;
import org.jfree.chart.ui.Layer;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.jfree.data.xy.YIntervalSeries;
import org.jfree.data.xy.YIntervalSeriesCollection;

/**
 * Values over years: bands, lines, points with the range that was given for them, and one level to compare with.
 *
 * @param bands bands from the narrowest to the widest; the first lies on top, as the first line does
 * @param lines lines; a year without a value interrupts its line
 * @param points points, which may share a year
 * @param threshold a level to compare with, and what it is called
 * @param unit unit of the values
 * @param numbers how values are written on the axis
 */
record XyChart(
        List<Band> bands,
        List<Line> lines,
        List<Points> points,
        Optional<Threshold> threshold,
        String unit,
        NumberFormat numbers)
        implements Picture {

    /** Lines alone. */
    static XyChart of(List<Line> lines, String unit, NumberFormat numbers) {
        return new XyChart(List.of(), lines, List.of(), Optional.empty(), unit, numbers);
    }

    /** A level to compare with. */
    record Threshold(Key key, double value) {}

    /** The range between two values, by year. */
    record Band(Key key, NavigableMap<Integer, Span> spans) {}

    /** Two values and one between them. */
    record Span(double lower, double value, double upper) {}

    /** One value a year. */
    record Line(Key key, NavigableMap<Integer, Double> values) {}

    /** Values of others, each with its own range. */
    record Points(Key key, List<Point> points) {}

    /** A value of a year; the year may lie beside its own, so that points of one year do not hide each other. */
    record Point(double year, Span span) {}

    @Override
    public List<Key> keys() {
        List<Key> keys = new ArrayList<>();
        bands.forEach(band -> keys.add(band.key()));
        lines.stream().filter(line -> !line.values().isEmpty()).forEach(line -> keys.add(line.key()));
        points.forEach(group -> keys.add(group.key()));
        threshold.ifPresent(level -> keys.add(level.key()));
        return keys;
    }

    @Override
    public String svg(Drawing.Frame frame, Size size) {
        XYPlot plot = new XYPlot(null, years(size), values(), null);
        plot.setDataset(0, bandData());
        plot.setRenderer(0, bandRenderer());
        plot.setDataset(1, lineData());
        plot.setRenderer(1, lineRenderer());
        plot.setDataset(2, pointData());
        plot.setRenderer(2, pointRenderer());
        plot.setDatasetRenderingOrder(DatasetRenderingOrder.FORWARD);
        plot.setSeriesRenderingOrder(SeriesRenderingOrder.REVERSE);
        plot.setDomainGridlinesVisible(false);
        plot.setRangeGridlinePaint(Ink.GRID.color());
        plot.setRangeGridlineStroke(ChartStyle.GRID);
        plot.setRangeZeroBaselineVisible(true);
        plot.setRangeZeroBaselinePaint(Ink.TEXT.color());
        threshold.ifPresent(level -> plot.addRangeMarker(
                new ValueMarker(level.value(), level.key().ink().color(), ChartStyle.DASHED), Layer.FOREGROUND));
        return Drawing.of(ChartStyle.chart(plot), frame, size);
    }

    private static NumberAxis years(Size size) {
        NumberAxis axis = new NumberAxis();
        ChartStyle.axis(axis);
        axis.setAutoRangeIncludesZero(false);
        axis.setLowerMargin(.02);
        axis.setUpperMargin(.02);
        TickUnits units = new TickUnits();
        NumberFormat years = NumberFormat.getIntegerInstance(java.util.Locale.ROOT);
        years.setGroupingUsed(false);
        for (int step : size == Size.WIDE ? new int[] {1, 2, 5, 10} : new int[] {2, 5, 10}) {
            units.add(new NumberTickUnit(step, years));
        }
        axis.setStandardTickUnits(units);
        return axis;
    }

    private NumberAxis values() {
        NumberAxis axis = new NumberAxis();
        ChartStyle.axis(axis);
        axis.setAutoRangeIncludesZero(true);
        axis.setNumberFormatOverride(numbers);
        axis.setUpperMargin(.06);
        axis.setTickLabelInsets(ChartStyle.APART);
        return axis;
    }

    private YIntervalSeriesCollection bandData() {
        YIntervalSeriesCollection data = new YIntervalSeriesCollection();
        for (Band band : bands) {
            YIntervalSeries series = new YIntervalSeries(data.getSeriesCount());
            band.spans().forEach((year, span) -> series.add(year, span.value(), span.lower(), span.upper()));
            data.addSeries(series);
        }
        return data;
    }

    private DeviationRenderer bandRenderer() {
        DeviationRenderer renderer = new DeviationRenderer(false, false);
        renderer.setAlpha(1f);
        for (int i = 0; i < bands.size(); i++) {
            renderer.setSeriesFillPaint(i, bands.get(i).key().ink().color());
        }
        return renderer;
    }

    private XYSeriesCollection lineData() {
        XYSeriesCollection data = new XYSeriesCollection();
        for (Line line : lines) {
            XYSeries series = new XYSeries(data.getSeriesCount());
            NavigableMap<Integer, Double> values = new TreeMap<>(line.values());
            for (int year = values.isEmpty() ? 1 : values.firstKey();
                    !values.isEmpty() && year <= values.lastKey();
                    year++) {
                series.add(Integer.valueOf(year), values.get(year));
            }
            data.addSeries(series);
        }
        return data;
    }

    private XYLineAndShapeRenderer lineRenderer() {
        XYLineAndShapeRenderer renderer = new XYLineAndShapeRenderer(true, false);
        renderer.setDrawSeriesLineAsPath(false);
        for (int i = 0; i < lines.size(); i++) {
            Key key = lines.get(i).key();
            renderer.setSeriesPaint(i, key.ink().color());
            renderer.setSeriesStroke(i, key.shape().equals("dashed") ? ChartStyle.THIN : ChartStyle.LINE);
        }
        return renderer;
    }

    private YIntervalSeriesCollection pointData() {
        YIntervalSeriesCollection data = new YIntervalSeriesCollection();
        for (Points group : points) {
            YIntervalSeries series = new YIntervalSeries(data.getSeriesCount());
            for (Point point : group.points()) {
                series.add(
                        point.year(),
                        point.span().value(),
                        point.span().lower(),
                        point.span().upper());
            }
            data.addSeries(series);
        }
        return data;
    }

    private XYErrorRenderer pointRenderer() {
        Shape dot = new Ellipse2D.Double(-3.2, -3.2, 6.4, 6.4);
        XYErrorRenderer renderer = new XYErrorRenderer();
        renderer.setDrawXError(false);
        renderer.setCapLength(0);
        renderer.setErrorStroke(new BasicStroke(1.2f));
        for (int i = 0; i < points.size(); i++) {
            renderer.setSeriesPaint(i, points.get(i).key().ink().color());
            renderer.setSeriesShape(i, dot);
        }
        return renderer;
    }
}
