package org.asepsie.app.evidence.web;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Permission;
import org.asepsie.app.evidence.Evidence;
import org.asepsie.app.evidence.EvidenceHub;
import org.asepsie.app.evidence.EvidenceId;
import org.asepsie.app.evidence.IndicatorId;
import org.asepsie.app.evidence.web.IndicatorScreen.Refusal;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.knowledge.Catalogues;
import org.asepsie.engine.maturity.Grade;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Gathers what the page of one indicator shows, and what its reader may do there.
@Component
@Transactional(readOnly = true)
class IndicatorPage {
    private final Inspector inspector;
    private final EvidenceHub hub;
    private final Facilities facilities;
    private final Catalogues catalogues;
    private final Clock clock;

    IndicatorPage(Inspector inspector, EvidenceHub hub, Facilities facilities, Catalogues catalogues, Clock clock) {
        this.inspector = inspector;
        this.hub = hub;
        this.facilities = facilities;
        this.catalogues = catalogues;
        this.clock = clock;
    }

    /// Empty when nobody knows such an indicator.
    Optional<IndicatorScreen> of(
            FacilityId facility, IndicatorId indicator, Optional<EvidenceForm> form, List<Refusal> refusals) {
        var history = hub.history(facility, indicator);
        var known = inspector.all(facility).stream()
                .filter(it -> it.id().equals(indicator))
                .findFirst()
                .or(() -> catalogues.current().indicator(indicator.value()).map(KnownIndicator::unknown));
        if (known.isEmpty() && history.isEmpty()) {
            return Optional.empty();
        }
        var shown = known.orElseGet(() -> new KnownIndicator(
                indicator,
                Optional.empty(),
                Optional.empty(),
                KnownIndicator.State.UNKNOWN,
                Optional.empty(),
                Optional.empty()));
        var grades = shown.described().isEmpty() ? List.<Grade>of() : gradesFor(facility);
        var today =
                LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris")).toString();
        var preset = grades.size() == 1 ? EvidenceWords.code(grades.getFirst()) : "";
        return Optional.of(new IndicatorScreen(
                facility,
                shown,
                history,
                counting(shown),
                inspector.files(facility),
                grades,
                history.stream()
                        .filter(it -> it.replaced().isEmpty())
                        .filter(it -> mayWithdraw(facility, it.evidence().grade()))
                        .map(it -> it.evidence().id())
                        .toList(),
                form.orElseGet(() -> EvidenceForm.blank(today, preset)),
                refusals));
    }

    /// Who runs the place says and shows documents; a third party says what it saw. Nobody types a measurement.
    List<Grade> gradesFor(FacilityId facility) {
        var grades = new ArrayList<Grade>();
        if (may(facility, Permission.STEER)) {
            grades.add(Grade.DECLARED);
            grades.add(Grade.DOCUMENTED);
        }
        if (may(facility, Permission.OBSERVE)) {
            grades.add(Grade.OBSERVED);
        }
        return grades;
    }

    /// An establishment takes back its own word, not what a third party saw or a tool measured.
    private boolean mayWithdraw(FacilityId facility, Grade grade) {
        return grade.standsAlone()
                ? may(facility, Permission.OBSERVE)
                : may(facility, Permission.STEER) || may(facility, Permission.OBSERVE);
    }

    private boolean may(FacilityId facility, Permission permission) {
        return Actors.current().may(permission, facilities.get(facility).path());
    }

    private static Optional<EvidenceId> counting(KnownIndicator shown) {
        return shown.state() == KnownIndicator.State.EXPIRED
                ? Optional.empty()
                : shown.piece().map(Evidence::id);
    }
}
