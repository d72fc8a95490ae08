package org.electrongap.cli;

/** Sends Spark's own log where it does not hide what a person wants to read. */
final class Logging {

    private static final String SETTING = "log4j2.configurationFile";

    private Logging() {}

    /** Warnings and errors of Spark to stderr, unless the user or spark-submit configured logging. */
    static void configure() {
        boolean submitted = System.getProperty("spark.master") != null || System.getProperty("SPARK_SUBMIT") != null;
        if (System.getProperty(SETTING) == null && !submitted) {
            System.setProperty(SETTING, "classpath:org/electrongap/log4j2.properties");
        }
    }
}
