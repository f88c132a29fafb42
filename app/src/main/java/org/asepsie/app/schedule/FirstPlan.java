package org.asepsie.app.schedule;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.asepsie.app.facility.FacilityKind;
import org.asepsie.app.knowledge.Catalogues;
import org.asepsie.app.plan.Quarter;
import org.asepsie.engine.maturity.Dossier;
import org.asepsie.engine.plan.Effort;
import org.asepsie.engine.plan.Horizon;
import org.asepsie.engine.plan.Plan;
import org.asepsie.engine.plan.Planner;
import org.asepsie.engine.plan.Request;
import org.asepsie.knowledge.Audience;
import org.asepsie.knowledge.Catalogue;
import org.asepsie.knowledge.diagnosis.Planning;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Makes one plan for nobody when the product has started, so that the first person who asks for theirs does not
/// wait for the solver's library to be unpacked and loaded and for the search to be compiled: that took two of the
/// three seconds of processor time of the first plan.
///
/// It is made beside everything else, from the knowledge alone, and thrown away. While the start is rehearsed for
/// the ahead-of-time cache it is made before the rehearsal ends, so that the cache knows its classes.
@Component
class FirstPlan {
    private static final Logger LOG = LoggerFactory.getLogger(FirstPlan.class);

    private final Catalogues catalogues;
    private final Clock clock;
    private final boolean rehearsal;

    FirstPlan(Catalogues catalogues, Clock clock, @Value("${asepsie.rehearsal:false}") boolean rehearsal) {
        this.catalogues = catalogues;
        this.clock = clock;
        this.rehearsal = rehearsal;
    }

    @EventListener
    @Order(Ordered.HIGHEST_PRECEDENCE)
    void ready(ApplicationReadyEvent event) {
        // without a web server nobody will ask
        if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            if (rehearsal) {
                make();
            } else {
                Thread.ofPlatform()
                        .daemon()
                        .name("first plan, for nobody")
                        .priority(Thread.MIN_PRIORITY)
                        .start(this::make);
            }
        }
    }

    private void make() {
        try {
            of(catalogues.bundled(), clock.instant());
        } catch (RuntimeException | LinkageError broken) {
            LOG.warn("No plan could be made ahead of the first person who asks for one: theirs takes longer", broken);
        }
    }

    /// The plan of a nursing home of the usual size that has answered nothing.
    static Plan of(Catalogue catalogue, Instant now) {
        var family = Bases.family(FacilityKind.ESMS);
        var framework = catalogue.frameworks().stream()
                .filter(it -> it.presentation().audience().contains(Audience.ESMS))
                .findFirst()
                .orElseThrow();
        var situation = Planning.situation(
                catalogue,
                framework,
                Planning.outlook(framework, Optional.empty(), Dossier.EMPTY, now),
                new Planning.Establishment(family, Bases.USUAL_PLACES),
                Set.of(),
                Map.of());
        var means = OwnMeans.usual(catalogue.surroundings().planning(), family, Bases.USUAL_PLACES);
        var today = Basis.day(now);
        var start = Quarter.of(today);
        var request = new Request(situation, Horizon.THREE_YEARS, means.from(start, start.leftOn(today)), List.of());
        return new Planner(Effort.PROMPT).orElseThrow(request);
    }
}
