package org.electrongap.load;

/** What became of a file: loaded or rejected. */
public sealed interface Outcome permits LoadedFile, FileRejected {

    /** The resource that the file belongs to. */
    Resource resource();

    /** The file. */
    SourceFile file();
}
