package org.asepsie.app.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.asepsie.app.ApplicationTest;
import org.asepsie.app.TestClock;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.People;
import org.asepsie.app.access.Role;
import org.asepsie.app.evidence.EvidenceRefused.Problem;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.FacilityDetails;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.facility.FacilityKind;
import org.asepsie.engine.maturity.Attainment;
import org.asepsie.engine.maturity.Grade;
import org.asepsie.engine.maturity.Proof;
import org.asepsie.engine.maturity.TopicId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import org.springframework.transaction.support.TransactionTemplate;

@ApplicationTest
@RecordApplicationEvents
class EvidenceHubTest {
    private static final IndicatorId RESTORE_TEST = new IndicatorId("backup.days-since-restore-test");
    private static final Source TYPED = new Source(Source.Kind.TYPED, "saisie");
    private static final Instant NOW = TestClock.START;

    @Autowired
    EvidenceHub hub;

    @Autowired
    Attachments attachments;

    @Autowired
    Proofs proofs;

    @Autowired
    Facilities facilities;

    @Autowired
    People people;

    @Autowired
    TestClock clock;

    @Autowired
    ApplicationEvents events;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transaction;

    private FacilityId home;
    private People.Someone director;

    @BeforeEach
    void aNursingHome() {
        home = facility("Les Tilleuls");
        director = people.with(Role.DIRECTOR, home.node());
    }

    @Test
    void countsTheSurestPieceInDateAndWithinAGradeTheNewest() {
        record(value(400, Grade.MEASURED, days(300)));
        record(value(90, Grade.DOCUMENTED, days(20)));
        record(value(60, Grade.DOCUMENTED, days(10)));
        record(value(10, Grade.DECLARED, days(1)));

        var known = known();

        assertThat(known.counting().map(Evidence::value)).contains(BigDecimal.valueOf(60));
        assertThat(known.others()).extracting(Evidence::grade).containsExactly(Grade.MEASURED, Grade.DECLARED);
    }

    @Test
    void countsAMeasureBeforeWhateverWasSaidLater() {
        record(value(400, Grade.MEASURED, days(30)));
        record(value(10, Grade.DECLARED, days(1)));

        assertThat(known().counting().map(Evidence::grade)).contains(Grade.MEASURED);
    }

    @Test
    void believesAValueForAsLongAsItsIndicatorSays() {
        var piece = record(value(60, Grade.MEASURED, days(0)));

        assertThat(piece.validity().until()).isEqualTo(Instant.parse("2027-05-23T08:00:00Z"));
        assertThat(knownAt(piece.validity().until()).counting()).isEmpty();
    }

    @Test
    void recordsADoubleSubmitOnce() {
        var first = record(value(60, Grade.DECLARED, days(1)).once("form-1"));
        var second = record(value(60, Grade.DECLARED, days(1)).once("form-1"));

        assertThat(second).isEqualTo(first);
        assertThat(history()).hasSize(1);
        assertThat(events.stream(EvidenceRecorded.class)
                        .filter(it -> it.facility().equals(home)))
                .hasSize(1);
    }

    @Test
    void refusesAKeyThatNamesAnotherValue() {
        record(value(60, Grade.DECLARED, days(1)).once("form-1"));

        assertRefused(value(61, Grade.DECLARED, days(1)).once("form-1"), Problem.KEY_USED_OTHERWISE);
    }

    @Test
    void refusesWhatCannotBe() {
        assertRefused(value(4000, Grade.DECLARED, days(1)), Problem.OUT_OF_BOUNDS);
        assertRefused(value(3, Grade.DECLARED, days(-1)), Problem.IN_THE_FUTURE);
        assertRefused(value(3, Grade.DECLARED, days(1)).believedUntil(NOW.minus(days(2))), Problem.ALREADY_OVER);
        assertRefused(
                NewEvidence.of(home, new IndicatorId("no.such"), BigDecimal.ONE, Grade.DECLARED, NOW, TYPED),
                Problem.UNKNOWN_INDICATOR);
        assertThat(history()).isEmpty();
    }

    @Test
    void namesTheBoundsOfAValueItRefuses() {
        assertThatThrownBy(() -> record(value(-1, Grade.DECLARED, days(1))))
                .hasMessage("backup.days-since-restore-test must lie between 0 and 3650, not -1");
    }

    @Test
    void keepsAWithdrawnValueInTheHistoryWithTheReason() {
        var piece = record(value(60, Grade.MEASURED, days(1)));

        asDirector(() -> {
            hub.withdraw(home, piece.id(), "mesuré sur un autre site");
            return true;
        });

        assertThat(Actors.as(director.actor(), () -> hub.current(home, NOW))).isEmpty();
        assertThat(history()).singleElement().satisfies(it -> {
            assertThat(it.replaced().map(PastEvidence.Replaced::reason)).contains("mesuré sur un autre site");
            assertThat(it.replaced().flatMap(PastEvidence.Replaced::correction)).isEmpty();
        });
    }

    @Test
    void letsACorrectionTakeThePlaceOfWhatItCorrects() {
        var wrong = record(value(6, Grade.MEASURED, days(1)));
        record(value(60, Grade.MEASURED, days(2)).correcting(wrong.id(), "faute de frappe"));

        assertThat(known().counting().map(Evidence::value)).contains(BigDecimal.valueOf(60));
        assertRefused(value(61, Grade.MEASURED, days(2)).correcting(wrong.id(), "encore"), Problem.ALREADY_REPLACED);
        assertRefused(value(61, Grade.MEASURED, days(2)).correcting(wrong.id(), " "), Problem.REASON_MISSING);
    }

