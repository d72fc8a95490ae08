package org.electrongap.program;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * A standalone cluster on this machine: a master and two workers as processes, from Spark's own jars without Delta's. Delta is
 * shipped with each job.
 */
final class Cluster implements AutoCloseable {

    private static final List<String> SHIPPED = List.of("delta-", "unitycatalog-");
    /** What the jobs jar carries itself; a cluster has none of it. */
    private static final List<String> INSIDE =
            List.of("picocli", "fastcsv", "jfreechart", "batik", "commons-statistics");

    private static final String SMALL = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=240m";

    private final Path folder;
    private final Path home;
    private final Program master;
    private final List<Program> workers = new ArrayList<>();
    private final String url;

    private Cluster(Path folder) throws IOException {
        this.folder = folder;
        this.home = home();
        this.master = Program.start(
                spark(
                        "-Xmx256m",
                        "org.apache.spark.deploy.master.Master",
                        "--host",
                        "127.0.0.1",
                        "--port",
                        "0",
                        "--webui-port",
                        "0"),
                folder.resolve("master.log"));
        String line = master.until(said -> said.contains("Starting Spark master at"));
        this.url = line.substring(line.indexOf("spark://"));
        master.heard();
    }

    /** A running cluster whose two workers have registered. */
    static Cluster start(Path folder) throws IOException {
        Cluster cluster = new Cluster(folder);
        for (String name : List.of("worker-1", "worker-2")) {
            Program worker = Program.start(
                    cluster.spark(
                            "-Xmx256m",
                            "org.apache.spark.deploy.worker.Worker",
                            "--host",
                            "127.0.0.1",
                            "--webui-port",
                            "0",
                            "--cores",
                            "2",
                            "--memory",
                            "4g",
                            "--work-dir",
                            folder.resolve(name).toString(),
                            cluster.url),
                    folder.resolve(name + ".log"));
            worker.until(said -> said.contains("Successfully registered with master"));
            cluster.workers.add(worker.heard());
        }
        return cluster;
    }

    /** Submits a job; in cluster mode the call waits for its end too. */
    Program submit(String mode, String... arguments) throws IOException {
        List<String> call = new ArrayList<>(List.of(
                "-Xmx1g",
                "org.apache.spark.deploy.SparkSubmit",
                "--master",
                url,
                "--deploy-mode",
                mode,
                "--conf",
                "spark.standalone.submit.waitAppCompletion=true",
                "--conf",
                "spark.executor.memory=768m",
                "--conf",
                "spark.sql.shuffle.partitions=4",
                "--conf",
                "spark.databricks.delta.snapshotPartitions=2",
                "--conf",
                "spark.executor.extraJavaOptions=" + SMALL,
                "--conf",
                "spark.driver.extraJavaOptions=" + SMALL + " " + JavaModuleOptions.defaultModuleOptions(),
                "--jars",
                shipped(),
                "--class",
                "org.electrongap.cli.Main",
                Program.JAR.toString()));
        call.addAll(List.of(arguments));
        return Program.start(spark(call.toArray(String[]::new)), folder.resolve("submit-" + mode + ".log"));
    }

    /** The executors that run on a worker now. */
    List<ProcessHandle> executorsOf(int worker) {
        return processes(worker, "CoarseGrainedExecutorBackend");
    }

    /** The driver that runs on any worker now, in cluster mode. */
    List<ProcessHandle> drivers() {
        return Stream.of(0, 1)
                .flatMap(worker -> processes(worker, "DriverWrapper").stream())
                .toList();
    }

    /** Kills a worker, its executors with it. */
    void killWorker(int worker) {
        workers.get(worker).close();
    }

    private List<ProcessHandle> processes(int worker, String main) {
        return workers.get(worker)
                .children()
                .filter(process -> commandLine(process).contains(main))
                .toList();
    }

    /** From /proc: Java tells no command line that is longer than a page, as a driver's with its jars is. */
    private static String commandLine(ProcessHandle process) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"));
        } catch (IOException e) {
            return process.info().commandLine().orElse("");
        }
    }

    private ProcessBuilder spark(String... arguments) {
        List<String> command = new ArrayList<>(Program.java());
        command.addAll(List.of("-cp", home.resolve("jars") + "/*"));
        int classAt = arguments[0].startsWith("-X") ? 1 : 0;
        command.addAll(command.size() - 2, List.of(arguments).subList(0, classAt));
        command.addAll(List.of(arguments).subList(classAt, arguments.length));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder;
    }

    private static String shipped() throws IOException {
        try (Stream<Path> jars = Files.list(Program.TARGET.resolve("lib"))) {
            return jars.filter(jar -> isOneOf(jar, SHIPPED))
                    .map(Path::toString)
                    .sorted()
                    .collect(Collectors.joining(","));
        }
    }

    /** Beside lib, which it links to: JUnit would warn of each link when it removes a folder of its own. */
    private static Path home() throws IOException {
        Path home = Program.TARGET.resolve("cluster-spark");
        Path jars = Files.createDirectories(home.resolve("jars"));
        try (Stream<Path> all = Files.list(Program.TARGET.resolve("lib"))) {
            for (Path jar : all.filter(jar -> !isOneOf(jar, SHIPPED) && !isOneOf(jar, INSIDE))
                    .toList()) {
                Path link = jars.resolve(jar.getFileName());
                Files.deleteIfExists(link);
                Files.createSymbolicLink(link, jar);
            }
        }
        return home;
    }

    private static boolean isOneOf(Path jar, List<String> names) {
        return names.stream().anyMatch(jar.getFileName().toString()::startsWith);
    }

    @Override
    public void close() {
        workers.forEach(Program::close);
        master.close();
    }
}
