package org.electrongap.report.page;

import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.io.StringWriter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGIDGenerator;
import org.apache.batik.svggen.StyleHandler;
import org.jfree.chart.JFreeChart;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Draws a chart as SVG that is part of an HTML page: style classes in place of colours, title and description in words. */
final class Drawing {

    private static final String SVG = "http://www.w3.org/2000/svg";
    private static final Set<String> KEPT = Set.of(
            "stroke-width",
            "stroke-dasharray",
            "stroke-linecap",
            "stroke-linejoin",
            "font-size",
            "font-weight",
            "clip-path");

    private Drawing() {}

    /** Why this machine cannot draw; nothing where it can. Java measures letters with a font of the system. */
    static Optional<String> obstacle() {
        return Obstacle.REASON;
    }

    /** Tried once: Java does not recover from fonts that it could not load. */
    private static final class Obstacle {

        private static final Optional<String> REASON = reason();

        private static Optional<String> reason() {
            try {
                new BufferedImage(1, 1, BufferedImage.TYPE_INT_ARGB)
                        .createGraphics()
                        .getFontMetrics(ChartStyle.FONT)
                        .stringWidth("0");
                return Optional.empty();
            } catch (LinkageError | InternalError | RuntimeException e) {
                return Optional.of(e.toString());
            }
        }
    }

    /** What a chart is called: the anchor of its exhibit, its title and its description for those who do not see it. */
    record Frame(String id, String title, String description) {}

    static String of(JFreeChart chart, Frame frame, Size size) {
        return of(chart, frame, size, size.height());
    }

    static String of(JFreeChart chart, Frame frame, Size size, int height) {
        Document document = document();
        String id = frame.id() + "-" + size.style();
        SVGGraphics2D graphics = new CentredText(context(document, id));
        chart.draw(graphics, new Rectangle2D.Double(0, 0, size.width(), height));
        Element root = graphics.getRoot();
        root.setAttribute("viewBox", "0 0 " + size.width() + " " + height);
        root.setAttribute("class", "chart " + size.style());
        root.setAttribute("role", "img");
        root.setAttribute("aria-labelledby", id + "-title " + id + "-desc");
        root.insertBefore(words(document, "desc", id, frame.description()), root.getFirstChild());
        root.insertBefore(words(document, "title", id, frame.title()), root.getFirstChild());
        root.removeAttribute("contentScriptType");
        root.removeAttribute("contentStyleType");
        return text(root).replace(" id=\"genericDefs\"", "");
    }

    private static Element words(Document document, String name, String id, String text) {
        Element element = document.createElementNS(SVG, name);
        element.setAttribute("id", id + "-" + name);
        element.setTextContent(text);
        return element;
    }

    private static SVGGeneratorContext context(Document document, String id) {
        SVGGeneratorContext context = SVGGeneratorContext.createDefault(document);
        context.setComment("");
        context.setPrecision(2);
        context.setStyleHandler(new Styles());
        context.setIDGenerator(new SVGIDGenerator() {
            @Override
            public String generateID(String prefix) {
                return id + "-" + super.generateID(prefix);
            }
        });
        return context;
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVG, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("this Java has no XML parser", e);
        }
    }

    private static String text(Element root) {
        try {
            Transformer transformer = TransformerFactory.newInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter text = new StringWriter();
            transformer.transform(new DOMSource(root), new StreamResult(text));
            return text.toString();
        } catch (TransformerException e) {
            throw new IllegalStateException("a chart cannot be written as text", e);
        }
    }

    /** Style classes for inks; what an ink does not stand for is left to the style sheet. */
    private static final class Styles implements StyleHandler {

        @Override
        @SuppressWarnings("rawtypes")
        public void setStyle(Element element, Map styles, SVGGeneratorContext context) {
            StringBuilder classes = new StringBuilder();
            for (Object entry : styles.entrySet()) {
                Map.Entry<?, ?> style = (Map.Entry<?, ?>) entry;
                apply(element, String.valueOf(style.getKey()), String.valueOf(style.getValue()), classes);
            }
            if (!classes.isEmpty()) {
                element.setAttribute("class", classes.toString().trim());
            }
        }

        private static void apply(Element element, String name, String value, StringBuilder classes) {
            if (name.equals("fill") || name.equals("stroke")) {
                Ink.of(value)
                        .ifPresentOrElse(
                                ink -> classes.append(name.equals("fill") ? ink.fillStyle() : ink.strokeStyle())
                                        .append(' '),
                                () -> element.setAttribute(name, value));
            } else if (KEPT.contains(name)) {
                element.setAttribute(name, value);
            }
        }
    }

    /** Places a text by its middle, so that it stays in place under a font whose letters are wider or narrower than ours. */
    private static final class CentredText extends SVGGraphics2D {

        CentredText(SVGGeneratorContext context) {
            super(context, false);
        }

        private CentredText(CentredText other) {
            super(other);
        }

        @Override
        public java.awt.Graphics create() {
            return new CentredText(this);
        }

        @Override
        public void drawString(String text, float x, float y) {
            super.drawString(text, x + getFontMetrics().stringWidth(text) / 2f, y);
        }
    }
}
