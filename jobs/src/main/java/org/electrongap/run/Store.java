package org.electrongap.run;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FSError;
import org.apache.hadoop.fs.FileContext;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.LocalFileSystem;
import org.apache.hadoop.fs.LocatedFileStatus;
import org.apache.hadoop.fs.Options;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.RemoteIterator;

/** A folder on any Hadoop file system, for the small files that steer a warehouse: ledger, lock, run records, manifests. */
public final class Store {

    private final Path root;
    private final Configuration configuration;
    private final FileSystem files;

    private Store(Path root, Configuration configuration, FileSystem files) {
        this.root = root;
        this.configuration = configuration;
        this.files = files;
    }

    /**
     * The folder at that address, which need not exist yet.
     *
     * @throws UncheckedIOException when no file system serves the address
     */
    public static Store at(String uri, Configuration configuration) {
        try {
            Path path = new Path(uri);
            FileSystem files = path.getFileSystem(configuration);
            if (files instanceof LocalFileSystem local) {
                // Hadoop writes a hidden .crc file beside each local file; no reader of ours wants them.
                local.setWriteChecksum(false);
                local.setVerifyChecksum(false);
            }
            return new Store(files.makeQualified(path), configuration, files);
        } catch (IOException e) {
            throw new UncheckedIOException("no file system serves " + uri, e);
        }
    }

    /** The folder's full address. */
    public String uri() {
        return root.toString();
    }

    /** The settings with which its file system is reached. */
    public Configuration configuration() {
        return configuration;
    }

    /** The full address of a file in it. */
    public String uri(String name) {
        return new Path(root, name).toString();
    }

    /** The store of a folder in it. */
    public Store folder(String name) {
        return new Store(new Path(root, name), configuration, files);
    }

