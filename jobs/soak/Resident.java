package org.electrongap.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.apache.spark.sql.delta.DeltaLog;

/**
 * Runs the program again and again in one process, so that a year of nights does not start Spark's classes anew each time.
 * Each line of stdin is one call, its arguments parted by tabs; each answer on stdout is its exit status. What the calls
 * print goes to stderr.
 */
public final class Resident {

    private Resident() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream answers = System.out;
        System.setOut(System.err);
        Logging.configure();
        PrintWriter told = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        BufferedReader calls = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String call = calls.readLine(); call != null; call = calls.readLine()) {
            answers.println(Main.run(call.split("\t"), told, told));
            answers.flush();
            // Its entries keep the whole of a session that has ended: of sixteen runs, a heap of 1 GB.
            DeltaLog.clearCache();
        }
        System.exit(0);
    }
}
