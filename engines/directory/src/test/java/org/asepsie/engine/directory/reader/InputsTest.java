package org.asepsie.engine.directory.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Kind;
import org.asepsie.engine.directory.Right;
import org.asepsie.engine.directory.Source;
import org.asepsie.engine.directory.input.Unreadable;
import org.asepsie.engine.directory.input.Unreadable.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputsTest {
    @TempDir
    Path folder;

    @Test
    void mergesSourcesOfOneForestAndSaysWhatComesFromWhich() throws IOException {
        var hound = file("20260930080000_users.json", """
                {"data":[{"Properties":{"name":"NURSE@EXAMPLE.LAN","domain":"EXAMPLE.LAN","distinguishedname":"CN=NURSE,DC=EXAMPLE,DC=LAN"},
                "Aces":[],"ObjectIdentifier":"S-1-5-21-1-2-3-1104"}],"meta":{"type":"users","count":1,"version":6}}""");
        var ldif = file("export.ldif", """
                dn: CN=Nurse,DC=example,DC=lan
                objectClass: user
                sAMAccountName: nurse
                userAccountControl: 66048
                whenChanged: 20250101000000.0Z
                """);

        var forest = Inputs.read(List.of(hound, ldif)).forest();

        var nurse = forest.object(forest.find("S-1-5-21-1-2-3-1104"));
        assertThat(forest.all(Kind.USER)).hasSize(1);
        assertThat(nurse.is(Attribute.PASSWORD_NEVER_EXPIRES)).isTrue();
        assertThat(nurse.from(Attribute.PASSWORD_NEVER_EXPIRES))
                .map(Source::format)
                .contains(Source.Format.LDIF);
        assertThat(forest.sources())
                .extracting(Source::format)
                .containsExactly(Source.Format.SHARPHOUND, Source.Format.LDIF);
    }

    @Test
    void readsAFolderOfOradad() throws IOException {
        file(
                "tables.tsv",
                "users\tdn\tobjectClass\tobjectSid\tsAMAccountName\tuserAccountControl\tuserAccountControl_int\n");
        file(
                "example.lan_domain_users.tsv",
                "CN=Nurse,DC=example,DC=lan\ttop;user\tS-1-5-21-1-2-3-1104\tnurse\tNORMAL_ACCOUNT\t4194816\n");

        var forest = Inputs.read(List.of(folder)).forest();

        var nurse = forest.object(forest.find("S-1-5-21-1-2-3-1104"));
        assertThat(nurse.name()).isEqualTo("NURSE@EXAMPLE.LAN");
        assertThat(nurse.is(Attribute.NO_PREAUTHENTICATION)).isTrue();
        assertThat(forest.sources().getFirst().format()).isEqualTo(Source.Format.ORADAD);
    }

    @Test
    void takesPingCastleAsEvidenceOfAThirdParty() throws IOException {
        var file = file("ad_hc_example.lan.xml", """
                <?xml version="1.0"?>
                <HealthcheckData><DomainFQDN>example.lan</DomainFQDN><GenerationDate>2026-03-01T10:00:00</GenerationDate>
                <Other><Deep>x</Deep></Other>
                <RiskRules><HealthcheckRiskRule><Points>10</Points><Category>Anomalies</Category><RiskId>A-Krbtgt</RiskId>
                <Rationale>Old</Rationale><Details><string>one</string><string>password: Opensesame1</string></Details></HealthcheckRiskRule></RiskRules>
                </HealthcheckData>""");

        var report = Inputs.read(List.of(file)).reports().getFirst();

        assertThat(report.domain()).isEqualTo("example.lan");
        assertThat(report.generatedAt()).isPresent();
        assertThat(report.rules()).singleElement().satisfies(it -> {
            assertThat(it.id()).isEqualTo("A-Krbtgt");
            assertThat(it.points()).isEqualTo(10);
            assertThat(it.details()).containsExactly("one");
        });
    }

    @Test
    void refusesWhatItDoesNotKnow() throws IOException {
        refused(file("a.txt", "hello"), Reason.UNKNOWN_FORMAT);
        refused(file("b.json", ""), Reason.TRUNCATED);
        refused(file("c.mla", "MLAENCAA"), Reason.ENCRYPTED);
        refused(file("d.xml", "<html/>"), Reason.UNKNOWN_FORMAT);
        refused(file("e.xml", "<HealthcheckData><RiskRules>"), Reason.MALFORMED);
        refused(folder.resolve("absent.zip"), Reason.UNOPENED);
        refused(Files.createDirectory(folder.resolve("empty")), Reason.UNKNOWN_FORMAT);
    }

    @Test
    void doesNotOpenWhatAnXmlFilePointsTo() throws IOException {
        var secret = file("secret.txt", "Opensesame1");
        var file = file(
                "f.xml",
                "<!DOCTYPE HealthcheckData [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>"
                        + "<HealthcheckData><DomainFQDN>&x;</DomainFQDN></HealthcheckData>");

        assertThatThrownBy(() -> Inputs.read(List.of(file)))
                .isInstanceOf(Unreadable.class)
                .hasMessageNotContaining("Opensesame1");
    }

    @Test
    void knowsEveryRightByItsLabel() {
        for (var right : Right.values()) {
            assertThat(Right.labelled(right.label().toUpperCase(Locale.ROOT))).contains(right);
        }
    }

    private static void refused(Path file, Reason reason) {
        assertThatThrownBy(() -> Inputs.read(List.of(file)))
                .isInstanceOfSatisfying(
                        Unreadable.class, it -> assertThat(it.reason()).isEqualTo(reason));
    }

    private Path file(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }
}
