package org.asepsie.engine.directory.reader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.edges.AttackSurface;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A group of a million members, read and judged by a machine of its own that has 512 MiB for everything.
@Tag("heavy")
class MillionMembersTest {
    private static final int MEMBERS = 1_000_000;
    private static final String HEAP = "-Xmx512m";

    @TempDir
    private Path folder = Path.of("");

    @Test
    void fitIntoBoundedMemoryFromACollection() throws Exception {
        var file = folder.resolve("20260105080000_c.zip");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file));
                var out = new BufferedWriter(new OutputStreamWriter(zip, UTF_8))) {
            zip.putNextEntry(new ZipEntry("20260105080000_groups.json"));
            out.write("{\"data\":[{\"ObjectIdentifier\":\"S-1-5-21-1-2-3-512\",\"Members\":[");
            for (var i = 0; i < MEMBERS; i++) {
                out.write("%s{\"ObjectIdentifier\":\"S-1-5-21-1-2-3-%d\",\"ObjectType\":\"User\"}"
                        .formatted(i == 0 ? "" : ",", 1_000 + i));
            }
            out.write("]}],\"meta\":{\"type\":\"groups\",\"count\":1}}");
        }

        assertThat(exposedByAMachineOfItsOwn(file, "S-1-5-21-1-2-3-512")).isEqualTo(MEMBERS);
    }

    @Test
    void fitIntoBoundedMemoryFromAnExport() throws Exception {
        var file = folder.resolve("export.ldif.gz");
        try (var out =
                new BufferedWriter(new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), UTF_8))) {
            head(out);
            for (var i = 0; i < MEMBERS; i++) {
                out.write("member: CN=Agent %d,OU=Personnel,DC=example,DC=lan\n".formatted(i));
            }
        }

        assertThat(exposedByAMachineOfItsOwn(file, "CN=Admins,DC=example,DC=lan"))
                .isEqualTo(MEMBERS);
    }

    /// In parts of the same name, as our own collector writes large groups.
    @Test
    void fitIntoBoundedMemoryInParts() throws Exception {
        var file = folder.resolve("export.ldif.gz");
        var part = 1 << 16;
        try (var out =
                new BufferedWriter(new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), UTF_8))) {
            for (var from = 0; from < MEMBERS; from += part) {
                var to = Math.min(MEMBERS, from + part) - 1;
                head(out);
                for (var i = from; i <= to; i++) {
                    out.write("member;range=%d-%s: CN=Agent %d,OU=Personnel,DC=example,DC=lan\n"
                            .formatted(from, to == MEMBERS - 1 ? "*" : String.valueOf(to), i));
                }
                out.write("\n");
            }
        }

        assertThat(exposedByAMachineOfItsOwn(file, "CN=Admins,DC=example,DC=lan"))
                .isEqualTo(MEMBERS);
    }

    private static void head(Writer out) throws IOException {
        out.write("""
                dn: CN=Admins,DC=example,DC=lan
                objectClass: group
                sAMAccountName: Admins
                objectSid:: AQUAAAAAAAUVAAAAAQAAAAIAAAADAAAAAAIAAA==
                """);
    }

    private static int exposedByAMachineOfItsOwn(Path file, String group) throws Exception {
        var machine = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElse("java"),
                        HEAP,
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        MillionMembersTest.class.getName(),
                        file.toString(),
                        group)
                .redirectErrorStream(true)
                .start();
        var said = new String(machine.getInputStream().readAllBytes(), UTF_8);
        assertThat(machine.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(machine.exitValue()).as(said).isZero();
        return Integer.parseInt(said.strip().lines().toList().getLast());
    }

    /// Prints how many members the group has, once every question was answered.
    public static void main(String[] arguments) {
        var forest = Inputs.read(List.of(Path.of(arguments[0]))).forest();
        var surface = AttackSurface.of(forest);
        if (surface.reach().reached().isEmpty()) {
            throw new IllegalStateException("nobody reaches the top");
        }
        surface.chokePoints();
        System.out.println(forest.count(forest.find(arguments[1]), Attribute.MEMBERS));
    }
}
