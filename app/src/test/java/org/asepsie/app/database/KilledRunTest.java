package org.asepsie.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The power button, the out-of-memory killer, `kill -9`: what was committed is there afterwards.
@Timeout(300)
class KilledRunTest {
    @TempDir
    Path folder;

    @BeforeEach
    void lendPrograms() throws Exception {
        Folders.lendPrograms(folder);
    }

    @Test
    void stopsTheServerThatSurvivedAKillAndKeepsEveryCommittedRow() throws Exception {
        try (var killed = holder(41)) {
            killed.until(it -> it.startsWith("kept [41]"));
            killed.kill();
        }
        var survivors = Survivors.on(cluster());
        assertThat(survivors).as("PostgreSQL outlives the kill").isNotEmpty();

        try (var next = EmbeddedPostgres.start(folder, List.of())) {
            assertThat(Folders.rows(next)).containsExactly(41);
            assertThat(Survivors.on(cluster())).doesNotContainAnyElementsOf(survivors);
        }
        assertThat(Survivors.gone(cluster(), Duration.ofSeconds(10))).isTrue();
    }

    @Test
    void beginsAgainAfterAKillInTheMiddleOfTheFirstStart() throws Exception {
        try (var watch = FileSystems.getDefault().newWatchService();
                var killed = holder(1)) {
            folder.register(watch, StandardWatchEventKinds.ENTRY_CREATE);
            awaitCreation(watch, "data.partial");
            killed.kill();
        }
        assertThat(cluster()).doesNotExist();

        try (var next = EmbeddedPostgres.start(folder, List.of())) {
            Folders.keepRow(next, 2);
            assertThat(Folders.rows(next)).containsExactly(2);
        }
        assertThat(folder.resolve("data.partial")).doesNotExist();
        assertThat(folder.resolve("data.secret")).doesNotExist();
    }

    @Test
    void leavesAloneAProgramThatOnlyHasTheNumberOfAFormerServer() throws Exception {
        try (var postgres = EmbeddedPostgres.start(folder, List.of())) {
            Folders.keepRow(postgres, 5);
        }
        try (var bystander = Launched.command(folder, Map.of(), List.of("sleep", "100"))) {
            Files.writeString(cluster().resolve("postmaster.pid"), bystander.processId() + "\n" + cluster() + "\n");

            try (var postgres = EmbeddedPostgres.start(folder, List.of())) {
                assertThat(Folders.rows(postgres)).containsExactly(5);
            }
            assertThat(bystander.alive()).isTrue();
        }
    }

    @Test
    void givesTheDataToAnOrdinaryAccountWhenOthersMayEnterTheFolderAndTakesItBackWhenNot() throws Exception {
        assumeTrue(Folders.root(), "only root runs PostgreSQL as someone else");
        Folders.open(folder);
        var data = Files.createDirectory(folder.resolve("asepsie"));
        Folders.open(data);

        try (var postgres = EmbeddedPostgres.start(data, List.of())) {
            Folders.keepRow(postgres, 1);
            assertThat(Files.getOwner(data.resolve("data")).getName()).isNotEqualTo("root");
            assertThat(Survivors.on(data.resolve("data")))
                    .isNotEmpty()
                    .noneMatch(it -> it.info().user().orElse("").equals("root"));
        }

        Files.setPosixFilePermissions(folder, java.nio.file.attribute.PosixFilePermissions.fromString("rwx------"));
        try (var postgres = EmbeddedPostgres.start(data, List.of())) {
            assertThat(Folders.rows(postgres)).containsExactly(1);
            assertThat(Files.getOwner(data.resolve("data")).getName()).isEqualTo("root");
        }
    }

    private Launched holder(int row) throws Exception {
        return Launched.command(
                folder, Map.of(), Launched.java(DatabaseHolder.class.getName(), folder.toString(), "" + row));
    }

    private Path cluster() {
        return folder.resolve("data");
    }

    private static void awaitCreation(WatchService watch, String name) throws InterruptedException {
        while (true) {
            var key = watch.poll(60, TimeUnit.SECONDS);
            assertThat(key).as("the creation of " + name).isNotNull();
            if (key.pollEvents().stream().anyMatch(it -> name.equals(String.valueOf(it.context())))) {
                return;
            }
            key.reset();
        }
    }
}
