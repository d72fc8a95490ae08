package org.electrongap.run;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Which electron-gap this is.
 *
 * @param version the project's version
 * @param spark the Spark version that it was compiled with
 * @param delta the Delta version that it was compiled with
 * @param code SHA-256 of the jobs jar, or {@code classes} when it does not run from a jar; part of every fingerprint
 */
public record Build(String version, String spark, String delta, String code) {

    /** The build that is running. */
    public static Build current() {
        Properties properties = new Properties();
        try (InputStream in = Build.class.getResourceAsStream("/org/electrongap/build.properties")) {
            properties.load(in);
            return new Build(
                    properties.getProperty("version"),
                    properties.getProperty("spark"),
                    properties.getProperty("delta"),
                    hashOfJar());
        } catch (IOException e) {
            throw new UncheckedIOException("the jobs jar cannot be read", e);
        }
    }

    private static String hashOfJar() throws IOException {
        try {
            Path origin = Path.of(Build.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Files.isRegularFile(origin) ? Fingerprint.ofBytes(Files.readAllBytes(origin)) : "classes";
        } catch (URISyntaxException e) {
            throw new IOException("the jobs jar has no readable location", e);
        }
    }
}
