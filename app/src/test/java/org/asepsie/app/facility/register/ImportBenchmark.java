package org.asepsie.app.facility.register;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.asepsie.app.AsepsieApplication;
import org.asepsie.app.access.Actors;
import org.asepsie.app.facility.finess.FinessFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;

/// How long the whole product, in a heap of 256 MB with its own durable PostgreSQL, takes to import 100,000
/// sites, and to import them again. No test: its name keeps it out of the build.
///
///     mvn -pl app -am test -Dtest=ImportBenchmark -Dsurefire.failIfNoSpecifiedTests=false
class ImportBenchmark {
    private static final int SITES = 100_000;
    private static final int HEAP_MEGABYTES = 256;

    @Test
    void importsTheWholeCountryInASmallHeap(@TempDir Path folder) throws Exception {
        FinessFiles.register(folder.resolve("register.csv"), SITES);
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + HEAP_MEGABYTES + "m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        ImportBenchmark.class.getName(),
                        folder.toString())
                .inheritIO()
                .start();

        assertThat(process.waitFor()).isZero();
    }

    static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        var file = folder.resolve("register.csv");
        try (var application = SpringApplication.run(
                AsepsieApplication.class, "--asepsie.data=" + folder.resolve("data"), "--server.port=0")) {
            var imports = application.getBean(FinessImport.class);
            var log = application.getBean(ImportLog.class);
            for (var round : new String[] {"first", "again"}) {
                var before = Instant.now();
                var id = imports.run(file, "register.csv");
                var took = Duration.between(before, Instant.now());
                var report = Actors.<ImportReport, RuntimeException>asInstallation(
                        () -> log.find(id).orElseThrow());
                Files.writeString(
                        Path.of("target/import-benchmark.txt"),
                        "%s: %s in %.1f s, peak heap %d MB of %d, %s%n"
                                .formatted(
                                        round,
                                        report.state(),
                                        took.toMillis() / 1_000.0,
                                        peakHeap() >> 20,
                                        HEAP_MEGABYTES,
                                        report.tally()),
                        java.nio.file.StandardOpenOption.CREATE,
                        java.nio.file.StandardOpenOption.APPEND);
            }
        }
    }

    private static long peakHeap() {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(it -> it.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getPeakUsage)
                .filter(Objects::nonNull)
                .mapToLong(java.lang.management.MemoryUsage::getUsed)
                .sum();
    }
}
