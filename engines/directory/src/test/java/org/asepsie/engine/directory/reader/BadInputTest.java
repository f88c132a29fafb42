package org.asepsie.engine.directory.reader;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Forest;
import org.asepsie.engine.directory.Kind;
import org.asepsie.engine.directory.control.Assessment;
import org.asepsie.engine.directory.control.Verdict;
import org.asepsie.engine.directory.edges.AttackSurface;
import org.asepsie.engine.directory.input.Unreadable;
import org.asepsie.engine.directory.input.Unreadable.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is wrong with a collection becomes a finding or a clear refusal: never a crash, never a silent pass.
class BadInputTest {
    private static final String DOMAIN = "S-1-5-21-1-2-3";

    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest(name = "cut after {0} % of its bytes")
    @ValueSource(ints = {1, 10, 50, 90, 99})
    void aCollectionThatBreaksOffIsRefusedWhereverItDoes(int percent) throws IOException {
        var whole = zip("users.json", users(nurse("")).getBytes(UTF_8));
        var cut =
                Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, Math.max(3, whole.length * percent / 100)));

        refused(cut, Reason.TRUNCATED);
    }

    @Test
    void partsOfABombThatAreHarmlessAloneAreRefusedTogether() throws IOException {
        var blank = ("{\"data\":[" + " ".repeat(40 << 20) + "],\"meta\":{\"type\":\"users\"}}").getBytes(UTF_8);
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            for (var part = 0; part < 4; part++) {
                zip.putNextEntry(new ZipEntry(part + "_users.json"));
                zip.write(blank);
            }
        }

        refused(Files.write(folder.resolve("bomb.zip"), out.toByteArray()), Reason.ZIP_BOMB);
    }

    @Test
    void aCompressedExportThatNeverEndsIsRefused() throws IOException {
        var file = folder.resolve("bomb.ldif.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(file))) {
            var blank = new byte[1 << 20];
            Arrays.fill(blank, (byte) '\n');
            for (var written = 0; written < 80; written++) {
                out.write(blank);
            }
        }

        refused(file, Reason.UNKNOWN_FORMAT, Reason.ZIP_BOMB);
    }

    @Test
    void aLineThatNeverEndsIsRefusedBeforeItFillsTheMemory() throws IOException {
        var file = folder.resolve("export.ldif");
        try (var out = Files.newOutputStream(file)) {
            out.write("dn: CN=A\ncn: ".getBytes(UTF_8));
            var letters = new byte[1 << 20];
            Arrays.fill(letters, (byte) 'a');
            for (var written = 0; written < 20; written++) {
                out.write(letters);
            }
        }

        refused(file, Reason.MALFORMED);
    }

    @Test
    void aMarkBeforeTheTextChangesNothing() throws IOException {
        var plain = read(file("a_users.json", users(nurse(""))));
        var marked = read(file("b_users.json", "\uFEFF" + users(nurse(""))));

        assertThat(marked.size()).isEqualTo(plain.size());
        assertThat(marked.name(marked.find(DOMAIN + "-1104"))).isEqualTo("NURSE@EXAMPLE.LAN");
    }

    @Test
    void anObjectMetTwiceIsOneAndItsListsAreJoined() throws IOException {
        var forest = read(file("groups.json", """
                {"data":[{"ObjectIdentifier":"S-1-5-21-1-2-3-512","Members":[{"ObjectIdentifier":"S-1-5-21-1-2-3-500"}]},
                {"ObjectIdentifier":"s-1-5-21-1-2-3-512","Members":[{"ObjectIdentifier":"S-1-5-21-1-2-3-500"},
                {"ObjectIdentifier":"S-1-5-21-1-2-3-1104"}]}],"meta":{"type":"groups","count":2}}"""));

        var group = forest.find(DOMAIN + "-512");
        assertThat(forest.all(Kind.GROUP)).hasSize(1);
        assertThat(forest.refs(group, Attribute.MEMBERS).mapToObj(forest::id))
                .containsExactly(DOMAIN + "-500", DOMAIN + "-1104");
    }

    @Test
    void groupsInACircleAreAFindingAndStopNothing() throws IOException {
        var count = 3_000;
        var groups = IntStream.range(0, count)
                .mapToObj(it ->
                        "{\"ObjectIdentifier\":\"%s-%d\",\"Properties\":{\"name\":\"G%d@EXAMPLE.LAN\",\"domain\":\"EXAMPLE.LAN\"},"
                                        .formatted(DOMAIN, 5_000 + it, it)
                                + "\"Members\":[{\"ObjectIdentifier\":\"%s-%d\"}]}"
                                        .formatted(DOMAIN, 5_000 + (it + 1) % count))
                .collect(Collectors.joining(",", "{\"data\":[", "],\"meta\":{\"type\":\"groups\"}}"));

        var forest = read(file("groups.json", groups));

        assertThat(AttackSurface.of(forest).reach()).isNotNull();
        var loops = judged(forest, "group_loop");
        assertThat(loops).isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void anIdentifierThatNoFileDescribesStaysInThePathsItIsPartOf() throws IOException {
        var forest = read(file("groups.json", """
                {"data":[{"ObjectIdentifier":"S-1-5-21-1-2-3-512","Properties":{"name":"DOMAIN ADMINS@EXAMPLE.LAN","domain":"EXAMPLE.LAN"},
                "Members":[{"ObjectIdentifier":"S-1-5-21-1-2-3-500","ObjectType":"User"}],
                "Aces":[{"PrincipalSID":"S-1-5-21-1-2-3-9999","RightName":"GenericAll","IsInherited":false}]}],"meta":{"type":"groups"}}"""));

        var nobody = forest.find(DOMAIN + "-9999");
        assertThat(forest.described(nobody)).isFalse();
        assertThat(AttackSurface.of(forest).reach().reaches(nobody)).isTrue();
    }

    @Test
    void anEmptyFileAndOneOfZerosAreRefused() throws IOException {
        refused(Files.write(folder.resolve("a.zip"), new byte[0]), Reason.TRUNCATED);
        refused(Files.write(folder.resolve("b.json"), new byte[4096]), Reason.UNKNOWN_FORMAT);
    }

    private static Verdict judged(Forest forest, String point) {
        var assessment = Assessment.of(forest, Instant.parse("2026-01-05T08:00:00Z"));
        return Stream.concat(assessment.points().stream(), assessment.advisories().stream())
                .filter(it -> it.point().id().equals(point))
                .findFirst()
                .orElseThrow()
                .verdict();
    }

    private static String nurse(String more) {
        return "{\"ObjectIdentifier\":\"%s-1104\",\"Properties\":{\"name\":\"NURSE@EXAMPLE.LAN\",\"domain\":\"EXAMPLE.LAN\"}%s}"
                .formatted(DOMAIN, more);
    }

    private static String users(String... users) {
        return "{\"data\":[" + String.join(",", users) + "],\"meta\":{\"type\":\"users\",\"count\":" + users.length
                + "}}";
    }

    private static byte[] zip(String name, byte[] content) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content);
        }
        return out.toByteArray();
    }

    private static void refused(Path file, Reason... reasons) {
        assertThatThrownBy(() -> read(file)).isInstanceOfSatisfying(Unreadable.class, it -> {
            assertThat(it.reason()).isIn((Object[]) reasons);
            assertThat(it.where()).startsWith(String.valueOf(file.getFileName()));
        });
    }

    private static Forest read(Path file) {
        return Inputs.read(List.of(file)).forest();
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
