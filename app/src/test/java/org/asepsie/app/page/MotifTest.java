package org.asepsie.app.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MotifTest {
    @Test
    void saysInFrenchWhatIsProvenSaidAndPossible() {
        assertThat(Motif.of(1.8, 2.4, 3.1).sentence(SamplePage.french()))
                .isEqualTo("Prouvé 1,8 sur 4\u202f; déclaré 2,4 sur 4\u202f; possible jusqu’à 3,1 sur 4");
    }

    @Test
    void saysItInEnglishWithTheTarget() {
        assertThat(Motif.of(1.8, 2.4, 3.1).towards(3).sentence(SamplePage.english()))
                .isEqualTo("Proven 1.8 out of 4; declared 2.4 out of 4; possibly up to 3.1 out of 4; target 3");
    }

    @Test
    void doesNotRepeatWhatAddsNothing() {
        assertThat(Motif.of(3, 3, 3).sentence(SamplePage.french())).isEqualTo("Prouvé 3 sur 4");
    }

    @Test
    void saysThatNothingIsProvenRatherThanZero() {
        assertThat(Motif.of(0, 0, 4).sentence(SamplePage.french()))
                .isEqualTo("Rien de prouvé\u202f; possible jusqu’à 4 sur 4");
    }

    @Test
    void whatIsProvenBeyondWhatWasSaidLeavesNoOutline() {
        var motif = Motif.of(3, 2, 1);

        assertThat(motif.said()).isEqualTo(3);
        assertThat(motif.possible()).isEqualTo(3);
    }

    @Test
    void neverLeavesItsScale() {
        assertThat(Motif.of(-1, 2, 9)).isEqualTo(Motif.of(0, 2, 4));
        assertThatThrownBy(() -> Motif.of(1, 1, 1).onScaleTo(0)).hasMessageContaining("scale");
    }

    @ParameterizedTest
    @EnumSource
    void hatchingStaysBetweenWhatIsSaidAndWhatIsPossible(Motif.Size size) {
        var drawing = Motif.of(1, 2.3, 3.1).drawn(size);
        var left = Double.parseDouble(drawing.at(2.3));
        var right = Double.parseDouble(drawing.at(3.1));

        var points = Pattern.compile("([\\d.]+) ([\\d.]+)")
                .matcher(drawing.hatching())
                .results()
                .toList();

        assertThat(points).hasSizeGreaterThan(4).allSatisfy(it -> {
            assertThat(Double.parseDouble(it.group(1))).isBetween(left - 0.01, right + 0.01);
            assertThat(Double.parseDouble(it.group(2))).isBetween(drawing.top() - 0.01, drawing.bottom() + 0.01);
        });
    }

    @Test
    void coordinatesAreWrittenWithAPointWhateverTheLanguage() {
        assertThat(Figures.of(12.345)).isEqualTo("12.35");
        assertThat(Figures.of(100)).isEqualTo("100");
    }

    @Test
    void aTrendEndsAtItsNewestValue() {
        var trend = Sparkline.ofLevels(List.of(0.0, 4.0));

        assertThat(trend.points()).isEqualTo("4,20 84,4");
        assertThat(trend.lastX()).isEqualTo("84");
        assertThat(trend.lastY()).isEqualTo("4");
    }

    @Test
    void aRadarPutsItsFirstThemeOnTopAndDrawsNothingBelowThreeThemes() {
        var axis = new RadarDrawing.Axis("Sauvegardes", Motif.of(4, 4, 4));

        assertThat(new RadarDrawing(List.of(axis, axis)).drawable()).isFalse();
        var radar = new RadarDrawing(List.of(axis, axis, axis, axis));
        assertThat(radar.drawable()).isTrue();
        assertThat(radar.proven()).isEqualTo("320,72 488,240 320,408 152,240");
        assertThat(radar.rings()).hasSize(4).last().isEqualTo(radar.proven());
    }

    @Test
    void longNamesOfThemesBreakOverLines() {
        var axis = new RadarDrawing.Axis("Prestataires et télémaintenance", Motif.of(1, 1, 1));

        assertThat(new RadarDrawing(List.of(axis, axis, axis))
                        .labels()
                        .getFirst()
                        .lines())
                .containsExactly("Prestataires et", "télémaintenance");
    }
}
