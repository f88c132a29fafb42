package org.asepsie.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import org.asepsie.engine.directory.control.Catalogue;
import org.asepsie.engine.directory.edges.EdgeKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The guide to the directory keeps up with the engine it explains.
class DirectoryGuideTest {
    private static final DirectoryGuide GUIDE = DirectoryGuide.bundled();

    @Test
    void everyScoredPointHasOneRemedyAndNoRemedyIsForAPointThatDoesNotExist() {
        var scored = Catalogue.on(LocalDate.of(2026, 11, 22)).scored().stream()
                .map(it -> it.id())
                .toList();

        assertThat(GUIDE.remedies().stream().flatMap(it -> it.points().stream()))
                .containsExactlyInAnyOrderElementsOf(scored);
        assertThat(GUIDE.remedies()).allSatisfy(it -> assertThat(it.how()).isNotEmpty());
    }

    @Test
    void everyRelationAPathMayFollowHasWords() {
        assertThat(Arrays.stream(EdgeKind.values()).filter(EdgeKind::followed))
                .allSatisfy(it -> assertThat(GUIDE.relations()).containsKey(it.label()));
    }

    @ParameterizedTest(name = "{1} is {2}")
    @CsvSource({
        "user, ACCUEIL-URGENCES@CH.EXAMPLE, ward-account",
        "user, IDE-CARDIO@CH.EXAMPLE, ward-account",
        "user, SVC-PACS@CH.EXAMPLE, biomedical-service",
        "computer, CONSOLE-IRM.CH.EXAMPLE, biomedical-service",
        "user, PREST-TELEMAINT@CH.EXAMPLE, provider-account",
        "user, SVC-DPI@CH.EXAMPLE, service-account",
        "computer, PC-WIN7-COAG.CH.EXAMPLE, kept-for-a-device"
    })
    void tellsWhoseAccountItIs(String kind, String name, String tag) {
        assertThat(GUIDE.tag(kind, name).map(DirectoryGuide.Tag::id)).contains(tag);
    }

    @ParameterizedTest
    @CsvSource({
        "user, CAMILLE.MARTIN@CH.EXAMPLE",
        "user, ASTRID.NOEL@CH.EXAMPLE",
        "user, ADM-02@CH.EXAMPLE",
        "group, SUPPORT-POSTES@CH.EXAMPLE",
        "user, C.LABORDE@PRESTATAIRE.EXAMPLE",
        "user, M.BLOCH@CH.EXAMPLE",
        "user, BORIS.FIRMIN@CH.EXAMPLE",
        "user, M.PRESTON@CH.EXAMPLE",
        "user, PERFETTI.L@CH.EXAMPLE"
    })
    void takesNobodyForAWardOrAProvider(String kind, String name) {
        assertThat(GUIDE.tag(kind, name)).isEmpty();
    }
}
