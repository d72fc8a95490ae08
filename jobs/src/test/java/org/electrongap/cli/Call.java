package org.electrongap.cli;

import java.io.PrintWriter;
import java.io.StringWriter;

/**
 * One call of the program, as a terminal sees it.
 *
 * @param status the exit status
 * @param out what went to stdout
 * @param err what went to stderr
 */
record Call(int status, String out, String err) {

    /** Calls the program in this process. */
    static Call of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int status = Main.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
        return new Call(status, out.toString(), err.toString());
    }
}
