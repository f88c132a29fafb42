package org.asepsie.app.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asepsie.app.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// The whole product in a process of its own: what the console says when it starts, stops, or cannot start.
@Tag("heavy")
@Timeout(300)
class ProductStartTest {
    @TempDir
    Path folder;

    private Path data;

    @BeforeEach
    void lendPrograms() throws IOException {
        data = Files.createDirectory(folder.resolve("asepsie"));
        Folders.lendPrograms(data);
    }

    @Test
    void saysWhereToGoServesPagesAndStopsWithNothingLeftRunning() throws Exception {
        try (var product = start(Map.of())) {
            var ready = product.until(it -> it.contains("Asepsie est prêt"));
            product.until(it -> it.contains("Données : " + data));
            product.until(it -> it.contains("Pour arrêter : Ctrl-C"));
            assertThat(get(ready.replaceFirst("^.* : ", "") + "sign-in").statusCode())
                    .isLessThan(400);

            product.terminate();

            assertThat(product.status()).isEqualTo(143);
            assertThat(Survivors.on(data.resolve("data"))).isEmpty();
        }
    }

    @Test
    void isBackAfterAKillWithEverythingThatWasThere() throws Exception {
        String ready;
        try (var killed = start(Map.of())) {
            ready = killed.until(it -> it.contains("Asepsie est prêt"));
            killed.kill();
        }

        try (var next = start(Map.of())) {
            next.until(it -> it.contains("Asepsie est prêt"));
            next.until(it -> it.contains("Première visite"));
            next.terminate();
            assertThat(next.status()).isEqualTo(143);
        }
        assertThat(ready).contains("http://localhost:");
        assertThat(Survivors.on(data.resolve("data"))).isEmpty();
    }

    @Test
    void rehearsesAndLeavesNothingRunning() throws Exception {
        try (var rehearsal = Launched.command(
                folder, environment(Map.of("JAVA_TOOL_OPTIONS", "-Dasepsie.rehearsal=true")), Launched.product())) {
            var said = rehearsal.toItsEnd();

            assertThat(rehearsal.status()).as(said).isZero();
            assertThat(Survivors.on(data.resolve("data"))).isEmpty();
        }
    }

    @Test
    void saysInFrenchThatAnotherAsepsieHasTheFolder() throws Exception {
        try (var first = EmbeddedPostgres.start(data, List.of())) {
            assertThat(first.jdbcUrl()).isNotEmpty();

            assertFailure(
                    Map.of(),
                    "Asepsie n’a pas pu démarrer",
                    "Le dossier des données " + data,
                    "un autre Asepsie s’en sert déjà",
                    "--data");
        }
    }

    @Test
    void saysInEnglishThatAnotherAsepsieHasTheFolder() throws Exception {
        try (var first = EmbeddedPostgres.start(data, List.of())) {
            assertThat(first.jdbcUrl()).isNotEmpty();

            assertFailure(
                    Map.of("ASEPSIE_LANGUAGE", "en"), "Asepsie could not start", "another Asepsie is running on it");
        }
    }

