package org.electrongap.load.record;

/** The text of a record as its file held it, made only when somebody asks. */
@FunctionalInterface
public interface RawText {

    /** The record in one piece of text. */
    String text();
}
