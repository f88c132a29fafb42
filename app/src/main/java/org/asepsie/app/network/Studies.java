package org.asepsie.app.network;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.asepsie.app.access.Actors;
import org.asepsie.app.evidence.EvidenceHub;
import org.asepsie.app.evidence.IndicatorId;
import org.asepsie.app.evidence.NewEvidence;
import org.asepsie.app.evidence.Source;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.knowledge.Catalogues;
import org.asepsie.engine.maturity.Grade;
import org.asepsie.knowledge.NetworkModel;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Examines networks: zones, configurations and logs together. Each examination that has a new basis is kept, compared
/// with the one before, and leaves its measured values as evidence.
@Service
public class Studies {
    static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    /// What people wrote down, not what was read from a device.
    private static final String NOTED = "network.expired-openings";

    private final StudyStore store;
    private final ConfigurationStore configurations;
    private final FlowLogs logs;
    private final ZonePlans plans;
    private final Examination examination;
    private final Catalogues catalogues;
    private final EvidenceHub evidence;
    private final Clock clock;

    Studies(
            StudyStore store,
            ConfigurationStore configurations,
            FlowLogs logs,
            ZonePlans plans,
            Examination examination,
            Catalogues catalogues,
            EvidenceHub evidence,
            Clock clock) {
        this.store = store;
        this.configurations = configurations;
        this.logs = logs;
        this.plans = plans;
        this.examination = examination;
        this.catalogues = catalogues;
        this.evidence = evidence;
        this.clock = clock;
    }

    public NetworkModel model() {
        return catalogues.current().surroundings().networkModel();
    }

    /// The last examination, whether or not something changed since.
    @Transactional(readOnly = true)
    public Optional<Study> latest(FacilityId facility) {
        return store.newest(facility, 1).stream().map(StudyStore.Kept::study).findFirst();
    }

    /// Examines again if anything changed: zones, configurations, logs, or an opening that ended.
    ///
    /// @return empty while there is no configuration, or fewer than two zones with a place
    /// @throws NetworkRefused if the rules cannot be judged
    @Transactional
    public Optional<Study> renew(FacilityId facility) {
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, FRANCE);
        var version = plans.current(facility);
        var files = configurations.inUse(facility);
        if (files.isEmpty() || ZoneSpaces.of(version.plan()).size() < 2) {
            return Optional.empty();
        }
        var basis = basis(version, files, logs.inUse(facility), today);
        var before = store.newest(facility, 1).stream().findFirst();
        if (before.filter(it -> it.basis().equals(basis)).isPresent()) {
            return before.map(StudyStore.Kept::study);
        }
        var found = examination.of(version.plan(), files, configurations.policies(facility), today);
        var changes = Examination.changes(before.map(StudyStore.Kept::study), found, today);
        var content = new Study.Content(found.document(), found.plan(), found.devices(), found.wide(), changes);
        var study = new Study(UUID.randomUUID(), now, Actors.current().name(), content);
        store.add(facility, study, basis);
        leave(facility, study, logs.seen(facility, version.plan()), today);
        return Optional.of(study);
    }

    private static String basis(
            ZonePlans.Version version, List<Configuration> files, List<ReadLog> logs, LocalDate today) {
        var ended =
                version.plan().flows().stream().filter(it -> !it.holdsOn(today)).count();
        return "zones %d, files %s, logs %s, ended %d"
                .formatted(
                        version.number(),
                        files.stream().map(it -> it.id().toString()).sorted().collect(Collectors.joining(" ")),
                        logs.stream().map(it -> it.id().toString()).sorted().collect(Collectors.joining(" ")),
                        ended);
    }

    private void leave(FacilityId facility, Study study, SeenFlows seen, LocalDate today) {
        var files = study.document().files().stream()
                .map(it -> it.file())
                .distinct()
                .collect(Collectors.joining(", "));
        var source = new Source(Source.Kind.COLLECTION, shortened(files));
        new Facts(model(), study.content(), seen, today)
                .values()
                .forEach((indicator, value) -> evidence.record(NewEvidence.of(
                                facility,
                                new IndicatorId(indicator),
                                value,
                                indicator.equals(NOTED) ? Grade.DOCUMENTED : Grade.MEASURED,
                                observed(study.at()),
                                source)
                        .once("network:" + study.id() + ":" + indicator)));
    }

    private static Instant observed(Instant at) {
        return at.truncatedTo(java.time.temporal.ChronoUnit.MICROS);
    }

    private static String shortened(String files) {
        return files.length() <= 200 ? files : files.substring(0, 200) + "…";
    }

    /// The last examination as docs/schemas/network.schema.json describes it.
    @Transactional(readOnly = true)
    public Optional<String> json(FacilityId facility) {
        return latest(facility).map(it -> NetworkJson.write(it.document()));
    }

    /// What is declared between two zones of a study today: also by lines that speak of every zone.
    public List<ZonePlan.AllowedFlow> declared(Study study, String from, String to) {
        return Examination.allowed(study.content(), from, to, today());
    }

    /// The day it is for people in France.
    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), FRANCE);
    }
}