    @Test
    void saysThatThePortWasTakenMeanwhile() throws Exception {
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertFailure(
                    Map.of("ASEPSIE_PORT", Integer.toString(taken.getLocalPort())),
                    "Le port %d est déjà pris".formatted(taken.getLocalPort()),
                    "./asepsie start --port");
        }
        assertThat(Survivors.on(data.resolve("data"))).isEmpty();
    }

    @Test
    void saysThatTheDatabaseNamedDoesNotAnswerWithoutShowingItsPassword() throws Exception {
        int nobodyThere;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nobodyThere = closed.getLocalPort();
        }
        var url = "jdbc:postgresql://127.0.0.1:%d/asepsie".formatted(nobodyThere);

        var said = assertFailure(
                Map.of("ASEPSIE_DATABASE_URL", url + "?password=hidden"), url, "Vérifiez ASEPSIE_DATABASE_URL");

        assertThat(said).doesNotContain("hidden");
    }

    @Test
    void saysThatTheDatabaseNamedRefusesThePassword() throws Exception {
        var server = TestServer.running();

        assertFailure(
                Map.of(
                        "ASEPSIE_DATABASE_URL", server.newDatabase(),
                        "ASEPSIE_DATABASE_USER", server.owner(),
                        "ASEPSIE_DATABASE_PASSWORD", "wrong"),
                "Vérifiez ASEPSIE_DATABASE_USER et ASEPSIE_DATABASE_PASSWORD");
    }

    @Test
    void saysThatADatabaseOfOnesOwnNeedsAKeyOfOnesOwn() throws Exception {
        var server = TestServer.running();

        for (var key : List.of("", "too short")) {
            var said = assertFailure(
                    Map.of(
                            "ASEPSIE_DATABASE_URL", server.newDatabase(),
                            "ASEPSIE_DATABASE_USER", server.owner(),
                            "ASEPSIE_DATABASE_PASSWORD", server.password(),
                            "ASEPSIE_SECRET_KEY", key),
                    "ASEPSIE_SECRET_KEY",
                    "openssl rand -hex 32");
            assertThat(said).doesNotContain("too short");
        }
    }

    @Test
    void startsOnAPostgresPreparedAsTheOperationsGuideSays() throws Exception {
        try (var postgres = EmbeddedPostgres.start(data, List.of())) {
            var database = postgres.jdbcUrl().replaceFirst("/postgres$", "/asepsie");
            asTheGuideSays(postgres);

            try (var product = start(Map.of(
                    "ASEPSIE_DATABASE_URL", database,
                    "ASEPSIE_DATABASE_USER", "asepsie_guide",
                    "ASEPSIE_DATABASE_PASSWORD", "a long password"))) {
                product.until(it -> it.contains("Asepsie est prêt"));
                product.until(it -> it.contains("Données : " + database));
                product.terminate();
                product.status();
            }
        }
    }

    /// Runs the guide's statements. The role has another name here, because the embedded PostgreSQL has one of that
    /// name.
    private static void asTheGuideSays(EmbeddedPostgres postgres) throws Exception {
        var guide = Files.readString(Path.of("../docs/operations.md"));
        var start = guide.indexOf("```sql\n") + 7;
        var statements = guide.substring(start, guide.indexOf("```", start))
                .replace("role asepsie login", "role asepsie_guide login")
                .replace("to asepsie ", "to asepsie_guide ")
                .replace("owner asepsie ", "owner asepsie_guide ");
        try (var connection = DriverManager.getConnection(postgres.jdbcUrl(), "postgres", postgres.password());
                var statement = connection.createStatement()) {
            for (var sql : statements.split(";\\s*")) {
                statement.execute(sql);
            }
        }
    }

    private String assertFailure(Map<String, String> environment, String... expected) throws Exception {
        try (var product = start(environment)) {
            var said = product.toItsEnd();

            assertThat(said).contains(expected).doesNotContain("\tat ", "Exception");
            assertThat(product.status()).isEqualTo(1);
            return said;
        }
    }

    private Launched start(Map<String, String> environment) throws IOException {
        return Launched.command(folder, environment(environment), Launched.product());
    }

    private Map<String, String> environment(Map<String, String> further) {
        var all = new HashMap<>(Map.of(
                "ASEPSIE_LANGUAGE", "fr",
                "ASEPSIE_DATA", data.toString(),
                "ASEPSIE_PORT", "0",
                "ASEPSIE_DATABASE_URL", ""));
        if (further.containsKey("ASEPSIE_DATABASE_URL")) {
            all.put("ASEPSIE_SECRET_KEY", "ab".repeat(32));
        }
        all.putAll(further);
        return all;
    }

    private static HttpResponse<String> get(String address) throws Exception {
        try (var client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
        }
    }
}
