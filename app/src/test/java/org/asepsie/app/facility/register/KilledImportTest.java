package org.asepsie.app.facility.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Pattern;
import org.asepsie.app.Surfer;
import org.asepsie.app.database.Folders;
import org.asepsie.app.database.Launched;
import org.asepsie.app.facility.finess.FinessFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The whole product, in a process of its own, killed while it imports the register: afterwards nothing of the file
/// is there, and the import can be done again.
@Tag("heavy")
@Timeout(400)
class KilledImportTest {
    private static final int SITES = 30_000;
    private static final String PASSWORD = "le chat dort dehors";
    private static final Pattern UNDER_WAY = Pattern.compile("<progress[^>]* value=\"[1-9]");

    @TempDir
    Path folder;

    private Path data;

    @BeforeEach
    void aFileLiesInTheFolderOfTheServer() throws Exception {
        data = Files.createDirectory(folder.resolve("asepsie"));
        Folders.lendPrograms(data);
        FinessFiles.register(Files.createDirectory(data.resolve("finess")).resolve("register.csv"), SITES);
    }

    @Test
    void leavesNothingHalfWrittenAndCanBeDoneAgain() throws Exception {
        try (var killed = start();
                var director = new Surfer(address(killed))) {
            director.submit(
                    "/first-run",
                    "/first-run",
                    "name",
                    "Camille Martin",
                    "email",
                    "camille@example.org",
                    "password",
                    PASSWORD,
                    "language",
                    "fr");
            var report = begin(director);
            await().atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(50))
                    .until(() -> UNDER_WAY.matcher(director.open(report).body()).find());
            killed.kill();
        }

        try (var next = start();
                var director = new Surfer(address(next))) {
            director.submit("/sign-in", "/sign-in", "email", "camille@example.org", "password", PASSWORD);
            assertThat(director.open("/administration/finess").body())
                    .contains("register.csv")
                    .doesNotContain("Terminé");
            assertThat(director.open("/administration/facilities").body()).doesNotContain("FICTIVE");

            var report = begin(director);
            await().atMost(Duration.ofSeconds(120))
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> !director.open(report).body().contains("<progress"));

            assertThat(director.open(report).body())
                    .contains("Terminé")
                    .containsPattern("Nouveaux</th><td class=\"number\">30.000<")
                    .containsPattern("Lignes refusées</th><td class=\"number\">0<");
            next.terminate();
            assertThat(next.status()).isEqualTo(143);
        }
    }

    /// @return the path of the page that tells how far it is
    private static String begin(Surfer director) throws Exception {
        var sent =
                director.submit("/administration/finess", "/administration/finess/from-server", "name", "register.csv");
        assertThat(sent.statusCode()).isEqualTo(302);
        return java.net
                .URI
                .create(sent.headers().firstValue("Location").orElseThrow())
                .getPath();
    }

    private Launched start() throws Exception {
        return Launched.command(
                folder,
                Map.of(
                        "ASEPSIE_LANGUAGE",
                        "fr",
                        "ASEPSIE_DATA",
                        data.toString(),
                        "ASEPSIE_PORT",
                        "0",
                        "ASEPSIE_DATABASE_URL",
                        ""),
                Launched.product());
    }

    private static String address(Launched product) throws Exception {
        var ready = product.until(it -> it.contains("Asepsie est prêt"));
        return ready.substring(ready.indexOf("http"));
    }
}
