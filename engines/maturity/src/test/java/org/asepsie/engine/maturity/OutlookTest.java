package org.asepsie.engine.maturity;

import static org.asepsie.engine.maturity.Cases.TODAY;
import static org.asepsie.engine.maturity.Cases.dossier;
import static org.asepsie.engine.maturity.Cases.essential;
import static org.asepsie.engine.maturity.Cases.gate;
import static org.asepsie.engine.maturity.Cases.notApplicable;
import static org.asepsie.engine.maturity.Cases.said;
import static org.asepsie.engine.maturity.Cases.topic;
import static org.asepsie.engine.maturity.Cases.unknown;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OutlookTest {
    private static final Instrument INSTRUMENT = new Instrument(
            new Instrument.Id("trial", "1"),
            List.of(20, 45, 65, 85),
            List.of(new Theme(new ThemeId("theme"), 1)),
            List.of(gate("copy", 3, 1, 2), essential("mail", 2)));

    private static Measure measure(String name, Object... topicsAndAims) {
        var raises = new java.util.ArrayList<Measure.Raise>();
        for (var i = 0; i < topicsAndAims.length; i += 2) {
            raises.add(new Measure.Raise(
                    topic((String) topicsAndAims[i]), new Attainment((Integer) topicsAndAims[i + 1])));
        }
        var means = new Measure.Means(new Measure.Range(1, 1), new Measure.Range(0, 0));
        return new Measure(new MeasureId(name), raises, means, Set.of(), false, List.of());
    }

    private static Outlook outlook(Object... topicsAndStatements) {
        return new Outlook(Assessor.of(INSTRUMENT), dossier(topicsAndStatements), TODAY);
    }

    @Test
    void marksAsAnAssessmentWouldOnceTheMeasuresAreInPlace() {
        var outlook = outlook("copy", said(1), "mail", said(0));
        var later = Assessor.of(INSTRUMENT).assess(dossier("copy", said(3), "mail", said(0)), TODAY);

        assertThat(outlook.after(List.of(measure("keep", "copy", 3))))
                .isEqualTo(later.overall().said());
        assertThat(outlook.closedGates(List.of())).extracting(Item::topic).containsExactly(topic("copy"));
        assertThat(outlook.closedGates(List.of(measure("keep", "copy", 3)))).isEmpty();
    }

    @Test
    void theSpanIsThatOfAnAssessmentAndNarrowsAsMeasuresAreTaken() {
        var outlook = outlook("copy", unknown(), "mail", said(2));
        var today = Assessor.of(INSTRUMENT)
                .assess(dossier("copy", unknown(), "mail", said(2)), TODAY)
                .overall();

        var before = outlook.span(List.of());
        var half = outlook.span(List.of(measure("keep", "copy", 3)));
        var all = outlook.span(List.of(measure("keep", "copy", 3), measure("read", "mail", 3)));

        assertThat(before).isEqualTo(new Outlook.Span(today.proven(), today.said(), today.possible()));
        assertThat(before.proven().score()).isLessThan(before.said().score());
        assertThat(before.said().score()).isLessThan(before.possible().score());
        assertThat(half.proven().score())
                .as("what is only said stays unproven")
                .isLessThan(half.said().score());
        assertThat(half.said()).isEqualTo(outlook.after(List.of(measure("keep", "copy", 3))));
        assertThat(half.possible()).isEqualTo(half.said());
        assertThat(all.proven()).isEqualTo(Mark.FULL).isEqualTo(all.possible());
    }

    @Test
    void whatIsUnknownMayBeInPlaceAndIsNotCountedOn() {
        var outlook = outlook("copy", unknown(), "mail", said(1));

        assertThat(outlook.inPlace(measure("both", "copy", 3, "mail", 2))).isEqualTo(new Measure.Range(0.25, 0.75));
        assertThat(outlook.lacks(measure("both", "copy", 3, "mail", 2))).isTrue();
    }

    @Test
    void aTopicThatDoesNotApplyLacksNothing() {
        var outlook = outlook("copy", notApplicable(), "mail", said(2));

        assertThat(outlook.inPlace(measure("both", "copy", 3, "mail", 2))).isEqualTo(new Measure.Range(1, 1));
        assertThat(outlook.lacks(measure("both", "copy", 3, "mail", 2))).isFalse();
        assertThat(outlook.attainment(topic("copy"))).isEmpty();
    }
}
