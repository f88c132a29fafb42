package org.asepsie.engine.maturity;

import static org.asepsie.engine.maturity.Cases.TODAY;
import static org.asepsie.engine.maturity.Cases.any;
import static org.asepsie.engine.maturity.Cases.assess;
import static org.asepsie.engine.maturity.Cases.notApplicable;
import static org.asepsie.engine.maturity.Cases.proof;
import static org.asepsie.engine.maturity.Cases.randomDossier;
import static org.asepsie.engine.maturity.Cases.randomInstrument;
import static org.asepsie.engine.maturity.Cases.said;
import static org.asepsie.engine.maturity.Cases.unknown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/// What the engine promises for every instrument and every dossier.
class MaturityPropertiesTest {
    @Property
    void provenIsAtMostSaidAndSaidAtMostPossible(@ForAll long seed) {
        var random = new Random(seed);
        var instrument = randomInstrument(random, 12);

        var maturity = assess(instrument, randomDossier(random, instrument));

        assertOrdered(maturity.overall());
        maturity.themes().forEach(theme -> theme.standing().ifPresent(MaturityPropertiesTest::assertOrdered));
    }

    private static void assertOrdered(Standing standing) {
        assertThat(standing.proven().score())
                .isLessThanOrEqualTo(standing.said().score());
        assertThat(standing.said().score())
                .isLessThanOrEqualTo(standing.possible().score());
        assertThat(standing.proven().index())
                .isLessThanOrEqualTo(standing.said().index());
        assertThat(standing.said().index())
                .isLessThanOrEqualTo(standing.possible().index());
        assertThat(standing.proven().level())
                .isLessThanOrEqualTo(standing.said().level());
        assertThatCode(standing::interval).doesNotThrowAnyException();
    }

    /// From an open question, every answer, every "not applicable", every measurement leads inside the former
    /// interval.
    @Property
    void knowingMoreOnlyNarrowsTheInterval(@ForAll long seed) {
        var random = new Random(seed);
        var instrument = randomInstrument(random, 12);
        var item = any(random, instrument);
        var open = withoutProof(randomDossier(random, instrument), item).with(item.topic(), unknown());
        var value = random.nextInt(4);
        var more = switch (random.nextInt(4)) {
            case 0 -> open.with(item.topic(), notApplicable());
            case 1 -> open.with(proof(item.topic().value(), Grade.MEASURED, value));
            case 2 -> open.with(proof(item.topic().value(), Grade.OBSERVED, value));
            default -> open.with(item.topic(), said(value));
        };

        var before = assess(instrument, open).overall();
        var result = assess(instrument, more);

        Assume.that(result.contributions().stream().anyMatch(Contribution::applicable));
        var after = result.overall();
        assertThat(before.interval().contains(after.interval())).isTrue();
        assertThat(before.provenInterval().contains(after.provenInterval())).isTrue();
        assertThat(before.declared().contains(after.declared())).isTrue();
    }

    /// A document about what was said, or a measurement that confirms it, narrows what is left to prove.
    @Property
    void confirmingAnAnswerOnlyNarrowsWhatIsLeftToProve(@ForAll long seed) {
        var random = new Random(seed);
        var instrument = randomInstrument(random, 12);
        var item = any(random, instrument);
        var value = random.nextInt(4);
        var declared = withoutProof(randomDossier(random, instrument), item).with(item.topic(), said(value));
        var grade = Cases.BEYOND_WORDS[random.nextInt(3)];
        var confirmed = declared.with(proof(item.topic().value(), grade, value));

        var before = assess(instrument, declared).overall();
        var after = assess(instrument, confirmed).overall();

        assertThat(before.provenInterval().contains(after.provenInterval())).isTrue();
        assertThat(after.interval()).isEqualTo(before.interval());
    }

    @Property
    void theBestAnswerNeverLowersTheUpperBound(@ForAll long seed) {
        var random = new Random(seed);
        var instrument = randomInstrument(random, 12);
        var dossier = randomDossier(random, instrument);
        var item = any(random, instrument);
        Assume.that(!(dossier.statement(item.topic()).orElse(null) instanceof Statement.NotApplicable));

        var before = assess(instrument, dossier).overall().possible().score();
        var after = assess(instrument, dossier.with(item.topic(), said(3)))
                .overall()
                .possible()
                .score();

        assertThat(after).isGreaterThanOrEqualTo(before);
    }

    @Property
    void doingMoreNeverScoresLess(@ForAll long seed) {
        var random = new Random(seed);
        var instrument = randomInstrument(random, 12);
        var item = any(random, instrument);
        var value = random.nextInt(3);
        var dossier = randomDossier(random, instrument);
        var less = dossier.with(item.topic(), said(value));
        var more = dossier.with(item.topic(), said(value + 1));

        var before = assess(instrument, less);
        var after = assess(instrument, more);

        assertNotBelow(before.overall(), after.overall());
        for (var i = 0; i < before.themes().size(); i++) {
            var was = before.themes().get(i).standing();
            var is = after.themes().get(i).standing();
            assertThat(is.isPresent()).isEqualTo(was.isPresent());
            was.ifPresent(it -> assertNotBelow(it, is.orElseThrow()));
        }
    }

