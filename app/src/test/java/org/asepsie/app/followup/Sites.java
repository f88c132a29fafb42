package org.asepsie.app.followup;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.NodeId;
import org.asepsie.app.assessment.Diagnosis;
import org.asepsie.app.evidence.EvidenceHub;
import org.asepsie.app.evidence.IndicatorId;
import org.asepsie.app.evidence.NewEvidence;
import org.asepsie.app.evidence.Source;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.FacilityDetails;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.facility.FacilityKind;
import org.asepsie.app.facility.LegalEntity;
import org.asepsie.app.knowledge.Catalogues;
import org.asepsie.app.plan.Action;
import org.asepsie.app.plan.ActionId;
import org.asepsie.app.plan.Plan;
import org.asepsie.app.plan.Plans;
import org.asepsie.engine.maturity.Attainment;
import org.asepsie.engine.maturity.Grade;
import org.asepsie.engine.maturity.Statement;
import org.springframework.boot.test.context.TestComponent;

/// Makes nursing homes that have nothing in place yet, with plans to follow.
@TestComponent
public class Sites {
    public static final ActionId BACKUP = ActionId.of("do.bak-regular");
    public static final ActionId OFFLINE = ActionId.of("do.bak-offline");
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final Facilities facilities;
    private final Diagnosis diagnosis;
    private final Catalogues catalogues;
    private final EvidenceHub evidence;
    private final Plans plans;
    private final Clock clock;

    Sites(
            Facilities facilities,
            Diagnosis diagnosis,
            Catalogues catalogues,
            EvidenceHub evidence,
            Plans plans,
            Clock clock) {
        this.facilities = facilities;
        this.diagnosis = diagnosis;
        this.catalogues = catalogues;
        this.evidence = evidence;
        this.plans = plans;
        this.clock = clock;
    }

    /// A region of its own for the test that asks.
    public NodeId region() {
        return Actors.asInstallation(() ->
                facilities.registerRegion("F" + UUID.randomUUID().toString().substring(0, 8), "Région"));
    }

    public NodeId association(NodeId region) {
        return Actors.asInstallation(
                () -> facilities.registerEntity(region, LegalEntity.named("Association " + NUMBERS.incrementAndGet())));
    }

    /// A home that answered "nothing in place" to every question.
    public FacilityId home(NodeId parent) {
        return Actors.asInstallation(() -> {
            var home = facilities.registerSite(
                    parent,
                    FacilityDetails.of(
                            "Maison " + NUMBERS.incrementAndGet(), Optional.empty(), "500", FacilityKind.ESMS, 80));
            catalogues
                    .current()
                    .framework("essentiel-esms")
                    .orElseThrow()
                    .questions()
                    .forEach(it -> diagnosis.record(
                            home,
                            it.id(),
                            new Statement.Said(new Attainment(0)),
                            "",
                            clock.instant(),
                            UUID.randomUUID()));
            return home;
        });
    }

    /// Backed up so many days ago, as the back-up console measures it.
    public void backedUp(FacilityId home, int days) {
        Actors.asInstallation(() -> evidence.record(NewEvidence.of(
                home,
                new IndicatorId("backup.days-since-backup"),
                java.math.BigDecimal.valueOf(days),
                Grade.MEASURED,
                clock.instant(),
                new Source(Source.Kind.COLLECTION, "Console"))));
    }

    public Plan plan(FacilityId home) {
        return Actors.asInstallation(() -> plans.of(home));
    }

    public Action action(FacilityId home, ActionId id) {
        return Actors.asInstallation(() -> plans.action(home, id));
    }
}
