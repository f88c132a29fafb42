package org.asepsie.app.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.asepsie.app.knowledge.FileProblem.Place;
import org.asepsie.knowledge.Catalogue;
import org.asepsie.knowledge.CatalogueReader;
import org.junit.jupiter.api.Test;

/// Whatever is sent as a questionnaire, the answer is a list of what is wrong, where, and how to mend it.
class BadFrameworkFilesTest {
    private static final Catalogue CATALOGUE = CatalogueReader.bundled();

    @Test
    void aPdfCalledXlsx() {
        assertRefused("questionnaire.xlsx", BadWorkbooks.pdf(), "c’est un document PDF");
    }

    @Test
    void aTextCalledXlsx() {
        assertRefused("questionnaire.xlsx", BadWorkbooks.text(), "ce n’est pas un classeur");
    }

    @Test
    void aWorkbookOfTheOldFormat() {
        assertRefused("questionnaire.xlsx", BadWorkbooks.oldFormat(), "ancien format");
    }

    @Test
    void aWorkbookCutShortAtAnyPlace() {
        for (var part : BadWorkbooks.cutShort(FrameworkTemplates.empty())) {
            assertRefused("questionnaire.xlsx", part, "tronqué ou abîmé");
        }
    }

    @Test
    void aWorkbookScribbledOver() {
        assertRefused("questionnaire.xlsx", BadWorkbooks.scribbledOver(FrameworkTemplates.empty()), "abîmé");
    }

    @Test
    void aWorkbookThatSwellsWhenUnpacked() throws IOException {
        assertRefused(
                "questionnaire.xlsx",
                BadWorkbooks.swelling(FrameworkTemplates.empty(), "xl/worksheets/sheet2.xml"),
                "démesurée");
        assertRefused("questionnaire.xlsx", BadWorkbooks.swellingInManyParts(FrameworkTemplates.empty()), "démesurée");
    }

    @Test
    void anEmptyFile() {
        assertRefused("questionnaire.yaml", new byte[0], "le fichier est vide");
    }

    @Test
    void aFileLargerThanAnyQuestionnaire() {
        assertRefused("questionnaire.yaml", new byte[DraftReading.LARGEST + 1], "dépasse 5");
    }

    @Test
    void aWorkbookWithoutTheSheetsOfTheTemplate() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new XSSFWorkbook()) {
            workbook.createSheet("Feuil1");
            workbook.write(bytes);
        }

        var reading = DraftReading.of("questionnaire.xlsx", bytes.toByteArray(), CATALOGUE);

        assertThat(reading.problems())
                .extracting(it -> it.what().en())
                .containsExactly(
                        "sheet “Questionnaire” is missing.",
                        "sheet “Thèmes” is missing.",
                        "sheet “Questions” is missing.");
    }

    @Test
    void brokenYamlAtItsLine() {
        var yaml = "framework:\n  id: bretagne\n  title: {fr: Astreintes, en: [\n";

        var reading = DraftReading.of("questionnaire.yaml", yaml.getBytes(StandardCharsets.UTF_8), CATALOGUE);

        assertThat(reading.file()).isEmpty();
        assertThat(reading.problems()).singleElement().satisfies(it -> {
            assertThat(it.place()).isInstanceOf(Place.Line.class);
            assertThat(it.what().fr()).contains("YAML mal formé");
        });
    }

    @Test
    void aMistakeInACellAtItsSheetRowAndColumn() {
        var yaml = RegionalYaml.ONE.replace("weight: 3}", "weight: 9}").replace("minutes: 5}", "minutes: cinq}");
        var workbook = FrameworkTemplates.filled(yaml);

        var reading = DraftReading.of("questionnaire.xlsx", workbook, CATALOGUE);

        assertThat(reading.problems())
                .extracting(FileProblem::place)
                .containsExactlyInAnyOrder(
                        new Place.Row("Thèmes", 3, "Poids"), new Place.Row("Questions", 3, "Minutes"));
        assertThat(reading.problems())
                .allSatisfy(it -> assertThat(it.remedy().fr()).contains("Écrivez un nombre dans"));
    }

    @Test
    void aColumnThatTheTemplateDoesNotHave() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(FrameworkTemplates.filled(RegionalYaml.ONE)))) {
            workbook.getSheet("Questions").getRow(0).getCell(0).setCellValue("Numéro");
            workbook.write(bytes);
        }

        var reading = DraftReading.of("questionnaire.xlsx", bytes.toByteArray(), CATALOGUE);

        assertThat(reading.problems())
                .extracting(it -> it.what().en())
                .contains("column “Numéro” is not in the template.", "\"id\" is missing.");
    }

    private static void assertRefused(String name, byte[] content, String what) {
        var reading = DraftReading.of(name, content, CATALOGUE);

        assertThat(reading.file()).isEmpty();
        assertThat(reading.problems()).singleElement().satisfies(it -> {
            assertThat(it.place()).isEqualTo(new Place.WholeFile());
            assertThat(it.what().fr()).contains(what);
            assertThat(it.what().en()).isNotBlank();
            assertThat(it.remedy().fr()).isNotBlank();
        });
    }
}
