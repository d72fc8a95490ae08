package org.electrongap.report.page;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** A page as a tree of elements; parsing it proves that it is well formed. */
record Html(Document document) {

    static Html of(String page) {
        try {
            return new Html(DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new InputSource(new StringReader(page))));
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new AssertionError("the page is not well formed: " + e.getMessage(), e);
        }
    }

    List<Element> all(String name) {
        return all(document.getElementsByTagName(name));
    }

    static List<Element> in(Element parent, String name) {
        return all(parent.getElementsByTagName(name));
    }

    /** The section of that anchor, as text. */
    String section(String id) {
        return all("section").stream()
                .filter(section -> section.getAttribute("id").equals(id))
                .map(Element::getTextContent)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no section " + id));
    }

    private static List<Element> all(NodeList nodes) {
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            elements.add((Element) nodes.item(i));
        }
        return elements;
    }
}
