package org.asepsie.browser;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/// The packaged product, running on a port and a folder of its own until the tests are over.
///
/// The two that tests share are started at most once for all of them: [#demo] holds the fictitious region, [#fresh]
/// was never set up. A test that changes what others rely on starts its own. With `-Dasepsie.demo=http://…` the tests
/// use a demonstration that already runs, to look at its pages again and again.
public final class Product implements AutoCloseable {
    private static final Path JAR =
            Path.of("../app/target/asepsie.jar").toAbsolutePath().normalize();
    private static final Path LAUNCHER = Path.of("../asepsie").toAbsolutePath().normalize();
    private static final Pattern LAUNCHER_OPTIONS = Pattern.compile("^jvm=\\(([^)]+)\\)", Pattern.MULTILINE);

    private final String root;
    private final Optional<Process> process;
    private final Path data;
    private final List<String> said = new ArrayList<>();

    private Product(String root, Optional<Process> process, Path data) {
        this.root = root;
        this.process = process;
        this.data = data;
        Runtime.getRuntime().addShutdownHook(new Thread(this::close, "stop the product"));
    }

    private static final class Fresh {
        static final Product RUNNING = start(Map.of());
    }

    private static final class Demo {
        static final Product RUNNING = Optional.ofNullable(System.getProperty("asepsie.demo"))
                .map(it -> new Product(it, Optional.empty(), Path.of("target/no-data")))
                .orElseGet(() -> start(Map.of("ASEPSIE_DEMO", "true")));
    }

    public static Product fresh() {
        return Fresh.RUNNING;
    }

    public static Product demo() {
        return Demo.RUNNING;
    }

    /// Starts the product and waits until it says that it is ready.
    public static Product start(Map<String, String> environment) {
        if (!Files.isRegularFile(JAR)) {
            throw new IllegalStateException(JAR + " is missing: package the application first (mvn verify)");
        }
        try {
            var data = Files.createTempDirectory("asepsie-browser-");
            var port = freePort();
            var java = Path.of(System.getProperty("java.home"), "bin/java").toString();
            var command = new ArrayList<>(List.of(java));
            command.addAll(launcherOptions());
            command.addAll(List.of("-jar", JAR.toString()));
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment()
                    .putAll(Map.of(
                            "ASEPSIE_DATA", data.toString(),
                            "ASEPSIE_PORT", Integer.toString(port),
                            "ASEPSIE_LANGUAGE", "en"));
            builder.environment().putAll(environment);
            var process = builder.start();
            var product = new Product("http://localhost:" + port, Optional.of(process), data);
            product.awaitReady(process);
            return product;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /// What people start is what is tried: heap, beans settled at build and all.
    private static List<String> launcherOptions() throws IOException {
        var options = LAUNCHER_OPTIONS.matcher(Files.readString(LAUNCHER));
        if (!options.find()) {
            throw new IllegalStateException("%s names no options for the JVM".formatted(LAUNCHER));
        }
        return List.of(options.group(1).strip().split("\\s+"));
    }

    public String address(String path) {
        return root + path;
    }

    private void awaitReady(Process process) throws IOException {
        var output = process.inputReader();
        for (String line; (line = output.readLine()) != null; ) {
            said.add(line);
            if (line.contains("Asepsie is ready")) {
                Thread.ofVirtual().start(() -> drain(output));
                return;
            }
        }
        close();
        throw new IllegalStateException("the product did not start: " + String.join("\n", said));
    }

    /// Keeps the product from waiting on a full pipe, and shows what it says in the tests' log.
    private static void drain(BufferedReader output) {
        try (output) {
            output.lines().forEach(System.out::println);
        } catch (IOException | UncheckedIOException ended) {
            // The product has stopped.
        }
    }

    @Override
    public void close() {
        try {
            if (process.isPresent()) {
                process.get().destroy();
                if (!process.get().waitFor(60, TimeUnit.SECONDS)) {
                    process.get().destroyForcibly();
                }
            }
            if (Files.exists(data)) {
                try (var files = Files.walk(data)) {
                    for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        } catch (IOException left) {
            throw new UncheckedIOException(left);
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
