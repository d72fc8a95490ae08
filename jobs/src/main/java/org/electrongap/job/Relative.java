package org.electrongap.job;

import java.net.URI;
import java.nio.file.Path;
import java.util.Objects;

/** One address seen from another. */
final class Relative {

    private Relative() {}

    /** The address as a path from that folder where both lie on one file system, and the full address where they do not. */
    static String path(String fromFolder, String address) {
        URI from = URI.create(fromFolder.replace(" ", "%20"));
        URI to = URI.create(address.replace(" ", "%20"));
        boolean together = Objects.equals(from.getScheme(), to.getScheme())
                && Objects.equals(from.getAuthority(), to.getAuthority());
        return together
                ? Path.of(from.getPath())
                        .relativize(Path.of(to.getPath()))
                        .toString()
                        .replace('\\', '/')
                : address;
    }
}
