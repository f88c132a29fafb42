package org.asepsie.app.plan;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.asepsie.app.access.Actors;
import org.asepsie.app.assessment.Diagnosis;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.FacilityDetails;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.facility.FacilityKind;
import org.asepsie.app.knowledge.Catalogues;
import org.asepsie.engine.maturity.Attainment;
import org.asepsie.engine.maturity.QuestionId;
import org.asepsie.engine.maturity.Statement;
import org.asepsie.engine.maturity.TopicId;
import org.springframework.boot.test.context.TestComponent;

/// Makes facilities that have answered, for the tests of plans.
@TestComponent
class Homes {
    static final String ESSENTIAL = "essentiel-esms";
    static final String HOSPITAL = "plan-attaque-hospitalier";
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Facilities facilities;
    private final Diagnosis diagnosis;
    private final Catalogues catalogues;
    private final Clock clock;

    Homes(Facilities facilities, Diagnosis diagnosis, Catalogues catalogues, Clock clock) {
        this.facilities = facilities;
        this.diagnosis = diagnosis;
        this.catalogues = catalogues;
        this.clock = clock;
    }

    FacilityId home() {
        return facility(FacilityKind.ESMS, 80);
    }

    FacilityId facility(FacilityKind kind, int places) {
        return Actors.asInstallation(() -> {
            var region = facilities.registerRegion("53", "Bretagne");
            return facilities.registerSite(
                    region,
                    FacilityDetails.of(
                            "Résidence " + NUMBERS.incrementAndGet(), Optional.empty(), "500", kind, places));
        });
    }

    static Statement said(int attainment) {
        return new Statement.Said(new Attainment(attainment));
    }

    /// Gives one answer to every question of a framework.
    FacilityId answering(FacilityId facility, String framework, Statement statement) {
        catalogues
                .current()
                .framework(framework)
                .orElseThrow()
                .questions()
                .forEach(it -> record(facility, it.id(), statement));
        return facility;
    }

    void answer(FacilityId facility, String framework, String topic, Statement statement) {
        var question = catalogues
                .current()
                .framework(framework)
                .orElseThrow()
                .on(new TopicId(topic))
                .orElseThrow();
        record(facility, question.id(), statement);
    }

    private void record(FacilityId facility, QuestionId question, Statement statement) {
        Actors.asInstallation(
                () -> diagnosis.record(facility, question, statement, "", clock.instant(), UUID.randomUUID()));
    }
}
