package org.asepsie.app.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.asepsie.app.ApplicationTest;
import org.asepsie.app.TestClock;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.People;
import org.asepsie.app.access.Role;
import org.asepsie.app.assessment.Diagnosis;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.FacilityDetails;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.facility.FacilityKind;
import org.asepsie.app.facility.NoSuchFacility;
import org.asepsie.app.knowledge.Catalogues;
import org.asepsie.app.plan.ActionId;
import org.asepsie.app.plan.Decisions;
import org.asepsie.app.plan.Plans;
import org.asepsie.app.plan.Quarter;
import org.asepsie.app.plan.Status;
import org.asepsie.app.plan.Wish;
import org.asepsie.engine.maturity.Attainment;
import org.asepsie.engine.maturity.MeasureId;
import org.asepsie.engine.maturity.Statement;
import org.asepsie.engine.maturity.TopicId;
import org.asepsie.engine.plan.Conflict.Constraint;
import org.asepsie.engine.plan.Line;
import org.asepsie.knowledge.Measure.Skill;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/// The plan by quarter through its doors: what it rests on, when it is made again, what a choice costs, and why there
/// is sometimes none.
@ApplicationTest
class SchedulesTest {
    private static final String ESSENTIAL = "essentiel-esms";
    private static final MeasureId BACKUP = new MeasureId("bak-regular");
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Autowired
    Schedules schedules;

    @Autowired
    MeansAndWishes wishes;

    @Autowired
    Adoption adoption;

    @Autowired
    Forecasts forecasts;

    @Autowired
    Parameters parameters;

    @Autowired
    Plans plans;

    @Autowired
    Decisions decisions;

    @Autowired
    Facilities facilities;

    @Autowired
    Diagnosis diagnosis;

    @Autowired
    Catalogues catalogues;

    @Autowired
    People people;

    @Autowired
    TestClock clock;

    @Autowired
    JsonMapper json;

    FacilityId home;

    @BeforeEach
    void aHomeThatHasNothingYet() {
        home = home();
    }

    @Test
    void startsFromUsualMeansAndSaysSo() {
        var made = made();

        assertThat(made.basis().means().said()).isFalse();
        assertThat(made.basis().means().day(Skill.IT)).isEqualTo(4);
        assertThat(made.plan().lines()).isNotEmpty();
        assertThat(made.plan().avoided().careHours()).isPositive();
    }

    @Test
    void keepsToTheDaysAndTheMoneyThatWereGiven() {
        give(2, 3_000);

        var made = made();

        assertThat(made.basis().means().said()).isTrue();
        var daysOfIt = made.plan().quarters().stream()
                .mapToDouble(it -> it.days().getOrDefault(OwnMeans.role(Skill.IT), 0.0))
                .sum();
        assertThat(daysOfIt).isPositive().isLessThanOrEqualTo(2 * 12);
        var money =
                made.plan().quarters().stream().mapToDouble(it -> it.euros()).sum();
        assertThat(money).isLessThanOrEqualTo(3_000 * 4);
    }

    @Test
    void isKeptWhileNothingChangesAndGivesTheSamePlanWhenItIsMadeAgain() {
        var first = made();
        clock.advance(Duration.ofHours(5));

        var again = made();

        assertThat(again.at()).isEqualTo(first.at());
        assertThat(again.plan().lines()).isEqualTo(first.plan().lines());
        var elsewhere = home();
        var same = (Schedule.Made) asInstallation(() -> schedules.of(elsewhere));
        assertThat(same.plan().lines()).isEqualTo(first.plan().lines());
    }

    @Test
    void isMadeAgainAfterANewAnswer() {
        assertThat(line(BACKUP)).isPresent();

        answer(home, "bak.regular", 3);
        answer(home, "bak.scope", 3);

        assertThat(line(BACKUP)).isEmpty();
    }

    @Test
    void leavesOutWhatWasDoneOrDismissedOnTheListOfActions() {
        var first = made().plan().lines().getFirst().measure();
        decide(first, Status.DONE, "");
        var second = made().plan().lines().getFirst().measure();
        decide(second, Status.DISMISSED, "Fait par l'association.");

        var after = made();

        assertThat(after.plan().line(first)).isEmpty();
        assertThat(after.plan().line(second)).isEmpty();
        assertThat(after.basis().refused()).contains(second);
    }

