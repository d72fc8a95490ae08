package org.electrongap.job;

import java.util.function.Supplier;
import org.electrongap.load.LoadedFile;

/**
 * A file that a load has read, and between which values its keys lie.
 *
 * @param file the file
 * @param bounds those of its accepted rows, or wider ones; made when they are first asked for
 */
record BoundedFile(LoadedFile file, Supplier<KeyBounds> bounds) {}
