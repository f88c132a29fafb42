package org.asepsie.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A disk without room: refused early where it can be seen, and nothing that was saved is lost where it cannot.
@Timeout(300)
class FullDiskTest {
    private static final int MEGABYTE = 1 << 20;

    @TempDir
    Path folder;

    private boolean mounted;

    @Test
    void refusesToBeginOnADiskThatCannotHoldADatabase() throws Exception {
        mount("40m");

        assertThatThrownBy(() -> EmbeddedPostgres.start(folder.resolve("asepsie"), List.of()))
                .isInstanceOf(DataFolderUnusable.class)
                .hasMessageContaining("MB are free on this disk, 256 are needed")
                .hasMessageContaining("--data");

        assertThat(Folders.snapshot(folder).keySet()).containsExactly(Path.of("asepsie/asepsie.lock"));
    }

    @Test
    void losesNothingThatWasSavedWhenTheDiskFillsUp() throws Exception {
        mount("300m");
        Folders.lendPrograms(folder);
        try (var postgres = EmbeddedPostgres.start(folder, List.of())) {
            Folders.keepRow(postgres, 1);
            fill(0);

            assertThatThrownBy(() -> Folders.execute(
                            postgres,
                            "create table large as select repeat(md5(n::text), 50) from generate_series(1, 50000) n"))
                    .isInstanceOf(SQLException.class);
        }

        assertThatThrownBy(() -> EmbeddedPostgres.start(folder, List.of()))
                .isInstanceOf(DataFolderUnusable.class)
                .hasMessageContaining("are needed");

        Files.delete(filler());
        try (var postgres = EmbeddedPostgres.start(folder, List.of())) {
            assertThat(Folders.rows(postgres)).containsExactly(1);
        }
    }

    @Test
    void saysThatTheDiskIsFullWhenPostgresFindsItBeforeUs() {
        var failed = new PostgresWillNotStart(
                PostgresWillNotStart.Step.CREATE, "could not write to file: No space left on device", folder, null);

        assertThat(failed.remedy().french()).contains("Le disque est plein");
        assertThat(failed.remedy().english()).contains("The disk is full");
    }

    private void fill(int left) throws IOException {
        var room = Files.getFileStore(folder).getUsableSpace() - left;
        try (var out = Files.newOutputStream(filler())) {
            var block = new byte[MEGABYTE];
            for (var written = 0L; written + MEGABYTE <= room; written += MEGABYTE) {
                out.write(block);
            }
        }
    }

    private Path filler() {
        return folder.resolve("filler");
    }

    private void mount(String size) throws Exception {
        assumeTrue(Folders.root(), "only root can mount a small disk: run as root to try a full one");
        try (var mount = Launched.command(
                Path.of("/"),
                Map.of(),
                List.of("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", folder.toString()))) {
            var said = mount.toItsEnd();
            mounted = mount.status() == 0;
            assumeTrue(mounted, "this system refuses to mount a small disk: " + said);
        }
    }

    @AfterEach
    void unmount() throws Exception {
        if (mounted) {
            try (var umount = Launched.command(Path.of("/"), Map.of(), List.of("umount", folder.toString()))) {
                assertThat(umount.status()).as(umount.toItsEnd()).isZero();
            }
        }
    }
}