    @Test
    void putsAMeasureWhereAPersonWantsItAndSaysWhatThatCosts() {
        var soon = made().plan().lines().stream()
                .filter(it -> it.finish() == 0)
                .findFirst()
                .orElseThrow();
        var late = made().basis().quarter(8);

        var moved =
                (Schedule.Made) as(() -> wishes.move(home, soon.measure(), HandMove.Kind.PINNED, Optional.of(late)));

        assertThat(moved.plan().line(soon.measure())).map(Line::finish).hasValue(8);
        assertThat(moved.price()).isPresent();
        assertThat(moved.price().get().hours()).isNotNegative();
        assertThat(made().price()).as("the price stays with the plan").isEqualTo(moved.price());

        var back = (Schedule.Made) as(() -> wishes.takeBack(home, soon.measure()));
        assertThat(back.basis().wishes().moves()).isEmpty();
    }

    @Test
    void doesNotShuffleTheOtherLinesForNothing() {
        var before = made();
        var last = before.plan().lines().getLast();

        var after =
                (Schedule.Made) as(() -> wishes.move(home, last.measure(), HandMove.Kind.REFUSED, Optional.empty()));

        var others = before.plan().lines().stream()
                .filter(it -> !it.measure().equals(last.measure()))
                .toList();
        var stayed = others.stream()
                .filter(it -> after.plan()
                        .line(it.measure())
                        .filter(line -> line.finish() == it.finish())
                        .isPresent())
                .count();
        assertThat(after.plan().line(last.measure())).isEmpty();
        assertThat((double) stayed / others.size()).isGreaterThan(0.8);
    }

    @Test
    void namesWhatCannotHoldTogetherAndHowItCouldGive() {
        give(0.5, 0);
        var wanted = new MeasureId("bak-offline");
        as(() -> {
            wishes.bind(home, "Assurance", LocalDate.of(2026, 12, 31), List.of(wanted), Optional.empty());
            return home;
        });

        var schedule = as(() -> schedules.of(home));

        assertThat(schedule).isInstanceOf(Schedule.Conflicting.class);
        var remedies = ((Schedule.Conflicting) schedule).conflict().remedies();
        assertThat(remedies).isNotEmpty();
        assertThat(remedies)
                .filteredOn(it -> it.constraint() instanceof Constraint.Wished)
                .isNotEmpty();
        var day = as(() -> wishes.basis(home)).wishes().days().getFirst();
        as(() -> {
            wishes.unbind(home, day.id());
            return home;
        });
        assertThat(as(() -> schedules.of(home))).isInstanceOf(Schedule.Made.class);
    }

    @Test
    void finishesWhatADateBinds() {
        give(20, 20_000);
        var wanted = made().plan().lines().getLast().measure();
        as(() -> {
            wishes.bind(home, "Visite", LocalDate.of(2028, 6, 30), List.of(wanted), Optional.empty());
            return home;
        });

        var line = made().plan().line(wanted).orElseThrow();

        assertThat(line.must()).isTrue();
        assertThat(made().basis().quarter(line.finish())).isLessThanOrEqualTo(new Quarter(2028, 2));
    }

    @Test
    void advisesSomethingElseWhenAnAdministratorPutsOtherFigures() {
        var before = made();
        var efficacy = before.basis().situation().parameters().stream()
                .filter(it -> it.id()
                        .startsWith(
                                "efficacy:" + before.plan().lines().getFirst().measure() + ":"))
                .toList();
        assertThat(efficacy).isNotEmpty();
        try {
            for (var parameter : efficacy) {
                assertThat(as(() -> parameters.put(FacilityKind.ESMS, parameter.id(), 0, 0, "Essai")))
                        .isEmpty();
            }

            var after = made();

            assertThat(after.plan().lines()).isNotEqualTo(before.plan().lines());
            assertThat(after.plan().avoided().weighed())
                    .isLessThan(before.plan().avoided().weighed());
        } finally {
            for (var parameter : efficacy) {
                as(() -> {
                    parameters.revert(FacilityKind.ESMS, parameter.id(), "Fin de l'essai");
                    return home;
                });
            }
        }
        assertThat(made().plan().avoided().weighed())
                .isCloseTo(before.plan().avoided().weighed(), org.assertj.core.data.Percentage.withPercentage(1));
    }

