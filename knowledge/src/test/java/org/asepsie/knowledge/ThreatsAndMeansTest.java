package org.asepsie.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.asepsie.engine.maturity.MeasureId;
import org.asepsie.engine.plan.Role;
import org.asepsie.engine.plan.Threat.Harmed;
import org.asepsie.engine.plan.Wish;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// The threats that ship, and the files in which an establishment says what it can spend.
class ThreatsAndMeansTest {
    private static final Catalogue CATALOGUE = CatalogueReader.bundled();
    private static final String MEANS = """
            means:
              family: esms-elderly
              places: 80
              start: 2027-04-01
              quarters: 8
              days: {it: [6, 3], care: 2.5}
              euros: 5000
            wishes:
              - {measure: bak-offline, wish: due, by: 2027-12-31, because: assurance}
              - {measure: hab-mfa-mail, wish: pinned, quarter: 2}
            parameters:
              efficacy:bak-offline:recovery: [0.3, 0.5]
            """;

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource(Category.Family.class)
    void everyFamilyOfEstablishmentsFacesEveryThreat(Category.Family family) {
        var around = CATALOGUE.surroundings();

        var threats = around.threats().threats(family, 80, around.careServices());

        assertThat(threats).hasSize(8).allSatisfy(it -> {
            assertThat(it.perYear().low()).isPositive();
            assertThat(it.consequences().getFirst().harmed()).isEqualTo(Harmed.CARE_HOURS);
            assertThat(it.consequences().getFirst().amount().low()).isPositive();
        });
    }

    @Test
    void aStopCountsTheServicesOfItsKindBeyondWhatCareBears() {
        var around = CATALOGUE.surroundings();
        var fraud = around.threats().scenarios().stream()
                .filter(it -> it.id().equals("mailbox-fraud"))
                .findFirst()
                .orElseThrow()
                .threat(Category.Family.ESMS_ELDERLY, 80, around.careServices())
                .orElseThrow();

        // mail 8 h of 24 bearable: 64 / 32 = 2; payroll 4 h of 72 bearable: 16 / 76
        assertThat(fraud.consequences().getFirst().amount().low()).isCloseTo(2 + 16 / 76.0, within(1e-9));
        assertThat(fraud.consequences().get(1).amount().high()).isCloseTo(240, within(1e-9));
    }

    @Test
    void readsMeansAndWishes() {
        var means = read(MEANS).means().orElseThrow();

        assertThat(means.means().days())
                .containsEntry(new Role("it"), List.of(6.0, 3.0))
                .containsEntry(new Role("care"), List.of(2.5));
        assertThat(means.means().quartersInFirstYear()).isEqualTo(3);
        assertThat(means.wishes())
                .containsExactly(
                        new Wish.Due(new MeasureId("bak-offline"), 2, "assurance"),
                        new Wish.Pin(new MeasureId("hab-mfa-mail"), 1));
        assertThat(means.parameters()).containsOnlyKeys("efficacy:bak-offline:recovery");
    }

    @Test
    void theExampleInTheDocumentationIsSound() throws IOException {
        var text = Files.readString(Path.of("../docs/examples/means-nursing-home.yaml"));

        assertThat(read(text).problems()).isEmpty();
    }

    @Test
    void everyMistakeInMeansIsToldWithItsLineAndItsRemedy() {
        var wrong = MEANS.replace("bak-offline, wish", "bak-ofline, wish")
                .replace("wish: pinned", "wish: pined")
                .replace("2.5", "-1");

        assertThat(read(wrong).problems().stream().map(Problem::toString))
                .satisfiesExactly(
                        it -> assertThat(it).startsWith("means.yaml:6  \"-1\" is not a number accepted here."),
                        it -> assertThat(it)
                                .startsWith(
                                        "means.yaml:9  unknown measure: \"bak-ofline\".  Did you mean \"bak-offline\"?"),
                        it -> assertThat(it).startsWith("means.yaml:10  \"pined\" is not known here."),
                        it -> assertThat(it).startsWith("means.yaml:10  key \"quarter\" does not exist here."));
    }

    @Test
    void aDateBeforeTheEndOfTheFirstQuarterIsRefused() {
        assertThat(read(MEANS.replace("2027-12-31", "2027-06-29")).problems().stream()
                        .map(Problem::toString))
                .singleElement()
                .asString()
                .startsWith("means.yaml:9  no quarter of the plan ends by 2027-06-29.");
    }

    @Test
    void aMistakeInTheThreatsIsToldWithItsLine() throws IOException {
        copyKnowledge();
        var file = folder.resolve("threats.yaml");
        var text = Files.readString(file);
        var line = text.lines().toList().indexOf("      - {stage: entry-exposed, atBest: 0.2}") + 1;
        Files.writeString(
                file,
                text.replace("{stage: entry-exposed, atBest: 0.2}", "{stage: entry-exposd, atBest: 2}")
                        .replace("DIR: 1, TEL: 1, CALL: 0.7", "DIRR: 1, TEL: 1, CALL: 0.7"));

        assertThat(CatalogueReader.read(folder).problems().stream().map(Problem::toString))
                .anyMatch(it -> it.startsWith("threats.yaml:" + line + "  \"2\" is not a number accepted here."));

        Files.writeString(
                file,
                text.replace("{stage: entry-exposed, atBest: 0.2}", "{stage: entry-exposd, atBest: 0.2}")
                        .replace("DIR: 1, TEL: 1, CALL: 0.7", "DIRR: 1, TEL: 1, CALL: 0.7")
                        .replace("families: [hospital, esms-elderly,", "families: [esms-elderly,"));
        assertThat(CatalogueReader.read(folder).problems().stream().map(Problem::toString))
                .anyMatch(it -> it.contains("unknown stage: \"entry-exposd\".  Did you mean \"entry-exposed\"?"))
                .anyMatch(it -> it.contains("unknown care service: \"DIRR\".  Did you mean \"DIR\"?"))
                .anyMatch(it -> it.contains("family \"hospital\" has 0 rate(s)."))
                .hasSize(3);
    }

    private void copyKnowledge() throws IOException {
        for (var part : List.of(".", "topics", "frameworks", "measures", "indicators")) {
            Files.createDirectories(folder.resolve(part));
            try (var files = Files.newDirectoryStream(Path.of(part), "*.yaml")) {
                for (var file : files) {
                    Files.copy(
                            file,
                            folder.resolve(part).resolve(file.getFileName().toString()));
                }
            }
        }
    }

    private static MeansReader.Reading read(String yaml) {
        return MeansReader.read(
                new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8)), "means.yaml", CATALOGUE);
    }
}
