package org.asepsie.engine.directory.sharphound;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Forest;
import org.asepsie.engine.directory.ForestBuilder;
import org.asepsie.engine.directory.Kind;
import org.asepsie.engine.directory.Right;
import org.asepsie.engine.directory.SharedData;
import org.asepsie.engine.directory.Source.Note;
import org.asepsie.engine.directory.Source.Oddity;
import org.asepsie.engine.directory.input.Unreadable;
import org.asepsie.engine.directory.input.Unreadable.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrapsTest {
    private static final String USER = """
            {"data":[{"Properties":{"name":"NURSE@EXAMPLE.LAN","domain":"EXAMPLE.LAN","enabled":true,"unixpassword":"Opensesame1",
            "description":"mdp : Opensesame1"},"Aces":[{"PrincipalSID":"S-1-5-11","RightName":"GenericAll","IsInherited":true}],
            "ObjectIdentifier":"S-1-5-21-1-2-3-1104","IsACLProtected":true}],"meta":{"type":"users","count":1,"version":6,"methods":0}}""";

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"v5-ingest", "v6-ingest"})
    void readsBothFormatsOfTheFixtures(String version) throws IOException {
        var builder = new ForestBuilder();
        try (var files = Files.list(SharedData.directory("bloodhound-fixtures/" + version))) {
            files.filter(it -> it.toString().endsWith(".json"))
                    .sorted()
                    .forEach(it -> new SharpHound(builder).read(it));
        }
        var forest = builder.build();

        assertThat(forest.name(forest.find("TESTLAB.LOCAL-S-1-5-32-550"))).isEqualTo("PRINT OPERATORS@TESTLAB.LOCAL");
        var readOnly = forest.find("S-1-5-21-3130019616-2776909439-2417379446-521");
        assertThat(forest.name(readOnly)).isEqualTo("READ-ONLY DOMAIN CONTROLLERS@TESTLAB.LOCAL");
        assertThat(forest.trusts()).hasSize(7);
        assertThat(forest.trusts()).extracting(it -> it.type().name()).contains("REALM", "SHORTCUT");
        var host = forest.find("S-1-5-21-3130019616-2776909439-2417379446-1104");
        assertThat(forest.has(host, Attribute.REMOTE_LOGON_RIGHT)).isTrue();
        assertThat(forest.container(forest.find("S-1-5-21-3130019616-2776909439-2417379446-2120")))
                .isNotNegative();
        assertThat(forest.kind(host)).isEqualTo(Kind.COMPUTER);
    }

    @Test
    void anEmptySessionListWithAMarkIsAnEmptyList() {
        var forest = read(SharedData.directory("bloodhound-fixtures/utf8bomjson.json"));

        assertThat(forest.size()).isZero();
    }

    @Test
    void dropsThePasswordAndKeepsThatItWasReadable() throws IOException {
        var forest = read(file("users.json", USER));

        var user = forest.object(forest.find("S-1-5-21-1-2-3-1104"));
        assertThat(user.texts(Attribute.SECRET_READABLE)).containsExactlyInAnyOrder("unixpassword", "description");
        assertThat(user.has(Attribute.DESCRIPTION)).isFalse();
        assertThat(forest.sources().getFirst().notes()).extracting(Note::oddity).contains(Oddity.SECRET_DROPPED);
        assertThat(forest.sources().toString() + forest.toString()).doesNotContain("Opensesame");
    }

    @Test
    void putsTheDomainBeforeAWellKnownSid() throws IOException {
        var forest = read(file("users.json", USER));

        var trustee = forest.aces().trustee(0);
        assertThat(forest.id(trustee)).isEqualTo("EXAMPLE.LAN-S-1-5-11");
        assertThat(forest.aces().ace(0).inherited()).isTrue();
        assertThat(forest.kind(trustee)).isEqualTo(Kind.BASE);
    }

    @Test
    void readsVersionThree() throws IOException {
        var forest = read(file("groups.json", """
                {"groups":[{"Properties":{"name":"ADMINS@A.LAN","domain":"A.LAN","objectid":"S-1-5-21-1-2-3-512"},
                "Members":[{"MemberId":"S-1-5-21-1-2-3-500","MemberType":"User"}],
                "Aces":[{"PrincipalSID":"S-1-5-21-1-2-3-519","PrincipalType":"Group","RightName":"Owner","AceType":"","IsInherited":false},
                {"PrincipalSID":"S-1-5-21-1-2-3-1105","PrincipalType":"User","RightName":"WriteProperty","AceType":"AddMember","IsInherited":false},
                {"PrincipalSID":"S-1-5-21-1-2-3-1106","PrincipalType":"User","RightName":"ExtendedRight","AceType":"GetChangesAll","IsInherited":false}],
                "ObjectIdentifier":"S-1-5-21-1-2-3-512"}],"meta":{"type":"groups","count":1,"version":3}}"""));

        var group = forest.find("S-1-5-21-1-2-3-512");
        assertThat(forest.refs(group, Attribute.MEMBERS).mapToObj(forest::id)).containsExactly("S-1-5-21-1-2-3-500");
        assertThat(forest.id(forest.ref(group, Attribute.OWNER))).endsWith("-519");
        assertThat(forest.aces().ace(0).gives(Right.ADD_MEMBER)).isTrue();
        assertThat(forest.aces().ace(1).gives(Right.GET_CHANGES_ALL)).isTrue();
    }

    @Test
    void refusesAFileThatEndsInTheMiddle() throws IOException {
        refused(file("users.json", USER.substring(0, USER.length() / 2)), Reason.TRUNCATED);
    }

    @Test
    void refusesAZipThatEndsInTheMiddle() throws IOException {
        var whole = Files.readAllBytes(zip("users.json", USER.getBytes(UTF_8)));
        var half = folder.resolve("half.zip");
        Files.write(half, Arrays.copyOf(whole, whole.length - 30));

        refused(half, Reason.TRUNCATED);
    }

    @Test
    void refusesAZipBomb() throws IOException {
        refused(zip("users.json", new byte[80 << 20]), Reason.ZIP_BOMB, Reason.MALFORMED, Reason.UNKNOWN_FORMAT);
        refused(zip("users.json", ("{\"data\":[" + " ".repeat(80 << 20) + "]}").getBytes(UTF_8)), Reason.ZIP_BOMB);
    }

    @Test
    void refusesAnotherEncoding() throws IOException {
        var file = folder.resolve("users.json");
        Files.write(file, USER.replace("NURSE", "INFIRMIÈRE").getBytes(ISO_8859_1));

        refused(file, Reason.WRONG_ENCODING);
    }

    @Test
    void refusesNestingThatNeverEnds() throws IOException {
        refused(file("users.json", "{\"data\":[" + "[".repeat(100_000)), Reason.MALFORMED);
    }

    @Test
    void refusesAFileWhoseNameLies() throws IOException {
        refused(file("groups.json", USER), Reason.CONTRADICTING_TYPE);
    }

    @Test
    void skipsFilesOfOtherTypesAndSaysSo() throws IOException {
        var file = folder.resolve("mixed.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry("deleted.json.bad"));
            out.putNextEntry(new ZipEntry("20240305110018_users.json"));
            out.write(USER.getBytes(UTF_8));
        }

        var forest = read(file);

        assertThat(forest.size()).isEqualTo(2);
        assertThat(forest.sources().getFirst().notes()).extracting(Note::oddity).contains(Oddity.SKIPPED_FILE);
        assertThat(forest.collectedAt()).isPresent();
    }

    private static void refused(Path file, Reason... reasons) {
        assertThatThrownBy(() -> read(file)).isInstanceOfSatisfying(Unreadable.class, it -> {
            assertThat(it.reason()).isIn((Object[]) reasons);
            assertThat(it.where()).isNotBlank();
        });
    }

    private static Forest read(Path file) {
        var builder = new ForestBuilder();
        new SharpHound(builder).read(file);
        return builder.build();
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private Path zip(String name, byte[] content) throws IOException {
        var file = folder.resolve("collection.zip");
        try (var out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry(name));
            out.write(content);
        }
        return file;
    }
}