    @Test
    void refusesFiguresThatCannotBe() {
        var rate = "rate:ransomware-mail";
        assertThat(as(() -> parameters.put(FacilityKind.ESMS, rate, 2, 1, "Essai")))
                .contains(Parameters.Refusal.NOT_A_RANGE);
        assertThat(as(() -> parameters.put(FacilityKind.ESMS, rate, 0.1, 0.2, " ")))
                .contains(Parameters.Refusal.NO_REASON);
        assertThat(as(() -> parameters.put(FacilityKind.ESMS, "rate:nothing", 0.1, 0.2, "Essai")))
                .contains(Parameters.Refusal.UNKNOWN);
        assertThat(as(() -> parameters.put(FacilityKind.ESMS, "at-best:ransomware-mail:entry-mail", 0.1, 1.2, "Essai")))
                .contains(Parameters.Refusal.NOT_A_SHARE);
    }

    @Test
    void adoptsItsQuartersWithoutTouchingWhatSomebodyFixed() {
        var made = made();
        var fixed = made.plan().lines().getLast().measure();
        var own = new Quarter(2027, 1);
        as(() -> decisions.decide(home, action(fixed), it -> it.withQuarter(Optional.of(own)), 0, UUID.randomUUID()));

        var changed = as(() -> adoption.adopt(home, Set.of(), UUID.randomUUID()));

        assertThat(changed).isPresent();
        var decided = as(() -> plans.decided(home));
        assertThat(decided)
                .filteredOn(it -> it.id().equals(action(fixed)))
                .allMatch(it -> it.wish().quarter().equals(Optional.of(own)));
        var first = made.plan().lines().getFirst();
        assertThat(decided)
                .filteredOn(it -> it.id().equals(action(first.measure())))
                .singleElement()
                .matches(it ->
                        it.wish().quarter().equals(Optional.of(made.basis().quarter(first.finish()))));

        as(() -> adoption.adopt(home, Set.of(fixed), UUID.randomUUID()));
        assertThat(as(() -> plans.decided(home)))
                .filteredOn(it -> it.id().equals(action(fixed)))
                .noneMatch(it -> it.wish().quarter().equals(Optional.of(own)));
    }

    @Test
    void comparesWhatWasExpectedWithWhatWasDone() {
        assertThat(as(() -> forecasts.adopted(home))).isEmpty();
        as(() -> adoption.adopt(home, Set.of(), UUID.randomUUID()));
        var first = made().plan().lines().getFirst().measure();
        clock.advance(Duration.ofDays(60));
        decide(first, Status.DONE, "");

        var compared = as(() -> forecasts.adopted(home)).orElseThrow();

        assertThat(compared.expected().quarters()).hasSize(12);
        assertThat(compared.expected().quarters().getLast().score())
                .isGreaterThan(compared.expected().score());
        assertThat(compared.expected().quarters().getLast().perYear().middle())
                .isLessThan(compared.expected().harm());
        assertThat(compared.expected().quarters()).allSatisfy(it -> {
            var level = it.level().orElseThrow();
            assertThat(level.low()).isLessThanOrEqualTo(level.middle());
            assertThat(level.middle()).isEqualTo(it.score()).isLessThanOrEqualTo(level.high());
        });
        assertThat(compared.real()).hasSize(2);
        assertThat(compared.real().getFirst().actions()).isZero();
        assertThat(compared.real().getLast().actions()).isEqualTo(1);
        assertThat(compared.real().getLast().harm()).isPresent();
    }

    @Test
    void expectsALevelBetweenWhatWillBeProvenAndWhatIsPossible() {
        catalogues.current().framework(ESSENTIAL).orElseThrow().questions().stream()
                .map(it -> it.topic().value())
                .filter(it -> !it.startsWith("bak."))
                .forEach(it -> answer(home, it, 3));

        var quarters = as(() -> forecasts.today(home)).orElseThrow().expected().quarters();

        assertThat(quarters).allSatisfy(it -> {
            assertThat(it.levels().low())
                    .as("what was answered without any proof stays unproven")
                    .isLessThan(it.levels().middle());
            assertThat(it.levels().middle())
                    .isEqualTo(it.score())
                    .isLessThanOrEqualTo(it.levels().high());
        });
        assertThat(quarters.getLast().levels().low())
                .isGreaterThanOrEqualTo(quarters.getFirst().levels().low());
    }

