package org.electrongap.load;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The data sets inside the jobs jar, under {@code /datasets}; reachable on every executor that has the jar. */
final class BundledStorage implements Storage {

    private static final String ROOT = "/datasets";

    @Override
    public InputStream open(String uri) throws IOException {
        InputStream in = BundledStorage.class.getResourceAsStream(resource(uri));
        if (in == null) {
            throw new FileNotFoundException("the jobs jar has no " + uri);
        }
        return in;
    }

    @Override
    public long size(String uri) throws IOException {
        try (InputStream in = open(uri)) {
            return in.transferTo(java.io.OutputStream.nullOutputStream());
        }
    }

    @Override
    public List<String> files(String folder) throws IOException {
        URL url = BundledStorage.class.getResource(resource(folder));
        if (url == null) {
            return List.of();
        }
        try {
            return url.getProtocol().equals("jar") ? inJar(url.toURI()) : LocalStorage.below(Path.of(url.toURI()));
        } catch (URISyntaxException e) {
            throw new IOException("the jobs jar lies at " + url + ", which is no URI", e);
        }
    }

    @Override
    public boolean exists(String uri) {
        return BundledStorage.class.getResource(resource(uri)) != null;
    }

    private static List<String> inJar(URI uri) throws IOException {
        String text = uri.toString();
        int mark = text.indexOf("!/");
        try (FileSystem jar = FileSystems.newFileSystem(URI.create(text.substring(0, mark)), Map.of())) {
            return LocalStorage.below(jar.getPath(text.substring(mark + 1)));
        }
    }

    private static String resource(String uri) {
        String path = uri.substring(uri.indexOf(':') + 1).replaceAll("^/+|/+$", "");
        return path.isEmpty() ? ROOT : ROOT + "/" + path;
    }
}
