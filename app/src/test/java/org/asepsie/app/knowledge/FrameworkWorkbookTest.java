package org.asepsie.app.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.asepsie.knowledge.Catalogue;
import org.asepsie.knowledge.CatalogueReader;
import org.asepsie.knowledge.FrameworkFile;
import org.junit.jupiter.api.Test;

class FrameworkWorkbookTest {
    private static final Catalogue CATALOGUE = CatalogueReader.bundled();

    @Test
    void saysTheSameAsTheYamlItWasFilledFrom() {
        var workbook = FrameworkTemplates.filled(RegionalYaml.ONE);

        var read = DraftReading.of("questionnaire.xlsx", workbook, CATALOGUE);

        assertThat(read.problems()).isEmpty();
        assertThat(read.file()).isPresent().isEqualTo(fromYaml(RegionalYaml.ONE).file());
    }

    @Test
    void holdsAWholeQuestionnaireOfTheProduct() throws IOException {
        var yaml = file("frameworks/essentiel-esms.yaml");

        var read = DraftReading.of("questionnaire.xlsx", FrameworkTemplates.filled(yaml), CATALOGUE);

        assertThat(read.problems()).isEmpty();
        assertThat(read.file().map(FrameworkFile::framework)).isEqualTo(CATALOGUE.framework("essentiel-esms"));
    }

    @Test
    void keepsAsYamlWhatReadsTheSameAgain() {
        var kept = DraftReading.of("questionnaire.xlsx", FrameworkTemplates.filled(RegionalYaml.ONE), CATALOGUE)
                .yaml();

        assertThat(fromYaml(kept).file()).isEqualTo(fromYaml(RegionalYaml.ONE).file());
    }

    @Test
    void asksForEverythingWhileTheTemplateIsEmpty() {
        var read = DraftReading.of("modele.xlsx", FrameworkTemplates.empty(), CATALOGUE);

        assertThat(read.problems())
                .extracting(it -> it.what().en())
                .contains(
                        "\"id\" is missing.",
                        "\"title\" is missing.",
                        "there is no question.",
                        "it is meant for nobody.");
    }

    private static DraftReading fromYaml(String yaml) {
        return DraftReading.of("questionnaire.yaml", yaml.getBytes(StandardCharsets.UTF_8), CATALOGUE);
    }

    private static String file(String name) throws IOException {
        return Files.readString(Path.of("../knowledge", name));
    }
}
