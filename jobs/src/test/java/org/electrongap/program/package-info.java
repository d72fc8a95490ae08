/** The packaged program, run as users run it: processes, signals, a cluster. */
package org.electrongap.program;
