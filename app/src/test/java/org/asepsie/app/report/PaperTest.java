package org.asepsie.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import org.junit.jupiter.api.Test;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class PaperTest {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="fr"><head><title>Rapport</title><meta name="description" content="Un essai"/>
            <style>@page { size: A4; margin: 2cm } body { font-family: 'Atkinson Hyperlegible Next' }</style></head>
            <body><h1>Où nous en sommes</h1><p>« Déjà prouvé » : 1 200 €</p>
            <table><caption>Niveaux</caption><thead><tr><th scope="col">Thème</th><th scope="col">Niveau</th></tr></thead>
            <tbody><tr><th scope="row">Sauvegardes</th><td>2</td></tr></tbody></table>
            </body></html>""";

    @Test
    void printsWhatAnIndependentJudgeCallsAccessible() throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        var pdf = Paper.print(PAGE);

        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFUA_1);
                var validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFUA_1, false)) {
            var verdict = validator.validate(parser);

            assertThat(verdict.getTestAssertions()).isEmpty();
            assertThat(verdict.isCompliant()).isTrue();
        }
    }
}
