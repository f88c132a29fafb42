package org.asepsie.app.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.asepsie.app.database.Launched;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the script says when it cannot go on: what is missing, where it looked, how to mend it.
@Timeout(60)
class LauncherTest {
    private static final List<String> TOOLS = List.of(
            "bash",
            "env",
            "dirname",
            "sed",
            "readlink",
            "locale",
            "find",
            "mkdir",
            "flock",
            "tee",
            "tr",
            "grep",
            "cat");

    @TempDir
    Path house;

    private Path tools;

    /// A house of its own with the ordinary tools on the path, and neither Java nor Maven.
    @BeforeEach
    void furnish() throws IOException {
        Files.copy(Path.of("../asepsie"), house.resolve("asepsie"), StandardCopyOption.COPY_ATTRIBUTES);
        Files.createFile(house.resolve("pom.xml"));
        tools = Files.createDirectory(house.resolve("tools"));
        for (var tool : TOOLS) {
            for (var folder : List.of("/usr/bin", "/bin")) {
                var found = Path.of(folder, tool);
                if (Files.exists(found) && !Files.exists(tools.resolve(tool))) {
                    Files.createSymbolicLink(tools.resolve(tool), found);
                }
            }
        }
    }

    @Test
    void saysThatAJdk25IsMissingAndWhereItLooked() throws Exception {
        var none = Files.createDirectory(house.resolve("no-jvm"));

        var answer = launch(Map.of("ASEPSIE_JVM_FOLDER", none.toString(), "LANG", "fr_FR.UTF-8"), "start");

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.said()).contains("JDK 25", none.toString(), "ASEPSIE_JAVA_HOME=");
    }

    @Test
    void saysItInEnglishOnASystemInEnglish() throws Exception {
        var none = Files.createDirectory(house.resolve("no-jvm"));

        var answer = launch(Map.of("ASEPSIE_JVM_FOLDER", none.toString(), "LANG", "en_GB.UTF-8"), "start");

        assertThat(answer.said()).contains("Asepsie needs a JDK 25 or newer");
    }

    @Test
    void passesOverAnOlderJava() throws Exception {
        var old = Files.createDirectories(house.resolve("jvm/java-17/bin"));
        Files.createSymbolicLink(old.resolve("java"), Path.of(System.getProperty("java.home"), "bin/java"));
        Files.writeString(house.resolve("jvm/java-17/release"), "JAVA_VERSION=\"17.0.15\"\n");

        var answer =
                launch(Map.of("ASEPSIE_JVM_FOLDER", house.resolve("jvm").toString(), "LANG", "fr_FR.UTF-8"), "start");

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.said()).contains("JDK 25");
    }

    @Test
    void saysThatMavenIsMissingWhenSomethingMustBeBuilt() throws Exception {
        var answer = launch(withJava(), "start");

        assertThat(answer.status()).isEqualTo(1);
        assertThat(answer.said()).contains("Maven manque", "paquet");
    }

    @Test
    void namesAnotherPortWhenTheOneAskedForIsTaken() throws Exception {
        build();
        try (var taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            var answer = launch(withJava(), "start", "--port", Integer.toString(taken.getLocalPort()));

            assertThat(answer.status()).isEqualTo(1);
            assertThat(answer.said()).contains("Le port " + taken.getLocalPort() + " est déjà pris", "--port");
        }
    }

    @Test
    void refusesAPortThatIsNone() throws Exception {
        build();

        for (var port : List.of("0", "65536", "eighty", "")) {
            var answer = launch(withJava(), "start", "--port", port);

            assertThat(answer.status()).as(port).isEqualTo(2);
            assertThat(answer.said()).contains("--port attend un nombre de 1 à 65535");
        }
    }

    @Test
    void refusesAnOptionItDoesNotKnowAndShowsThoseItDoes() throws Exception {
        build();

        var answer = launch(withJava(), "start", "--prot", "8080");

        assertThat(answer.status()).isEqualTo(2);
        assertThat(answer.said()).contains("Option inconnue : --prot", "--port N");
    }

    /// A product newer than every source, so that nothing needs building.
    private void build() throws IOException {
        Files.createDirectories(house.resolve("app/target"));
        Files.createFile(house.resolve("app/target/asepsie.jar"));
    }

    private static Map<String, String> withJava() {
        return Map.of("ASEPSIE_JAVA_HOME", System.getProperty("java.home"), "LANG", "fr_FR.UTF-8");
    }

    private record Answer(int status, String said) {}

    private Answer launch(Map<String, String> environment, String... arguments) throws Exception {
        var command = new ArrayList<>(List.of("/usr/bin/env", "-i", "PATH=" + tools));
        environment.forEach((name, value) -> command.add(name + "=" + value));
        command.add(house.resolve("asepsie").toString());
        command.addAll(List.of(arguments));
        try (var launcher = Launched.command(house, Map.of(), command)) {
            var said = launcher.toItsEnd();
            return new Answer(launcher.status(), said);
        }
    }
}
