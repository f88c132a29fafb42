package org.asepsie.app.assessment;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.stream.Gatherers;
import org.asepsie.app.access.Actors;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.Facility;
import org.asepsie.engine.maturity.Dossier;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Computes again where facilities stand, for those who look at many at once.
///
/// The walk over the whole country goes by pages of [#PAGE] facilities, each read with a handful of queries and
/// written with one, in a transaction of its own: answers and evidence of two pages at most are in memory, an
/// interrupted walk has lost nothing, and two walks at once only do the work twice. While the database works
/// for one page the other is scored.
@Service
public class Recomputation {
    static final int PAGE = 500;

    private final Facilities facilities;
    private final Dossiers dossiers;
    private final Questionnaires questionnaires;
    private final StandingStore standings;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Recomputation(
            Facilities facilities,
            Dossiers dossiers,
            Questionnaires questionnaires,
            StandingStore standings,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.facilities = facilities;
        this.dossiers = dossiers;
        this.questionnaires = questionnaires;
        this.standings = standings;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
        this.clock = clock;
    }

    /// @param facilities how many were looked at
    /// @param results how many results were written
    public record Walked(int facilities, int results) {}

    /// Every open facility of the installation, by every questionnaire that concerns it and of which something is
    /// known.
    public Walked everywhere() {
        return Actors.asInstallation(() -> {
            var walked = walk();
            events.publishEvent(new StandingsRecomputed(clock.instant()));
            return walked;
        });
    }

    private Walked walk() {
        var now = clock.instant();
        var all = Actors.asInstallation(facilities::visible);
        var results = all.stream()
                .gather(Gatherers.windowFixed(PAGE))
                .gather(Gatherers.mapConcurrent(
                        2, page -> Actors.asInstallation(() -> transaction.execute(_ -> of(page, now)))))
                .mapToInt(Integer::intValue)
                .sum();
        return new Walked(all.size(), results);
    }

    /// These facilities, within the caller's transaction and sight.
    ///
    /// @return how many results were written
    Integer of(Collection<Facility> members, Instant now) {
        var rows = new ArrayList<StandingStore.Row>();
        var known = dossiers.of(members.stream().map(Facility::id).toList(), now);
        var measuring = questionnaires.measuring(known.keySet());
        for (var facility : members) {
            var dossier = known.getOrDefault(facility.id(), Dossier.EMPTY);
            for (var questionnaire : measuring.of(facility)) {
                if (questionnaire.touches(dossier)) {
                    rows.add(new StandingStore.Row(
                            facility.id(), questionnaire.assessor().assess(dossier, now)));
                }
            }
        }
        standings.put(rows);
        return rows.size();
    }
}
