package org.electrongap.job;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.util.Locale;

/**
 * The room that this Java machine has for compiled code.
 *
 * <p>HotSpot gives 240 MB to two compilers and 48 MB to the first alone ({@code -XX:TieredStopAtLevel=1}). A nightly compiles
 * some 50 MB; once the room is full, Java stops compiling or fails where it stands with "Out of space in CodeCache".
 * Executors of a cluster are Java machines of their own, with options of their own, of which this tells nothing.
 *
 * @param bytes the room; 0 where this Java machine does not tell
 */
record CodeCache(long bytes) {

    static final long LEAST_MIB = 96;

    private static final int MIB = 20;

    /** The room of the machine that runs this. */
    static CodeCache ofThisMachine() {
        return new CodeCache(ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool ->
                        pool.getName().startsWith("CodeHeap") || pool.getName().startsWith("CodeCache"))
                .mapToLong(CodeCache::most)
                .sum());
    }

    private static long most(MemoryPoolMXBean pool) {
        return Math.max(0, pool.getUsage().getMax());
    }

    /**
     * The room in words.
     *
     * @throws IllegalStateException when a nightly would fill it
     */
    String enough() {
        if (bytes > 0 && bytes >> MIB < LEAST_MIB) {
            throw new IllegalStateException(String.format(
                    Locale.ROOT,
                    "Java has room for %,d MiB of compiled code; a nightly fills that and then stops with \"Out of space in"
                            + " CodeCache\". Start Java, or the driver, with -XX:ReservedCodeCacheSize=240m.",
                    bytes >> MIB));
        }
        return bytes == 0
                ? "this Java tells no limit for compiled code"
                : String.format(Locale.ROOT, "%,d MiB for compiled code", bytes >> MIB);
    }
}