    /** The text of a file, or nothing when there is no such file. */
    public Optional<String> text(String name) {
        return bytes(name).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** The bytes of a file, or nothing when there is no such file. */
    public Optional<byte[]> bytes(String name) {
        try (InputStream in = files.open(new Path(root, name))) {
            return Optional.of(in.readAllBytes());
        } catch (FileNotFoundException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(uri(name) + " cannot be read", e);
        }
    }

    /** Writes a file, in one step for every reader: they see the old text or the new one. */
    public void replace(String name, String text) {
        try {
            if (renameIsAtomic()) {
                Path temporary = new Path(root, "." + name + ".tmp");
                write(temporary, text);
                renameOver(temporary, new Path(root, name));
                return;
            }
            write(new Path(root, name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(uri(name) + " cannot be written", e);
        }
    }

    /** Writes a file unless there is one of that name; whether it was written. */
    public boolean createIfAbsent(String name, String text) {
        try {
            return isLocal() ? createLocal(name, text) : createRemote(name, text);
        } catch (IOException e) {
            throw new UncheckedIOException(uri(name) + " cannot be created", e);
        }
    }

    /** Removes a file or a folder with all in it; nothing happens when there is none. */
    public void delete(String name) {
        try {
            files.delete(new Path(root, name), true);
        } catch (IOException e) {
            throw new UncheckedIOException(uri(name) + " cannot be deleted", e);
        }
    }

    /** Gives a folder or file another name in the store. */
    public void rename(String from, String to) {
        try {
            if (!files.rename(new Path(root, from), new Path(root, to))) {
                throw new IOException("the file system refused, without a reason");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(uri(from) + " cannot be renamed to " + to, e);
        }
    }

    /** Whether there is a file or folder of that name. */
    public boolean contains(String name) {
        try {
            return files.exists(new Path(root, name));
        } catch (IOException e) {
            throw new UncheckedIOException(uri(name) + " cannot be looked up", e);
        }
    }

    /** The names of the files and folders in it, sorted; none when there is no such folder. */
    public List<String> names() {
        try {
            return Arrays.stream(files.listStatus(root))
                    .map(status -> status.getPath().getName())
                    .sorted()
                    .toList();
        } catch (FileNotFoundException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(uri() + " cannot be listed", e);
        }
    }

    /** The files in it with their sizes, sorted by name; folders left out. */
    public List<Entry> entries() {
        try {
            List<Entry> entries = new ArrayList<>();
            for (FileStatus status : files.listStatus(root)) {
                if (status.isFile()) {
                    entries.add(new Entry(status.getPath().getName(), status.getLen()));
                }
            }
            entries.sort(java.util.Comparator.comparing(Entry::name));
            return entries;
        } catch (FileNotFoundException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(uri() + " cannot be listed", e);
        }
    }

    /**
     * A file in a store.
     *
     * @param name its name in the folder
     * @param bytes its size
     */
    public record Entry(String name, long bytes) {}

    /** The paths, relative to this folder, of the files in it and in its folders that were last written before a moment. */
    public List<String> pathsWrittenBefore(Instant moment) {
        try {
            return isLocal() ? OldFiles.below(local(root), moment) : remotePathsWrittenBefore(moment);
        } catch (FileNotFoundException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(uri() + " cannot be listed", e);
        }
    }

    private List<String> remotePathsWrittenBefore(Instant moment) throws IOException {
        List<String> paths = new ArrayList<>();
        RemoteIterator<LocatedFileStatus> all = files.listFiles(root, true);
        while (all.hasNext()) {
            LocatedFileStatus file = all.next();
            if (file.getModificationTime() < moment.toEpochMilli()) {
                paths.add(files.makeQualified(root)
                        .toUri()
                        .relativize(file.getPath().toUri())
                        .getPath());
            }
        }
        return paths;
    }

    /** When a file was last written, by the clock of the file system. */
    public Instant modified(String name) {
        try {
            return Instant.ofEpochMilli(
                    files.getFileStatus(new Path(root, name)).getModificationTime());
        } catch (IOException e) {
            throw new UncheckedIOException(uri(name) + " cannot be looked up", e);
        }
    }

    /** How many bytes more it can hold; nothing where the file system knows no limit, as an object store. */
    public OptionalLong freeBytes() {
        try {
            if (!renameIsAtomic()) {
                return OptionalLong.empty();
            }
            return OptionalLong.of(files.getStatus(root).getRemaining());
        } catch (IOException e) {
            throw new UncheckedIOException(uri() + " does not tell its free space", e);
        }
    }

    /** Copies a file of another store into this one; the SHA-256 of its bytes. */
    public String copy(Store source, String from, String to) {
        try (InputStream in = source.files.open(new Path(source.root, from));
                OutputStream out = files.create(new Path(root, to), true)) {
            MessageDigest digest = sha256();
            byte[] buffer = new byte[1 << 16];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
                out.write(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (FSError e) {
            throw new UncheckedIOException(source.uri(from) + " cannot be copied to " + uri(to), new IOException(e));
        } catch (IOException e) {
            throw new UncheckedIOException(source.uri(from) + " cannot be copied to " + uri(to), e);
        }
    }

    /** The SHA-256 of a file's bytes. */
    public String hash(String name) {
        return bytes(name)
                .map(Fingerprint::ofBytes)
                .orElseThrow(() -> new IllegalStateException(uri(name) + " is not there"));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private void write(Path path, String text) throws IOException {
        files.mkdirs(path.getParent());
        try (OutputStream out = files.create(path, true)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (FSError e) {
            throw new IOException(e); // so Hadoop tells of a full local disk, and of nothing else
        }
    }

    private void renameOver(Path from, Path to) throws IOException {
        if (isLocal()) {
            // Hadoop's local rename deletes the old file first: for a moment readers would find none.
            Files.move(local(from), local(to), StandardCopyOption.ATOMIC_MOVE);
        } else {
            FileContext.getFileContext(root.toUri(), configuration).rename(from, to, Options.Rename.OVERWRITE);
        }
    }

    private static java.nio.file.Path local(Path path) {
        return java.nio.file.Path.of(path.toUri().getPath());
    }

    private boolean createLocal(String name, String text) throws IOException {
        java.nio.file.Path path = local(new Path(root, name));
        Files.createDirectories(path.getParent());
        OutputStream created;
        try {
            created = Files.newOutputStream(path, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (FileAlreadyExistsException e) {
            return false;
        }
        try (OutputStream out = created) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (IOException e) {
            Files.deleteIfExists(path); // On a full disk an empty file would stay, which nobody could create again.
            throw e;
        }
    }

    private boolean createRemote(String name, String text) throws IOException {
        // HDFS creates without overwriting in one step; s3a does so with the conditional option, which others ignore.
        // S3 answers
        // 412 to the loser, but also to a winner whose first answer was lost and who asked again: the content tells.
        var builder = files.createFile(new Path(root, name));
        builder.overwrite(false).recursive();
        builder.opt("fs.option.create.conditional.overwrite", true);
        try (OutputStream out = builder.build()) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            return true;
        } catch (IOException e) {
            String there = text(name).orElseThrow(() -> e);
            return there.equals(text);
        }
    }

    private boolean isLocal() {
        return "file".equals(root.toUri().getScheme());
    }

    private boolean renameIsAtomic() {
        return isLocal() || "hdfs".equals(root.toUri().getScheme());
    }
}
