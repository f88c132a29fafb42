package org.asepsie.app.report;

import static org.asepsie.app.report.BoardReport.Preparation.NOT_YET;
import static org.asepsie.app.report.BoardReport.Preparation.PROVEN;
import static org.asepsie.app.report.BoardReport.Preparation.SAID;
import static org.asepsie.app.report.BoardReport.Preparation.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.asepsie.app.ApplicationTest;
import org.asepsie.app.page.Language;
import org.asepsie.app.page.Motif;
import org.asepsie.app.page.Pages;
import org.asepsie.app.page.Templates;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

@ApplicationTest
class BoardReportPaperTest {
    @Autowired
    Templates templates;

    @Autowired
    Pages pages;

    @ParameterizedTest
    @EnumSource(Language.class)
    void printsSixToTenAccessiblePages(Language language) throws Exception {
        var html = templates.document("report/board", Map.of("page", pages.forPaper(language), "report", sample()));

        var pdf = Paper.print(html);

        Files.write(
                Files.createDirectories(Path.of("target/papers")).resolve("board-" + language.code() + ".pdf"), pdf);
        assertThat(AccessiblePaper.failures(pdf)).isEmpty();
        assertThat(AccessiblePaper.pages(pdf)).isBetween(6, 10);
    }

    private static BoardReport sample() {
        var motif = Motif.of(1.2, 2.3, 3.1);
        return new BoardReport(
                new BoardReport.Cover(
                        "Résidence des Tilleuls",
                        "Association Les Rives",
                        "Commune fictive (99)",
                        "Essentiel ESMS 1.0.0",
                        LocalDate.of(2026, 11, 21)),
                new BoardReport.Situation(
                        motif,
                        2,
                        1,
                        "Bases tenues",
                        "Les soins continuent quelques heures sans informatique, puis les équipes improvisent.",
                        0.86,
                        4,
                        1),
                IntStream.rangeClosed(1, 11)
                        .mapToObj(it -> new BoardReport.ThemeLine(
                                "Thème numéro " + it, it == 4 ? Optional.empty() : Optional.of(motif)))
                        .toList(),
                List.of(new BoardReport.Obstacle(2, "Avez-vous une copie de vos données débranchée du réseau ?")),
                List.of(new BoardReport.Question(
                        "Avez-vous essayé de restaurer ?", "Votre prestataire", Optional.of(15))),
                IntStream.rangeClosed(1, 12)
                        .mapToObj(it -> new BoardReport.ServiceLine(
                                "Service " + it,
                                it + " h",
                                "Les traitements de la tournée suivante ne sont plus certains.",
                                "Dernière fiche de traitement imprimée, préparation à la main.",
                                List.of(PROVEN, SAID, NOT_YET, UNKNOWN).get(it % 4)))
                        .toList(),
                IntStream.rangeClosed(1, 3)
                        .mapToObj(it -> new BoardReport.Decision(
                                "Garder une copie débranchée",
                                "Si tout est chiffré, c’est la seule façon de retrouver les plans de soins.",
                                "Prestataire informatique",
                                "0,5 à 2 jours · 100 à 400 €",
                                Optional.of(2.4)))
                        .toList(),
                IntStream.rangeClosed(1, 4)
                        .mapToObj(it -> new BoardReport.Quarter(
                                "Trimestre " + it,
                                IntStream.rangeClosed(1, 6)
                                        .mapToObj(line -> new BoardReport.Line(
                                                "Action numéro " + line, "Direction", "Prévue", "1 jour · gratuit"))
                                        .toList(),
                                2,
                                "6 actions, 6 jours, gratuit"))
                        .toList(),
                new BoardReport.Progress.Since(
                        LocalDate.of(2025, 11, 3),
                        Motif.of(0.4, 1.2, 2.8),
                        0.9,
                        -0.1,
                        List.of("Nommer un référent"),
                        List.of("Copie débranchée")),
                List.of(new BoardReport.Support("Centre régional", "Aide au diagnostic et exercices")));
    }
}
