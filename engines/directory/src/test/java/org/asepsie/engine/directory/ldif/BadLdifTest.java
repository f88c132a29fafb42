package org.asepsie.engine.directory.ldif;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Forest;
import org.asepsie.engine.directory.ForestBuilder;
import org.asepsie.engine.directory.Source.Note;
import org.asepsie.engine.directory.Source.Oddity;
import org.asepsie.engine.directory.input.Unreadable;
import org.asepsie.engine.directory.input.Unreadable.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadLdifTest {
    private static final String GROUP = """
            version: 1
            # a group of many, in two parts
            dn: CN=Soignants,OU=Été,DC=example,
             DC=lan
            objectClass: top
            objectClass: group
            sAMAccountName: Soignants
            member;range=0-1: CN=A,DC=example,DC=lan
            member;range=0-1: CN=B,DC=example,DC=lan
            member;range=2-*: CN=C,DC=example,DC=lan

            """;

    @TempDir
    Path folder;

    @Test
    void joinsFoldedLinesAndTheRangesOfALargeGroup() throws IOException {
        var forest = read(GROUP.getBytes(UTF_8));

        var group = forest.find("CN=Soignants,OU=Été,DC=example,DC=lan");
        assertThat(forest.count(group, Attribute.MEMBERS)).isEqualTo(3);
        assertThat(forest.name(group)).isEqualTo("SOIGNANTS@EXAMPLE.LAN");
    }

    @Test
    void readsUtf16AndGzip() throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(GROUP.getBytes(UTF_8));
        }

        assertThat(read(("\uFEFF" + GROUP).getBytes(UTF_16LE)).size())
                .isEqualTo(read(packed.toByteArray()).size());
        assertThat(read(("\uFEFF" + GROUP).getBytes(UTF_8)).find("CN=A,DC=example,DC=lan"))
                .isNotNegative();
        refused(Arrays.copyOf(packed.toByteArray(), packed.size() - 12), Reason.TRUNCATED);
    }

    @Test
    void refusesWhatIsNoExport() throws IOException {
        refused(GROUP.getBytes(ISO_8859_1), Reason.WRONG_ENCODING);
        refused("dn: CN=A\nphoto:< file:///etc/passwd\n".getBytes(UTF_8), Reason.EXTERNAL_REFERENCE);
        refused("dn: CN=A\nchangetype: delete\n".getBytes(UTF_8), Reason.MALFORMED);
        refused("dn: CN=A\nobjectSid:: %%%\n".getBytes(UTF_8), Reason.MALFORMED);
        refused("hello world\n".getBytes(UTF_8), Reason.MALFORMED);
        refused("# nothing\n".getBytes(UTF_8), Reason.NOTHING_INSIDE);
    }

    @Test
    void refusesAnExportThatStopsWithinALine() throws IOException {
        var whole = GROUP.getBytes(UTF_8);

        refused(Arrays.copyOf(whole, GROUP.indexOf("member;range=2") + 30), Reason.TRUNCATED);
        refused("dn: CN=A,DC=example,DC=lan".getBytes(UTF_8), Reason.TRUNCATED);
        refused("dn: CN=A,DC=example,\n DC=la".getBytes(UTF_8), Reason.TRUNCATED);
        assertThat(read(whole).size()).isPositive();
    }

    @Test
    void saysTheLineOfAMistake() {
        assertThatThrownBy(() -> read("dn: CN=A\ncn: A\nno colon here\n".getBytes(UTF_8)))
                .isInstanceOfSatisfying(
                        Unreadable.class, it -> assertThat(it.where()).endsWith(":3"));
    }

    @Test
    void notesABrokenDescriptorAndGoesOn() throws IOException {
        var forest = read(
                "dn: CN=A,DC=example,DC=lan\nobjectClass: user\nsAMAccountName: a\nnTSecurityDescriptor:: AQAEhA==\n"
                        .getBytes(UTF_8));

        assertThat(forest.sources().getFirst().notes()).extracting(Note::oddity).contains(Oddity.MALFORMED_DESCRIPTOR);
        var object = forest.find("CN=A,DC=example,DC=lan");
        assertThat(forest.hasDescriptor(object)).isFalse();
        assertThat(forest.text(object, Attribute.LOGON_NAME)).contains("a");
    }

    private void refused(byte[] content, Reason reason) {
        assertThatThrownBy(() -> read(content))
                .isInstanceOfSatisfying(
                        Unreadable.class, it -> assertThat(it.reason()).isEqualTo(reason));
    }

    private Forest read(byte[] content) throws IOException {
        var builder = new ForestBuilder();
        new Ldif(builder).read(Files.write(folder.resolve("export.ldif"), content));
        return builder.build();
    }
}
