package org.asepsie.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogsTest {
    @TempDir
    Path logs;

    @Test
    void keepsTheNewestTenFilesHoweverLongTheServerRuns() throws Exception {
        for (var day = 10; day < 35; day++) {
            Files.writeString(logs.resolve("postgresql-202611" + day + "-000000.log"), "day " + day);
        }

        ServerLogs.trim(logs);

        try (var kept = Files.list(logs)) {
            assertThat(kept.map(it -> it.getFileName().toString()))
                    .hasSize(10)
                    .contains("postgresql-20261134-000000.log", "postgresql-20261125-000000.log");
        }
    }

    @Test
    void dropsTheLogOfTheStartsOnceItIsLarge() throws Exception {
        Files.write(ServerLogs.atStart(logs), new byte[(1 << 20) + 1]);

        ServerLogs.trim(logs);

        assertThat(ServerLogs.atStart(logs)).doesNotExist();
    }

    @Test
    void quotesTheLastLinesOfTheNewestFiles() throws Exception {
        Files.writeString(logs.resolve("start.log"), "one\ntwo\nthree\n");

        assertThat(ServerLogs.lastWords(logs, 2)).containsExactly("two", "three");
    }
}
