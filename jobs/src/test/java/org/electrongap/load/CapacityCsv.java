package org.electrongap.load;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.electrongap.load.record.Source;

/** A small capacity file in the layout of the table, which tests then damage. */
public final class CapacityCsv {

    public static final String HEADER =
            "region,year,technology,capacity_gw,basis,source,edition,retrieved,grade,maturity";

    private CapacityCsv() {}

    /** As many sound rows as asked for, from line 2 on: 1950 has 1.5 GW, and each later year one more. */
    public static List<String> rows(int count) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add("AUT," + (1950 + i) + ",total," + (i + 1)
                    + ".5,net_summer,Test agency,2025-03,2025-06-29,primary,final");
        }
        return rows;
    }

    /** The file's text. */
    public static String text(List<String> rows) {
        return HEADER + "\n" + String.join("\n", rows) + "\n";
    }

    /** A text as a file in UTF-8. */
    public static Source source(String text) {
        return source(text.getBytes(StandardCharsets.UTF_8));
    }

    public static Source source(byte[] bytes) {
        return () -> new java.io.ByteArrayInputStream(bytes);
    }
}