    @Test
    void saysWhatTheHardestAttackCostsOnTheDayItComesHoweverRareItIs() {
        var bare = Blow.hardest(as(() -> wishes.basis(home))).orElseThrow();
        var rate = "rate:" + bare.threat();
        as(() -> parameters.put(FacilityKind.ESMS, rate, 0.0001, 0.0002, "Essai"));
        try {
            assertThat(Blow.hardest(as(() -> wishes.basis(home)))).contains(bare);
        } finally {
            as(() -> {
                parameters.revert(FacilityKind.ESMS, rate, "Fin de l'essai");
                return home;
            });
        }
        catalogues.current().framework(ESSENTIAL).orElseThrow().questions().stream()
                .map(it -> it.topic().value())
                .forEach(it -> answer(home, it, 3));

        var prepared = Blow.hardest(as(() -> wishes.basis(home))).orElseThrow();

        assertThat(prepared.harm().careHours())
                .isPositive()
                .isLessThan(bare.harm().careHours());
    }

    @Test
    void readsPlansThatWereAdoptedBeforeTheLevelHadABand() {
        var then = json.readValue("""
                {"format": 1, "start": "2026-4", "score": 0.4, "harm": 20.0, "lines": [], "quarters": [{"number": 0,
                 "score": 0.6, "perYear": {"low": 1, "middle": 2, "high": 3}, "days": {"low": 1, "middle": 2,
                 "high": 3}, "euros": {"low": 0, "middle": 0, "high": 0}, "actions": 1}]}""", Expected.class);

        var after = then.quarters().getFirst();

        assertThat(after.level()).isEmpty();
        assertThat(after.levels()).isEqualTo(new Expected.Spread(0.6, 0.6, 0.6));
    }

    @Test
    void knowsNothingOfAForeignFacility() {
        var stranger = people.with(Role.DIRECTOR, people.facility(people.region()));

        assertThatThrownBy(() -> Actors.as(stranger.actor(), () -> schedules.of(home)))
                .isInstanceOf(NoSuchFacility.class);
    }

    private Schedule.Made made() {
        return (Schedule.Made) as(() -> schedules.of(home));
    }

    private Optional<Line> line(MeasureId measure) {
        return made().plan().line(measure);
    }

    private void give(double days, long euros) {
        as(() -> {
            wishes.give(
                    home,
                    new OwnMeans(
                            12,
                            Map.of(Skill.DIRECTION, days, Skill.IT, days, Skill.HR, days, Skill.CARE, days),
                            euros,
                            OptionalLong.empty(),
                            true));
            return home;
        });
    }

    private static ActionId action(MeasureId measure) {
        return new ActionId(ActionId.Kind.DO, measure.value());
    }

    private void decide(MeasureId measure, Status status, String reason) {
        var seen = as(() -> plans.action(home, action(measure))).version();
        as(() -> decisions.decide(
                home,
                action(measure),
                _ -> new Wish(status, reason, "", Optional.empty(), Optional.empty()),
                seen,
                UUID.randomUUID()));
    }

    private FacilityId home() {
        return asInstallation(() -> {
            var region = facilities.registerRegion("53", "Bretagne");
            var made = facilities.registerSite(
                    region,
                    FacilityDetails.of(
                            "Maison " + NUMBERS.incrementAndGet(), Optional.empty(), "500", FacilityKind.ESMS, 80));
            catalogues.current().framework(ESSENTIAL).orElseThrow().questions().stream()
                    .map(it -> it.topic().value())
                    .forEach(it -> answer(made, it, 0));
            return made;
        });
    }

    private void answer(FacilityId facility, String topic, int attainment) {
        var question = catalogues
                .current()
                .framework(ESSENTIAL)
                .orElseThrow()
                .on(new TopicId(topic))
                .orElseThrow();
        asInstallation(() -> diagnosis.record(
                facility,
                question.id(),
                new Statement.Said(new Attainment(attainment)),
                "",
                ((Clock) clock).instant(),
                UUID.randomUUID()));
    }

    private <T> T as(Supplier<T> work) {
        return asInstallation(work);
    }

    private static <T> T asInstallation(Supplier<T> work) {
        return Actors.<T, RuntimeException>asInstallation(work::get);
    }
}
