package org.asepsie.app.assessment;

import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.asepsie.app.access.Actor;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.NodeId;
import org.asepsie.app.access.People;
import org.asepsie.app.access.Role;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.FacilityDetails;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.facility.FacilityKind;
import org.asepsie.engine.maturity.Attainment;
import org.asepsie.engine.maturity.QuestionId;
import org.asepsie.engine.maturity.Statement;
import org.asepsie.engine.maturity.TopicId;
import org.springframework.boot.test.context.TestComponent;

/// Nursing homes with people in them, and the answers those people give.
@TestComponent
public class Homes {
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Facilities facilities;
    private final People people;
    private final Diagnosis diagnosis;
    private final Questionnaires questionnaires;

    Homes(Facilities facilities, People people, Diagnosis diagnosis, Questionnaires questionnaires) {
        this.facilities = facilities;
        this.people = people;
        this.diagnosis = diagnosis;
        this.questionnaires = questionnaires;
    }

    public record Home(FacilityId id, NodeId region, People.Someone director) {
        public Actor actor() {
            return director.actor();
        }
    }

    public Home home() {
        var region = Actors.asInstallation(
                () -> facilities.registerRegion("T" + NUMBERS.incrementAndGet(), "Région fictive"));
        return homeIn(region);
    }

    public Home homeIn(NodeId region) {
        var id = Actors.asInstallation(() -> facilities.registerSite(
                region,
                FacilityDetails.of(
                        "Maison fictive " + NUMBERS.incrementAndGet(),
                        Optional.empty(),
                        "500",
                        FacilityKind.ESMS,
                        80)));
        return new Home(id, region, people.with(Role.DIRECTOR, id.node()));
    }

    public People.Someone someone(Home home, Role role) {
        return people.with(
                role, role == Role.REGIONAL_ADVISER ? home.region() : home.id().node());
    }

    /// The form of a question as a page opened now would send it.
    public Given given(Home home, String question, Statement statement) {
        return Actors.as(home.actor(), () -> {
            var asked = questionnaires.asked(home.id(), new QuestionId(question));
            var basis = diagnosis.answers(home.id()).get(asked.question().topic());
            return new Given(
                    asked.question().id(),
                    statement,
                    "",
                    basis == null ? Answer.Turn.NONE : basis.turn(),
                    Fingerprint.of(asked.question()),
                    asked.questionnaire().framework().version().number(),
                    UUID.randomUUID());
        });
    }

    public Reception answer(Home home, String question, int attainment) {
        return Actors.as(home.actor(), () -> diagnosis.give(home.id(), given(home, question, said(attainment))));
    }

    /// What counts now on a topic that was answered.
    public Answer answerOn(Home home, TopicId topic) {
        return Objects.requireNonNull(
                Actors.as(home.actor(), () -> diagnosis.answers(home.id())).get(topic), topic::value);
    }

    public static Statement said(int attainment) {
        return new Statement.Said(new Attainment(attainment));
    }
}