    @Test
    void neverLetsTheApplicationChangeOrEraseARow() {
        record(value(60, Grade.MEASURED, days(1)));

        assertThatThrownBy(() -> change("update evidence.evidence set value = 1"))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied");
        assertThatThrownBy(() -> change("delete from evidence.evidence"))
                .isInstanceOf(DataAccessException.class)
                .hasStackTraceContaining("permission denied");
    }

    @Test
    void showsAnotherEstablishmentNothing() {
        record(value(60, Grade.MEASURED, days(1)));
        var file = asDirector(() -> attachments.keep(home, "note.txt", bytes("essai réussi")));
        var stranger = people.with(Role.DIRECTOR, facility("Les Glycines").node());

        Actors.as(stranger.actor(), () -> {
            assertThat(hub.current(home, NOW)).isEmpty();
            assertThat(attachments.find(home, file.id())).isEmpty();
            assertThat(attachments.content(home, file.id())).isEmpty();
            return true;
        });
        assertThatThrownBy(() -> Actors.as(stranger.actor(), () -> hub.record(value(1, Grade.MEASURED, days(1)))))
                .hasStackTraceContaining("row-level security");
    }

    @Test
    void knowsManyEstablishmentsAtOnce() {
        var other = facility("Les Glycines");
        record(value(60, Grade.MEASURED, days(1)));

        var known = Actors.asInstallation(() -> hub.currentOf(List.of(home, other), NOW));

        assertThat(known.keySet()).containsExactly(home);
    }

    @Test
    void foreseesWhatWillNoLongerBeBelieved() {
        var piece = record(value(60, Grade.MEASURED, days(150)));
        record(NewEvidence.of(
                home, new IndicatorId("backup.restore-success"), BigDecimal.TEN, Grade.MEASURED, NOW, TYPED));

        var ending = asDirector(() -> hub.expiringBefore(List.of(home), NOW, NOW.plus(days(60))));

        assertThat(ending).containsExactly(piece);
    }

    @Test
    void keepsAFileOnceHoweverOftenItIsSent() {
        var first = asDirector(() -> attachments.keep(home, "C:\\rapports\\essai.txt", bytes("essai réussi")));
        var second = asDirector(() -> attachments.keep(home, "copie.txt", bytes("essai réussi")));

        assertThat(first.name()).isEqualTo("essai.txt");
        assertThat(second).isEqualTo(first);
        assertThat(asDirector(() -> attachments.content(home, first.id()))).contains(bytes("essai réussi"));
    }

    @Test
    void refusesAProofThatBelongsToAnotherEstablishment() {
        var foreign = Actors.asInstallation(
                () -> attachments.keep(facility("Les Glycines"), "note.txt", bytes("essai réussi")));

        assertRefused(value(60, Grade.DOCUMENTED, days(1)).provenBy(foreign.id()), Problem.UNKNOWN_PROOF);
    }

    @Test
    void tellsTheEngineWhatEachTopicIsProvenBy() {
        record(value(60, Grade.MEASURED, days(1)));

        var told = asDirector(() -> proofs.of(home, NOW));

        assertThat(told)
                .filteredOn(it -> it.indicator().equals(RESTORE_TEST.value()))
                .isNotEmpty()
                .allSatisfy(it -> {
                    assertThat(it.attainment()).isEqualTo(Attainment.FULL);
                    assertThat(it.grade()).isEqualTo(Grade.MEASURED);
                    assertThat(it.reference()).isEqualTo("saisie");
                });
    }

    @Test
    void tellsTheEngineWhatADocumentShowsOfAnAnswer() {
        var topic = new TopicId("bak.offline");
        record(NewEvidence.of(
                home,
                IndicatorId.ofAnswer(topic),
                BigDecimal.TWO,
                Grade.DOCUMENTED,
                NOW,
                new Source(Source.Kind.QUESTION, "essentiel.bak.offline")));

        var told = asDirector(() -> proofs.of(home, NOW));

        assertThat(told)
                .singleElement()
                .extracting(Proof::topic, Proof::attainment)
                .containsExactly(topic, new Attainment(2));
    }

    private Evidence record(NewEvidence given) {
        return asDirector(() -> hub.record(given));
    }

    private Indication known() {
        return knownAt(NOW);
    }

    private Indication knownAt(Instant moment) {
        return asDirector(() -> hub.current(home, moment)).getFirst();
    }

    private List<PastEvidence> history() {
        return asDirector(() -> hub.history(home, RESTORE_TEST));
    }

    private void change(String statement) {
        Actors.asInstallation(
                () -> transaction.execute(_ -> database.sql(statement).update()));
    }

    private void assertRefused(NewEvidence given, Problem problem) {
        assertThatThrownBy(() -> record(given))
                .isInstanceOfSatisfying(
                        EvidenceRefused.class, it -> assertThat(it.problem()).isEqualTo(problem));
    }

    private <T> T asDirector(ScopedValue.CallableOp<T, RuntimeException> work) {
        return Actors.as(director.actor(), work);
    }

    private NewEvidence value(int days, Grade grade, Duration ago) {
        return NewEvidence.of(home, RESTORE_TEST, BigDecimal.valueOf(days), grade, NOW.minus(ago), TYPED);
    }

    private FacilityId facility(String name) {
        return Actors.asInstallation(() -> {
            var region = facilities.registerRegion("53", "Bretagne");
            return facilities.registerSite(
                    region, FacilityDetails.of(name, Optional.empty(), "500", FacilityKind.ESMS, 80));
        });
    }

    private static Duration days(int count) {
        return Duration.ofDays(count);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
