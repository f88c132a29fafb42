package org.asepsie.app.network.web;

import java.util.Optional;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.facility.Keeping;
import org.asepsie.app.facility.Kept;
import org.asepsie.app.network.Configurations;
import org.asepsie.app.network.FlowLogs;
import org.asepsie.app.network.Intake;
import org.asepsie.app.network.Intakes;
import org.asepsie.app.network.Measured;
import org.asepsie.app.network.NetworkRefused;
import org.asepsie.app.network.SeenFlows;
import org.asepsie.app.network.ServiceSpan;
import org.asepsie.app.network.Studies;
import org.asepsie.app.network.Study;
import org.asepsie.app.network.ToPlan;
import org.asepsie.app.network.ZonePlan;
import org.asepsie.app.network.ZonePlans;
import org.asepsie.app.network.web.NetworkScreen.Ready;
import org.asepsie.app.network.web.NetworkScreen.Step;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Puts together what the pages of a network show.
@Component
@Transactional(readOnly = true)
class NetworkPages {
    private static final int SOON_DAYS = 30;

    /// Screens of a few hundred kB at most.
    private static final int KEPT = 60;

    private final Studies studies;
    private final ZonePlans plans;
    private final Configurations configurations;
    private final FlowLogs logs;
    private final Intakes intakes;
    private final Measured measured;
    private final ToPlan toPlan;
    private final Kept<String, NetworkScreen> overviews;

    NetworkPages(
            Studies studies,
            ZonePlans plans,
            Configurations configurations,
            FlowLogs logs,
            Intakes intakes,
            Measured measured,
            ToPlan toPlan,
            Keeping keeping) {
        this.studies = studies;
        this.plans = plans;
        this.configurations = configurations;
        this.logs = logs;
        this.intakes = intakes;
        this.measured = measured;
        this.toPlan = toPlan;
        this.overviews = keeping.atMost(KEPT);
    }

    NetworkScreen overview(FacilityId facility, String service) {
        return overviews.of(facility, service.strip(), () -> made(facility, service));
    }

    private NetworkScreen made(FacilityId facility, String service) {
        var plan = plans.current(facility).plan();
        var files = configurations.inUse(facility);
        var study = files.isEmpty() ? Optional.<Study>empty() : studies.latest(facility);
        var asked = service.isBlank() ? Optional.<String>empty() : ServiceSpan.asked(service);
        return new NetworkScreen(
                facility,
                studies.model(),
                plan,
                step(plan, files.isEmpty()),
                study.map(it -> ready(facility, it, plan, asked)),
                service.isBlank() || asked.isPresent() ? "" : service.strip());
    }

    private static Step step(ZonePlan plan, boolean noFile) {
        if (plan.zones().isEmpty()) {
            return Step.ZONES;
        }
        if (plan.zones().stream().filter(ZonePlan.PlannedZone::placed).count() < 2) {
            return Step.ADDRESSES;
        }
        return noFile ? Step.FILES : Step.NOTHING;
    }

    private Ready ready(FacilityId facility, Study study, ZonePlan plan, Optional<String> service) {
        var seen = logs.seen(facility, plan);
        var today = studies.today();
        var temporary =
                plan.flows().stream().filter(it -> it.until().isPresent()).toList();
        return new Ready(
                study,
                MatrixView.of(study, studies, seen, service),
                service.orElse(""),
                seen,
                configurations.inUse(facility),
                temporary.stream().filter(it -> !it.holdsOn(today)).toList(),
                temporary.stream()
                        .filter(it -> it.holdsOn(today) && !it.holdsOn(today.plusDays(SOON_DAYS)))
                        .toList(),
                measured.of(facility));
    }

    /// @throws NoSuchCell if the last examination does not know both zones
    CellScreen cell(FacilityId facility, String from, String to) {
        var study = studies.latest(facility).orElseThrow(() -> new NoSuchCell(from, to));
        var zones = study.document().zones().stream().map(it -> it.name()).toList();
        if (!zones.contains(from) || !zones.contains(to) || from.equals(to)) {
            throw new NoSuchCell(from, to);
        }
        var version = plans.current(facility);
        SeenFlows seen = logs.seen(facility, version.plan());
        return new CellScreen(
                facility,
                studies.model(),
                study,
                version,
                MatrixView.shown(study, studies, seen, from, to, Optional.empty()),
                study.cell(from, to),
                study.document().violations().stream()
                        .filter(it -> it.from().equals(from) && it.to().equals(to))
                        .toList(),
                studies.declared(study, from, to),
                seen.between(from, to),
                seen.pair(from, to),
                seen,
                toPlan.remedy(study.content().plan(), from, to));
    }

    DetailsScreen details(FacilityId facility) {
        var study = studies.latest(facility).orElseThrow(() -> new NoSuchCell("", ""));
        var seen = logs.seen(facility, plans.current(facility).plan());
        return new DetailsScreen(
                facility, studies.model(), study, seen, NeverSeen.of(study, seen), configurations.inUse(facility));
    }

    FilesScreen files(FacilityId facility, Optional<NetworkRefused> refused) {
        var plan = plans.current(facility).plan();
        return new FilesScreen(
                facility,
                studies.model(),
                plan,
                configurations.inUse(facility),
                logs.inUse(facility),
                logs.outdated(facility),
                intakes.underWay(facility),
                refused);
    }

    IntakeScreen intake(Intake intake, Intake.State state, String next) {
        return new IntakeScreen(
                studies.model(), plans.current(intake.facility()).plan(), intake, state, next);
    }
}
