package org.asepsie.engine.maturity;

import static org.asepsie.engine.maturity.Cases.TODAY;
import static org.asepsie.engine.maturity.Cases.assess;
import static org.asepsie.engine.maturity.Cases.dossier;
import static org.asepsie.engine.maturity.Cases.essential;
import static org.asepsie.engine.maturity.Cases.instrument;
import static org.asepsie.engine.maturity.Cases.notApplicable;
import static org.asepsie.engine.maturity.Cases.proof;
import static org.asepsie.engine.maturity.Cases.randomDossier;
import static org.asepsie.engine.maturity.Cases.randomInstrument;
import static org.asepsie.engine.maturity.Cases.refining;
import static org.asepsie.engine.maturity.Cases.said;
import static org.asepsie.engine.maturity.Cases.topic;
import static org.asepsie.engine.maturity.Cases.unknown;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class GroupsAndVersionsTest {
    private static final Instrument ONE = instrument(refining("backup", 1));

    @Test
    void aGroupIsTheMeanOfItsActivityAndNotOfItsSites() {
        var group = Rollup.of(List.of(member("large", 300, said(3)), member("small", 100, said(0))));

        assertThat(group.said().value()).isEqualTo(3.0);
        assertThat(group.coverage()).isEqualTo(1.0);
    }

    @Test
    void leavingOutASiteWidensTheGroupInsteadOfFlatteringIt() {
        var group =
                Rollup.of(List.of(member("large", 300, said(3)), new Rollup.Member("small", 100, Optional.empty())));

        assertThat(group.interval()).isEqualTo(new Standing.Interval(new Score(3000), new Score(4000)));
        assertThat(group.coverage()).isEqualTo(0.75);
        assertThat(group.covers(0.66)).isTrue();
        assertThat(group.covers(0.8)).isFalse();
    }

    @Property
    void assessingOneMoreSiteOnlyNarrowsTheGroup(@ForAll long seed) {
        var random = new Random(seed);
        var instrument = randomInstrument(random, 8);
        var members = new ArrayList<Rollup.Member>();
        for (var i = 0; i < 4; i++) {
            var standing = Optional.of(assess(instrument, randomDossier(random, instrument))
                            .overall())
                    .filter(_ -> random.nextBoolean());
            members.add(new Rollup.Member("site" + i, 1 + random.nextInt(500), standing));
        }
        var before = Rollup.of(members);
        var last = members.removeLast();
        members.add(new Rollup.Member(
                "site3",
                last.activity(),
                last.standing()
                        .or(() -> Optional.of(assess(instrument, randomDossier(random, instrument))
                                .overall()))));
        Collections.shuffle(members, random);

        var after = Rollup.of(members);

        assertThat(before.interval().contains(after.interval())).isTrue();
        assertThat(after.coverage()).isGreaterThanOrEqualTo(before.coverage());
    }

    private static Rollup.Member member(String name, long activity, Statement statement) {
        return new Rollup.Member(
                name,
                activity,
                Optional.of(assess(ONE, dossier("backup", statement)).overall()));
    }

    @Test
    void tellsANewRulerFromRealProgress() {
        var old = Assessor.of(ONE);
        var stricter = Assessor.of(instrument(refining("backup", 1), refining("drill", 1)));
        var then = dossier("backup", said(3));
        var now = dossier("backup", said(3), "drill", said(3));

        var comparison = new InstrumentUpgrade(old, stricter, TopicMoves.NONE).compare(then, TODAY, now, TODAY);

        assertThat(comparison.total().levels()).isZero();
        assertThat(comparison.ofInstrument().levels()).isEqualTo(-1.75);
        assertThat(comparison.real().levels()).isEqualTo(1.75);
    }

    @Test
    void refusesToCompareWithoutRescoringTheOldAnswers() {
        var other = new Instrument(new Instrument.Id("test", "2.0.0"), ONE.thresholds(), ONE.themes(), ONE.items());
        var before = assess(ONE, Dossier.EMPTY);

        assertThatThrownBy(() -> new Comparison(before, before, assess(other, Dossier.EMPTY)))
                .hasMessageContaining("scored again");
    }

    @Property
    void instrumentAndProgressAddUpToTheWholeChange(@ForAll long seed) {
        var random = new Random(seed);
        var from = randomInstrument(random, 8);
        var to = randomInstrument(random, 8);

        var comparison = new InstrumentUpgrade(Assessor.of(from), Assessor.of(to), TopicMoves.NONE)
                .compare(randomDossier(random, from), TODAY, randomDossier(random, to), TODAY);

        assertThat(comparison.ofInstrument().thousandths() + comparison.real().thousandths())
                .isEqualTo(comparison.total().thousandths());
    }

    @Test
    void triesAnUpgradeOnEveryEstablishmentBeforeItIsMade() {
        var old = Assessor.of(instrument(essential("copy", 1)));
        var renamed = Assessor.of(instrument(essential("offline-copy", 1)));
        var moves = new TopicMoves(Map.of(topic("copy"), topic("offline-copy")), Map.of(), Map.of());

        var kept = new InstrumentUpgrade(old, renamed, moves).dryRun(Map.of("home", dossier("copy", said(3))), TODAY);
        var lost = new InstrumentUpgrade(old, renamed, TopicMoves.NONE)
                .dryRun(Map.of("home", dossier("copy", said(3))), TODAY);

        assertThat(kept)
                .singleElement()
                .satisfies(it -> assertThat(it.change().levels()).isZero());
        assertThat(lost)
                .singleElement()
                .satisfies(it -> assertThat(it.changesLevel()).isTrue());
    }

    @Test
    void aSplitTopicIsTrueOfEachPart() {
        var moves = new TopicMoves(Map.of(), Map.of(topic("wifi"), List.of(topic("staff"), topic("guests"))), Map.of());

        var moved = moves.apply(dossier("wifi", said(2)).with(proof("wifi", Grade.MEASURED, 2)));

        assertThat(moved.statements()).isEqualTo(Map.of(topic("staff"), said(2), topic("guests"), said(2)));
        assertThat(moved.proofs()).extracting(Proof::topic).containsExactly(topic("staff"), topic("guests"));
    }

    @Test
    void aMergedTopicIsAsGoodAsItsWeakestPart() {
        assertThat(merged(dossier("a", said(3), "b", said(1)))).isEqualTo(said(1));
        assertThat(merged(dossier("a", said(3), "b", unknown()))).isEqualTo(unknown());
        assertThat(merged(dossier("a", said(3)))).isEqualTo(unknown());
        assertThat(merged(dossier("a", said(0)))).isEqualTo(said(0));
        assertThat(merged(dossier("a", said(2), "b", notApplicable()))).isEqualTo(said(2));
        assertThat(merged(dossier("a", notApplicable(), "b", notApplicable()))).isEqualTo(notApplicable());
    }

    private static final TopicMoves MERGE =
            new TopicMoves(Map.of(), Map.of(), Map.of(topic("ab"), List.of(topic("a"), topic("b"))));

    private static Statement merged(Dossier old) {
        return MERGE.apply(old).statement(topic("ab")).orElseThrow();
    }

    @Test
    void aMergedTopicIsProvenOnlyWhenEveryPartIs() {
        var half = dossier("a", said(3), "b", said(3)).with(proof("a", Grade.MEASURED, 3));
        var both = half.with(proof("b", Grade.DOCUMENTED, 3));

        assertThat(MERGE.apply(half).proofs()).isEmpty();
        assertThat(MERGE.apply(both).proofs()).extracting(Proof::grade).containsOnly(Grade.DOCUMENTED);
    }

    @Test
    void aTopicRenamedTwiceIsFoundUnderItsLastName() {
        var moves = new TopicMoves(Map.of(topic("a"), topic("b"), topic("b"), topic("c")), Map.of(), Map.of());

        assertThat(moves.apply(dossier("a", said(2))).statements()).isEqualTo(Map.of(topic("c"), said(2)));
        assertThat(moves.apply(dossier("a", said(2)).with(proof("a", Grade.MEASURED, 2)))
                        .proofs())
                .extracting(Proof::topic)
                .containsExactly(topic("c"));
        assertThat(moves.origins(topic("c"))).containsExactlyInAnyOrder(topic("a"), topic("b"));
        assertThat(moves.origins(topic("a"))).isEmpty();
    }

    @Test
    void whatWasSaidUnderTheLaterNameCountsBeforeWhatMovesThere() {
        var moves = new TopicMoves(Map.of(topic("a"), topic("b"), topic("b"), topic("c")), Map.of(), Map.of());

        assertThat(moves.apply(dossier("a", said(1), "b", said(3))).statements())
                .isEqualTo(Map.of(topic("c"), said(3)));
        assertThat(moves.apply(dossier("b", said(1), "c", said(3))).statements())
                .isEqualTo(Map.of(topic("c"), said(3)));
    }

    @Test
    void theWholeWaitsForPartsThatAreRenamedFirst() {
        var moves = new TopicMoves(
                Map.of(topic("old"), topic("a")), Map.of(), Map.of(topic("ab"), List.of(topic("a"), topic("b"))));

        assertThat(moves.apply(dossier("old", said(1), "b", said(3))).statements())
                .isEqualTo(Map.of(topic("ab"), said(1)));
    }

    @Test
    void movesInACircleComeToAnEnd() {
        var moves = new TopicMoves(Map.of(topic("a"), topic("b"), topic("b"), topic("a")), Map.of(), Map.of());

        assertThat(moves.apply(dossier("a", said(1))).statements()).hasSize(1).containsValue(said(1));
    }
}
