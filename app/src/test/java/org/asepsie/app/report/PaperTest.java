package org.asepsie.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PaperTest {
    @Test
    void printsWhatAnIndependentJudgeCallsAccessible() throws Exception {
        var pdf = Paper.print("""
            <!DOCTYPE html>
            <html lang="fr"><head><title>Rapport</title><meta name="description" content="Un essai"/>
            </head>
            <body><h1>Où nous en sommes</h1><p>« Déjà prouvé » : 1 200 €</p>
            <table><caption>Niveaux</caption><thead><tr><th scope="col">Thème</th><th scope="col">Niveau</th></tr></thead>
            <tbody><tr><th scope="row">Sauvegardes</th><td>2</td></tr></tbody></table>
            </body></html>""");

        assertThat(AccessiblePaper.failures(pdf)).isEmpty();
    }

    @Test
    void endsNoLineOnAnApostrophe() throws Exception {
        var words = "L’infirmière d’accueil vérifie qu’aujourd’hui l’annuaire de l’établissement s’ouvre ; ";
        var pdf = Paper.print("""
                <!DOCTYPE html>
                <html lang="fr"><head><title>Rapport</title><meta name="description" content="Un essai"/></head>
                <body><p>%s</p></body></html>""".formatted(words.repeat(40)));

        try (var document = Loader.loadPDF(pdf)) {
            var lines = new PDFTextStripper().getText(document).lines().toList();
            assertThat(lines).hasSizeGreaterThan(20).noneMatch(it -> it.strip().endsWith("’"));
        }
    }

    @Test
    void printsArrowsTheTypefaceLacksAndPartsNoPortFromItsProtocol() throws Exception {
        var pdf = Paper.print("""
                <!DOCTYPE html>
                <html lang="fr"><head><title>Rapport</title><meta name="description" content="Un essai"/></head>
                <body><p>GenericAll ← COMPTE, 82 → 58</p><p>%s</p></body></html>""".formatted("tcp/443, tcp/1433, udp/53, ".repeat(60)));

        try (var document = Loader.loadPDF(pdf)) {
            var text = new PDFTextStripper().getText(document);
            assertThat(text).contains("GenericAll <– COMPTE, 82 –> 58");
            assertThat(text.lines()).hasSizeGreaterThan(10).noneMatch(it -> it.startsWith("/"));
        }
    }
}
