package org.electrongap.load;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** Any file system that Hadoop knows. */
final class HadoopStorage implements Storage {

    private final Configuration configuration;

    HadoopStorage(Configuration configuration) {
        this.configuration = configuration;
    }

    @Override
    public InputStream open(String uri) throws IOException {
        return fileSystem(uri).open(new Path(uri));
    }

    @Override
    public long size(String uri) throws IOException {
        return fileSystem(uri).getFileStatus(new Path(uri)).getLen();
    }

    @Override
    public List<String> files(String folder) throws IOException {
        Path root = new Path(folder);
        FileSystem files = fileSystem(folder);
        if (!files.exists(root)) {
            return List.of();
        }
        String prefix = files.makeQualified(root).toUri().getPath();
        List<String> found = new ArrayList<>();
        RemoteIterator<LocatedFileStatus> each = files.listFiles(root, true);
        while (each.hasNext()) {
            String path = each.next()
                    .getPath()
                    .toUri()
                    .getPath()
                    .substring(prefix.length())
                    .replaceFirst("^/", "");
            if (LocalStorage.isVisible(path)) {
                found.add(path);
            }
        }
        Collections.sort(found);
        return found;
    }

    @Override
    public boolean exists(String uri) throws IOException {
        return fileSystem(uri).exists(new Path(uri));
    }

    private FileSystem fileSystem(String uri) throws IOException {
        return new Path(uri).getFileSystem(configuration);
    }
}
