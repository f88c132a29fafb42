package org.asepsie.app.database;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// A program that a test starts, listens to, and always ends.
public final class Launched implements AutoCloseable {
    private final Process process;
    private final BufferedReader output;
    private final List<String> heard = new ArrayList<>();

    private Launched(Process process) {
        this.process = process;
        this.output = process.inputReader();
    }

    public static Launched command(Path folder, Map<String, String> environment, List<String> command)
            throws IOException {
        var builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return new Launched(builder.start());
    }

    /// The product's own classes, and those named, in a JVM of their own.
    public static List<String> java(String mainClass, String... arguments) {
        return javaOn(
                productClassPath()
                        + File.pathSeparator
                        + Path.of("target/test-classes").toAbsolutePath(),
                mainClass,
                arguments);
    }

    /// The product alone, as it is delivered: no class of a test is on its path.
    public static List<String> product() {
        return javaOn(productClassPath(), "org.asepsie.app.AsepsieApplication");
    }

    static List<String> javaOn(String classPath, String mainClass, String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Dstdout.encoding=UTF-8",
                "-Dstderr.encoding=UTF-8",
                "-cp",
                classPath,
                mainClass));
        command.addAll(List.of(arguments));
        return command;
    }

    static String productClassPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(it -> !it.endsWith("test-classes"))
                .filter(it -> Files.exists(Path.of(it)))
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// @return the first line that fits
    /// @throws AssertionError with all that was said, if the program ends before
    public String until(Predicate<String> wanted) throws IOException {
        for (String line; (line = output.readLine()) != null; ) {
            heard.add(line);
            if (wanted.test(line)) {
                return line;
            }
        }
        throw new AssertionError("it ended before, having said: " + String.join("\n", heard));
    }

    /// All it says until it ends by itself.
    public String toItsEnd() throws IOException {
        output.lines().forEach(heard::add);
        return String.join("\n", heard);
    }

    public int status() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("it does not end; it said: " + String.join("\n", heard));
        }
        return process.exitValue();
    }

    public long processId() {
        return process.pid();
    }

    public boolean alive() {
        return process.isAlive();
    }

    /// As `kill -TERM` and Ctrl-C do.
    public void terminate() {
        process.destroy();
    }

    /// As `kill -9` does: the program has no time to tidy up.
    public void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
