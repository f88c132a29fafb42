package org.asepsie.engine.plan;

import static org.asepsie.engine.plan.Cases.days;
import static org.asepsie.engine.plan.Cases.exactly;
import static org.asepsie.engine.plan.Cases.id;
import static org.asepsie.engine.plan.Cases.request;
import static org.asepsie.engine.plan.Cases.task;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.asepsie.engine.maturity.Measure.Efficacy;
import org.asepsie.engine.maturity.Measure.Range;
import org.junit.jupiter.api.Test;

/// What is said about a plan: reasons, bands, ties, the parameters it hangs on, several sites.
class AdviceTest {
    private static final Effort SHORT = new Effort(1, 500, Duration.ZERO);

    private static Plan plan(Request request) {
        return new Planner(SHORT).orElseThrow(request);
    }

    @Test
    void saysWhyThisWhyNowAndWhatIfSkipped() {
        var plan = plan(request(days(2), task("filter", 2, 4, "mail", 0.5), task("zones", 4, 20, "spread", 0.8)));

        var reasons = Reason.of(plan);

        assertThat(reasons.getFirst().held()).isEqualTo(new Reason.Held.ByItsLength(1));
        assertThat(reasons.getLast().held()).isEqualTo(new Reason.Held.ByDays(Cases.IT));
        // without the filter: 100 h a year for two quarters and a half, then 20
        assertThat(reasons.getFirst().skipped().careHours()).isCloseTo(12.5 + 50 + 5 + 22.5 - 51.25, within(1e-9));
        assertThat(reasons.getFirst().waited()).isCloseTo(12.5, within(1e-9));
    }

    @Test
    void skippingAPrerequisiteSkipsWhatNeedsIt() {
        var plan = plan(request(days(9), task("list", 1, 6, "mail", 0.1), task("act", 1, 8, "mail", 0.5, "list")));

        var list = Reason.of(plan).getFirst();
        var act = Reason.of(plan).getLast();

        assertThat(list.with()).containsExactly(id("act"));
        assertThat(list.prepares()).containsExactly(id("act"));
        assertThat(list.skipped().weighed()).isCloseTo(plan.avoided().weighed(), within(1e-9));
        assertThat(act.held()).isEqualTo(new Reason.Held.ByPrerequisite(id("list")));
    }

    @Test
    void bandsHoldTheMiddleAndRepeatForASeed() {
        var plan = plan(Cases.facility(5, 30, 8, 3, 0.5));

        var forecast = Forecast.of(plan, 7, 200);

        assertThat(Forecast.of(plan, 7, 200)).isEqualTo(forecast);
        assertThat(Forecast.of(plan, 8, 200)).isNotEqualTo(forecast);
        assertThat(forecast.quarters()).hasSize(8).allSatisfy(it -> {
            assertThat(it.perYear().low()).isLessThanOrEqualTo(it.perYear().middle());
            assertThat(it.perYear().middle()).isLessThanOrEqualTo(it.perYear().high());
        });
        assertThat(forecast.quarters().getLast().perYear().middle())
                .isLessThan(forecast.quarters().getFirst().perYear().middle());
        assertThat(forecast.avoided().low()).isPositive();
    }

    @Test
    void twoLikeActionsAreATieAndAStrongAndAWeakOneAreNot() {
        var like = request(
                days(1), vague("one", "mail", new Range(0.2, 0.6)), vague("two", "spread", new Range(0.2, 0.58)));
        var unlike = request(
                days(1), vague("one", "mail", new Range(0.5, 0.6)), vague("two", "spread", new Range(0.02, 0.05)));

        assertThat(Comparison.ties(plan(like), 1, 200)).singleElement().satisfies(it -> {
            assertThat(it.sooner()).isEqualTo(id("one"));
            assertThat(it.later()).isEqualTo(id("two"));
        });
        assertThat(Comparison.ties(plan(unlike), 1, 200)).isEmpty();
    }

    private static Task vague(String name, String stage, Range efficacy) {
        return new Task(
                id(name),
                Map.of(Cases.IT, exactly(1)),
                exactly(0),
                4,
                Set.of(),
                List.of(new Efficacy(stage, efficacy)),
                exactly(0));
    }

    @Test
    void theTornadoShowsTheParameterThatTurnsTheAdvice() {
        var request = request(
                days(1), vague("sure", "mail", new Range(0.4, 0.4)), vague("doubtful", "spread", new Range(0, 0.7)));
        var plan = plan(request);

        var swings = Tornado.of(plan, 3, SHORT).swings();

        assertThat(plan.finishedBy(0)).containsExactly(id("sure"));
        assertThat(swings).singleElement().satisfies(it -> {
            assertThat(it.parameter().id()).isEqualTo("efficacy:doubtful:spread");
            assertThat(it.regretLow()).isZero();
            assertThat(it.regretHigh()).isPositive();
        });
    }

    @Test
    void anOverriddenParameterChangesTheAdvice() {
        var request =
                request(days(1), vague("sure", "mail", exactly(0.4)), vague("doubtful", "spread", new Range(0, 0.7)));
        var trusted = request.with(request.situation().with("efficacy:doubtful:spread", exactly(0.7)));

        assertThat(plan(trusted).finishedBy(0)).containsExactly(id("doubtful"));
    }

    @Test
    void aSharedActionIsDoneOnceAndCountsAtEverySite() {
        var own = List.of(task("filter", 2, 4, "mail", 0.5), task("zones", 2, 4, "spread", 0.4));
        var one = new Situation(List.of(Cases.ransomware()), own, Cases.EXCHANGE);
        var both = Sites.together(
                List.of(new Sites.Site("north", one, 1), new Sites.Site("south", one, 1)),
                Set.of(id("filter")),
                Cases.EXCHANGE);

        var plan = plan(new Request(both, new Horizon(4, 4), days(2), List.of()));

        assertThat(plan.before().careHours()).isCloseTo(400, within(1e-9));
        assertThat(plan.finishedBy(0)).containsExactly(id("filter"));
        assertThat(plan.finishedBy(3))
                .containsExactlyInAnyOrder(
                        id("filter"), Sites.at("north", id("zones")), Sites.at("south", id("zones")));
        assertThat(plan.quarters().getFirst().perYear().careHours()).isCloseTo(100, within(1e-9));
    }

    @Test
    void whatOneSiteHasAlreadyIsNotCountedTwice() {
        var bare = task("filter", 2, 4, "mail", 0.5);
        var half = new Task(bare.id(), bare.days(), bare.euros(), 4, Set.of(), bare.acts(), exactly(0.5));
        var alone = new Situation(List.of(Cases.ransomware()), List.of(half), Cases.EXCHANGE);
        var both = Sites.together(List.of(new Sites.Site("a", alone, 1)), Set.of(bare.id()), Cases.EXCHANGE);
        var horizon = new Horizon(4, 4);

        var expected = plan(new Request(alone, horizon, days(2), List.of()));
        var shared = plan(new Request(both, horizon, days(2), List.of()));

        assertThat(shared.before().weighed()).isCloseTo(expected.before().weighed(), within(1e-9));
        assertThat(shared.after().weighed()).isCloseTo(expected.after().weighed(), within(1e-9));
    }
}
