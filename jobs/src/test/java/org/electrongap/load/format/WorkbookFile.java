package org.electrongap.load.format;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.electrongap.load.record.Source;

/** Small workbooks of our own making: the parts that ECMA-376 asks for, and a style 1 that shows numbers as days. */
final class WorkbookFile {

    private final List<String> names = new ArrayList<>();
    private final List<String> sheets = new ArrayList<>();

    /**
     * Adds a sheet.
     *
     * @param rows cells as texts; those that look like numbers become numbers, {@code day:45000} a number shown as a day
     */
    WorkbookFile sheet(String name, List<List<String>> rows) {
        StringBuilder xml = new StringBuilder(
                "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>");
        for (int r = 0; r < rows.size(); r++) {
            xml.append("<row r=\"").append(r + 1).append("\">");
            for (int c = 0; c < rows.get(r).size(); c++) {
                xml.append(cell((char) ('A' + c) + "" + (r + 1), rows.get(r).get(c)));
            }
            xml.append("</row>");
        }
        names.add(name);
        sheets.add(xml.append("</sheetData></worksheet>").toString());
        return this;
    }

    byte[] bytes() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            part(zip, "[Content_Types].xml", contentTypes());
            part(zip, "_rels/.rels", relations("officeDocument", List.of("xl/workbook.xml")));
            part(zip, "xl/workbook.xml", workbook());
            part(zip, "xl/styles.xml", styles());
            List<String> targets = new ArrayList<>();
            for (int i = 0; i < sheets.size(); i++) {
                targets.add("worksheets/sheet" + (i + 1) + ".xml");
                part(zip, "xl/" + targets.get(i), sheets.get(i));
            }
            part(zip, "xl/_rels/workbook.xml.rels", relations("worksheet", targets));
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail", e);
        }
        return bytes.toByteArray();
    }

    Source source() {
        byte[] bytes = bytes();
        return () -> new java.io.ByteArrayInputStream(bytes);
    }

    private static String cell(String address, String text) {
        if (text.isEmpty()) {
            return "";
        }
        if (text.startsWith("day:")) {
            return "<c r=\"" + address + "\" s=\"1\"><v>" + text.substring(4) + "</v></c>";
        }
        return text.matches("[-\\d.]+(E-?\\d+)?")
                ? "<c r=\"" + address + "\"><v>" + text + "</v></c>"
                : "<c r=\"" + address + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    private static String contentTypes() {
        return "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType="
                + "\"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml\"/>"
                + "<Override PartName=\"/xl/styles.xml\" ContentType="
                + "\"application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>";
    }

    private String workbook() {
        StringBuilder xml =
                new StringBuilder("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\""
                        + " xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>");
        for (int i = 0; i < names.size(); i++) {
            xml.append(
                    "<sheet name=\"" + names.get(i) + "\" sheetId=\"" + (i + 1) + "\" r:id=\"rId" + (i + 1) + "\"/>");
        }
        return xml.append("</sheets></workbook>").toString();
    }

    private static String styles() {
        return "<styleSheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                + "<numFmts count=\"1\"><numFmt numFmtId=\"164\" formatCode=\"yyyy\\-mm\\-dd\"/></numFmts>"
                + "<cellXfs count=\"2\"><xf numFmtId=\"0\"/><xf numFmtId=\"164\" applyNumberFormat=\"1\"/></cellXfs>"
                + "</styleSheet>";
    }

    private static String relations(String type, List<String> targets) {
        StringBuilder xml = new StringBuilder(
                "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">");
        for (int i = 0; i < targets.size(); i++) {
            xml.append("<Relationship Id=\"rId" + (i + 1)
                    + "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type
                    + "\" Target=\"" + targets.get(i) + "\"/>");
        }
        return xml.append("</Relationships>").toString();
    }

    private static void part(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }
}
