/**
 * The command line: the jobs, their options, the clock, the environment, the session and the exit status. What a person sees
 * in the terminal is written here.
 */
package org.electrongap.cli;
