package org.electrongap.cli;

import java.util.Arrays;
import java.util.List;

/** Sends Spark's own log where it does not hide what a person, or a program, wants to read. */
final class Logging {

    private static final String SETTING = "log4j2.configurationFile";

    private Logging() {}

    /** Errors of Spark to stderr, in the form of the progress, unless the user or spark-submit configured logging. */
    static void configure(String... arguments) {
        boolean submitted = System.getProperty("spark.master") != null || System.getProperty("SPARK_SUBMIT") != null;
        if (System.getProperty(SETTING) == null && !submitted) {
            System.setProperty(
                    SETTING,
                    "classpath:org/electrongap/" + (isJson(arguments) ? "log4j2-json" : "log4j2") + ".properties");
        }
    }

    /** Logging begins before the arguments are read as a whole. */
    private static boolean isJson(String... arguments) {
        List<String> all = Arrays.asList(arguments);
        int at = all.indexOf("--log-format");
        return all.contains("--log-format=json")
                || at >= 0 && at + 1 < all.size() && all.get(at + 1).equals("json");
    }
}