    private static void assertNotBelow(Standing before, Standing after) {
        assertThat(after.proven().score())
                .isGreaterThanOrEqualTo(before.proven().score());
        assertThat(after.said().score()).isGreaterThanOrEqualTo(before.said().score());
        assertThat(after.possible().score())
                .isGreaterThanOrEqualTo(before.possible().score());
    }

    @Property
    void theOrderOfQuestionsAndProofsDoesNotMatter(@ForAll long seed) {
        var random = new Random(seed);
        var instrument = randomInstrument(random, 12);
        var dossier = randomDossier(random, instrument);
        dossier = dossier.with(proof(any(random, instrument).topic().value(), Grade.MEASURED, random.nextInt(4)));
        var items = new ArrayList<>(instrument.items());
        var themes = new ArrayList<>(instrument.themes());
        var proofs = new ArrayList<>(dossier.proofs());
        Collections.shuffle(items, random);
        Collections.shuffle(themes, random);
        Collections.shuffle(proofs, random);
        var shuffled = new Instrument(instrument.id(), instrument.thresholds(), themes, items);

        var one = assess(instrument, dossier);
        var other = assess(shuffled, new Dossier(dossier.statements(), proofs));

        assertThat(other.overall()).isEqualTo(one.overall());
        assertThat(other.themes()).containsExactlyInAnyOrderElementsOf(one.themes());
        assertThat(other.contributions()).containsExactlyInAnyOrderElementsOf(one.contributions());
        assertThat(other.findings().expired()).isEqualTo(one.findings().expired());
    }

    /// The bounds are not an estimate: they are reached, and nothing lies outside.
    @Property
    void everyWayToFillTheUnknownLiesWithinTheBoundsAndReachesThem(@ForAll long seed) {
        var random = new Random(seed);
        var instrument = randomInstrument(random, 5);
        var dossier = randomDossier(random, instrument);

        var standing = assess(instrument, dossier);
        var scores = new ArrayList<Score>();
        complete(instrument, dossier, 0, scores);

        Assume.that(standing.contributions().stream().anyMatch(Contribution::applicable));
        assertThat(Collections.min(scores))
                .isEqualTo(standing.overall().interval().low());
        assertThat(Collections.max(scores))
                .isEqualTo(standing.overall().interval().high());
    }

    private static void complete(Instrument instrument, Dossier dossier, int from, ArrayList<Score> scores) {
        for (var i = from; i < instrument.items().size(); i++) {
            var topic = instrument.items().get(i).topic();
            if (dossier.statement(topic).filter(it -> !it.equals(unknown())).isEmpty()) {
                for (var value = 0; value <= 3; value++) {
                    complete(instrument, dossier.with(topic, said(value)), i + 1, scores);
                }
                return;
            }
        }
        scores.add(assess(instrument, dossier).overall().said().score());
    }

    /// The whole-number formula is the published one: a plain floating-point version agrees to a thousandth of
    /// a point.
    @Property
    void agreesWithThePublishedFormula(@ForAll long seed) {
        var random = new Random(seed);
        var instrument = randomInstrument(random, 12);
        var dossier = Dossier.EMPTY;
        for (var item : instrument.items()) {
            dossier = dossier.with(item.topic(), said(random.nextInt(4)));
        }

        var index = assess(instrument, dossier).overall().said().index().points();

        assertThat(index).isCloseTo(published(instrument, dossier), org.assertj.core.data.Offset.offset(0.0011));
    }

    private static double published(Instrument instrument, Dossier dossier) {
        var sum = 0.0;
        var weights = 0.0;
        for (var theme : instrument.themes()) {
            var e = mean(instrument, dossier, theme, true);
            var r = mean(instrument, dossier, theme, false);
            if (e >= 0 || r >= 0) {
                var index = e < 0 ? 100 * r : r < 0 ? 100 * e : 100 * e * (0.6 + 0.4 * r);
                sum += theme.weight() * index;
                weights += theme.weight();
            }
        }
        return sum / weights;
    }

    private static double mean(Instrument instrument, Dossier dossier, Theme theme, boolean essential) {
        var sum = 0.0;
        var weights = 0.0;
        for (var item : instrument.items()) {
            if (item.theme().equals(theme.id()) && item.essential() == essential) {
                var said = (Statement.Said) dossier.statement(item.topic()).orElseThrow();
                sum += item.weight() * said.attainment().value() / 3.0;
                weights += item.weight();
            }
        }
        return weights == 0 ? -1 : sum / weights;
    }

    @Property
    void sameDossierSameResult(@ForAll long seed) {
        var instrument = randomInstrument(new Random(seed), 12);
        var dossier = randomDossier(new Random(seed), instrument);

        assertThat(Assessor.of(instrument).assess(dossier, TODAY))
                .isEqualTo(Assessor.of(instrument).assess(dossier, TODAY));
    }

    private static Dossier withoutProof(Dossier dossier, Item item) {
        var others = dossier.proofs().stream()
                .filter(it -> !it.topic().equals(item.topic()))
                .toList();
        return new Dossier(dossier.statements(), others);
    }
}
