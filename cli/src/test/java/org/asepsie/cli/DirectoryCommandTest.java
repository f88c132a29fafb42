package org.asepsie.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DirectoryCommandTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T08:00:00Z"), ZoneOffset.UTC);
    private static final String EXPORT = """
            dn: DC=example,DC=lan
            objectClass: top
            objectClass: domainDNS
            objectSid:: AQQAAAAAAAUVAAAAAQAAAAIAAAADAAAA
            ms-DS-MachineAccountQuota: 10
            whenChanged: 20260930080000.0Z

            dn: CN=<b>Nurse</b>,DC=example,DC=lan
            objectClass: user
            sAMAccountName: <b>nurse</b>
            userAccountControl: 66048
            ms-Mcs-AdmPwd: Opensesame1
            """;

    @TempDir
    private Path folder;

    private record Ran(int status, String out, String err) {}

    private static Ran run(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var status = Main.run(new PrintWriter(out), new PrintWriter(err), CLOCK, args);
        return new Ran(status, out.toString(), err.toString());
    }

    @Test
    void tellsTheLevelAndWhatCouldNotBeEvaluated() throws IOException {
        var ran = run("directory", export());

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).startsWith("Annuaire\u00a0: niveau 2 sur 5, au 2026-09-30");
        assertThat(ran.out()).contains("Le niveau est un maximum", "userAccountControl 0x10000", "partition non lue");
        assertThat(ran.out()).doesNotContain("Opensesame1");
    }

    @Test
    void printsWhatTheSchemaSays() throws IOException {
        var ran = run("directory", export(), "--json", "--edges", "--lang", "en");

        var errors = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("../docs/schemas/directory.schema.json")))
                .validate(ran.out(), InputFormat.JSON);
        assertThat(errors).isEmpty();
        assertThat(json(ran.out()).get("points")).hasSize(76);
        assertThat(ran.out()).doesNotContain("Opensesame1");
    }

    @Test
    void keepsNamesFromBecomingMarkup() throws IOException {
        var ran = run("directory", export(), "--html");

        assertThat(ran.out())
                .startsWith("<!DOCTYPE html>")
                .doesNotContain("<b>", "Opensesame1")
                .contains("&lt;B&gt;NURSE");
    }

    @Test
    void printsEveryObjectOnAccessiblePaper() throws Exception {
        var file = folder.resolve("rapport.pdf");

        var ran = run("directory", sample().toString(), "--pdf", "--out", file.toString());

        assertThat(ran.status()).isEqualTo(1);
        var pdf = Files.readAllBytes(file);
        VeraGreenfieldFoundryProvider.initialise();
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                var judge = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            assertThat(judge.validate(parser).getTestAssertions()).isEmpty();
        }
        String text;
        try (var document = Loader.loadPDF(pdf)) {
            text = new PDFTextStripper().getText(document).replaceAll("\\s", "");
        }
        var objects = json(run("directory", sample().toString(), "--json").out())
                .get("points")
                .valueStream()
                .filter(it -> it.get("state").stringValue().equals("failed"))
                .flatMap(it -> it.get("objects").valueStream())
                .map(it -> it.get("name").stringValue().replaceAll("\\s", ""))
                .distinct()
                .toList();
        assertThat(objects)
                .hasSizeGreaterThan(20)
                .allSatisfy(it -> assertThat(text).contains(it));
    }

    @Test
    void saysThatTheReportCannotBeWritten() throws IOException {
        var ran = run(
                "directory",
                export(),
                "--pdf",
                "--out",
                folder.resolve("absent/rapport.pdf").toString());

        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.err()).contains("absent", "dossier");
    }

    @Test
    void refusesWhatItCannotReadWithARemedy() throws IOException {
        var broken = Files.writeString(folder.resolve("users.json"), "{\"data\":[");

        var ran = run("directory", broken.toString());

        assertThat(ran.status()).isEqualTo(3);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("users.json", "incomplet", "Recopiez-le");
    }

    @Test
    void saysHowADayIsWritten() throws IOException {
        var ran = run("directory", export(), "--as-of", "demain");

        assertThat(ran.out()).isEmpty();
        assertThat(ran.err())
                .contains("Valeur refusée pour --as-of", "2027-03-31")
                .doesNotContain("java.time");
    }

    @Test
    void judgesTheSampleForestOnTheDayOfItsCollection() {
        var sample = sample();

        var ran = run("directory", sample.toString(), "--json", "--edges");

        assertThat(ran.status()).isEqualTo(1);
        var document = json(ran.out());
        assertThat(document.get("level").intValue()).isEqualTo(1);
        assertThat(document.get("asOf").stringValue()).startsWith("2024-03-05");
        assertThat(document.get("tier0").get("exposed").intValue()).isPositive();
        assertThat(edges(document, "DCSync")).isEqualTo(8);
    }

    private static long edges(JsonNode document, String kind) {
        return document.get("edges")
                .valueStream()
                .filter(it -> it.get("kind").stringValue().equals(kind))
                .count();
    }

    private static Path sample() {
        var name = "shared/data/directory/sharphound-v6-sample/ad_sampledata.zip";
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(name))) {
                return folder.resolve(name);
            }
        }
        return abort("the lab data is absent: put it in ../shared/data");
    }

    private String export() throws IOException {
        return Files.writeString(folder.resolve("export.ldif"), EXPORT).toString();
    }

    private static JsonNode json(String text) {
        return JsonMapper.builder().build().readTree(text);
    }
}
