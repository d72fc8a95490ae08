package org.electrongap.program;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.jar.JarInputStream;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A process of the packaged program, or of Spark: what it says can be waited for, and it ends in time or is killed. */
final class Program implements AutoCloseable {

    /** The module's build folder, which {@code mvn package} fills before these tests run. */
    static final Path TARGET = Path.of("target").toAbsolutePath();

    static final Path JAR = TARGET.resolve("electron-gap-jobs.jar");

    private static final long MINUTES = 8;

    private static final Pattern FAILURE =
            Pattern.compile("Caused by|Exception:|Error:|^electron-gap|failed|CodeCache", Pattern.CASE_INSENSITIVE);

    private final Process process;
    private final Path log;
    private final BufferedReader said;

    private Program(Process process, Path log) throws IOException {
        this.process = process;
        this.log = log;
        this.said = process.inputReader();
    }

    /** Starts a command; what it says also goes to a log file. */
    static Program start(ProcessBuilder command, Path log) {
        try {
            Files.createDirectories(log.getParent());
            Files.deleteIfExists(log);
            return new Program(command.redirectErrorStream(true).start(), log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A job on this machine. */
    static Program job(Path log, String... arguments) {
        List<String> command = new ArrayList<>(java());
        command.addAll(List.of("-Xmx1g", "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        return start(new ProcessBuilder(command), log);
    }

    /** The start of a Java command as Spark needs it. */
    static List<String> java() {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:ReservedCodeCacheSize=240m",
                "-Duser.timezone=UTC"));
        opened().forEach(name -> command.add("--add-opens=" + name + "=ALL-UNNAMED"));
        return command;
    }

    private static List<String> opened() {
        try (InputStream in = Files.newInputStream(JAR);
                JarInputStream jar = new JarInputStream(in)) {
            return List.of(
                    jar.getManifest().getMainAttributes().getValue("Add-Opens").split(" "));
        } catch (IOException e) {
            throw new UncheckedIOException(JAR + " is not there; these tests run after mvn package", e);
        }
    }

    /** Reads what it says until a line fulfils that. */
    String until(Predicate<String> wanted) {
        try {
            for (String line = next(); line != null; line = next()) {
                if (wanted.test(line)) {
                    return line;
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new AssertionError("it ended without saying what was waited for; its log is " + log + ": " + tail());
    }

    private String next() throws IOException {
        String line = said.readLine();
        if (line != null) {
            Files.writeString(
                    log, line + "\n", java.nio.file.StandardOpenOption.CREATE, java.nio.file.StandardOpenOption.APPEND);
        }
        return line;
    }

    /** Lets it say what it likes, unread, so that it never waits for a reader. */
    Program heard() {
        Thread reader = new Thread(() -> {
            try {
                while (next() != null) {}
            } catch (IOException e) {
                // The process ended while it spoke.
            }
        });
        reader.setDaemon(true);
        reader.start();
        return this;
    }

    /** Its exit status, once it has ended. */
    int status() {
        try {
            while (next() != null) {}
            if (!process.waitFor(MINUTES, TimeUnit.MINUTES)) {
                throw new AssertionError("it did not end in " + MINUTES + " minutes: " + tail());
            }
            return process.exitValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What it said of failures, and the last lines of its log; of a line no more than can be read. */
    String tail() {
        try (Stream<String> lines = Files.exists(log) ? Files.lines(log) : Stream.empty()) {
            List<String> all = lines.map(line -> line.substring(0, Math.min(line.length(), 400)))
                    .toList();
            List<String> failures = all.stream().filter(FAILURE.asPredicate()).toList();
            return Stream.concat(last(40, failures), last(30, all)).collect(Collectors.joining("\n", "\n", "\n"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> last(int most, List<String> lines) {
        return lines.stream().skip(Math.max(0, lines.size() - most));
    }

    /** The processes that it started itself; theirs may be mere forks of them that run a command. */
    Stream<ProcessHandle> children() {
        return process.children();
    }

    /** Its signal 15. By its handle: a process that is destroyed itself has its streams closed. */
    void terminate() {
        process.toHandle().destroy();
    }

    /** Its signal 9. */
    void kill() {
        process.toHandle().destroyForcibly();
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
