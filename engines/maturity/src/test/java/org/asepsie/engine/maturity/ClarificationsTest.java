package org.asepsie.engine.maturity;

import static org.asepsie.engine.maturity.Cases.TODAY;
import static org.asepsie.engine.maturity.Cases.dossier;
import static org.asepsie.engine.maturity.Cases.gate;
import static org.asepsie.engine.maturity.Cases.instrument;
import static org.asepsie.engine.maturity.Cases.proof;
import static org.asepsie.engine.maturity.Cases.randomDossier;
import static org.asepsie.engine.maturity.Cases.randomInstrument;
import static org.asepsie.engine.maturity.Cases.refining;
import static org.asepsie.engine.maturity.Cases.said;
import static org.asepsie.engine.maturity.Cases.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.asepsie.engine.maturity.Clarifications.Need;
import org.junit.jupiter.api.Test;

class ClarificationsTest {
    private static final Instrument THREE = instrument(gate("offline", 2, 1, 2), refining("a", 1), refining("b", 4));

    @Test
    void asksFirstAboutTheGateThenAboutWhatWeighsMost() {
        var open = Clarifications.of(Assessor.of(THREE), dossier("a", unknown()), TODAY);

        assertThat(open).extracting(it -> it.item().topic().value()).containsExactly("offline", "b", "a");
        assertThat(open)
                .extracting(Clarifications.Clarification::need)
                .containsExactly(Need.ANSWER, Need.ANSWER, Need.FIND_OUT);
    }

    @Test
    void asksForProofOfWhatIsOnlySaid() {
        var answers = dossier("offline", said(3), "a", said(0), "b", said(0));

        var open = Clarifications.of(Assessor.of(THREE), answers, TODAY);

        assertThat(open).singleElement().satisfies(it -> {
            assertThat(it.item().topic().value()).isEqualTo("offline");
            assertThat(it.need()).isEqualTo(Need.PROVE);
        });
    }

    @Test
    void asksNothingAboutWhatIsMeasured() {
        var measured = dossier("a", said(0), "b", said(0)).with(proof("offline", Grade.MEASURED, 2));

        assertThat(Clarifications.of(Assessor.of(THREE), measured, TODAY)).isEmpty();
    }

    @Property
    void theFirstOneMovesTheResultAtLeastAsMuchAsEveryOther(@ForAll long seed) {
        var random = new Random(seed);
        var instrument = randomInstrument(random, 12);

        var open = Clarifications.of(Assessor.of(instrument), randomDossier(random, instrument), TODAY);

        assertThat(open).hasSizeLessThanOrEqualTo(Clarifications.MOST);
        assertThat(open)
                .allSatisfy(it -> assertThat(it.score())
                        .isLessThanOrEqualTo(open.getFirst().score()));
        assertThat(open).extracting(it -> it.item().question()).doesNotHaveDuplicates();
    }
}
