package org.asepsie.app.assessment;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.asepsie.app.access.Actors;
import org.asepsie.app.facility.FacilityId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Computes again where facilities stand, for those who look at many at once.
///
/// The walk over the whole country goes by pages of [#PAGE] facilities, each read with a handful of queries and written
/// in a transaction of its own: memory stays that of one page, an interrupted walk has lost nothing, and two walks at
/// once only do the work twice.
@Service
public class Recomputation {
    static final int PAGE = 500;
    private static final UUID FIRST = new UUID(0, 0);

    private final Dossiers dossiers;
    private final Questionnaires questionnaires;
    private final StandingStore standings;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Recomputation(
            Dossiers dossiers,
            Questionnaires questionnaires,
            StandingStore standings,
            PlatformTransactionManager transactions,
            ApplicationEventPublisher events,
            Clock clock) {
        this.dossiers = dossiers;
        this.questionnaires = questionnaires;
        this.standings = standings;
        this.transaction = new TransactionTemplate(transactions);
        this.events = events;
        this.clock = clock;
    }

    /// @param facilities how many were looked at
    /// @param results how many results were written
    public record Walked(int facilities, int results) {
        Walked plus(Walked other) {
            return new Walked(facilities + other.facilities, results + other.results);
        }
    }

    /// Every facility of the installation, by every framework of which something is known.
    public Walked everywhere() {
        return Actors.asInstallation(() -> {
            var walked = walk();
            events.publishEvent(new StandingsRecomputed(clock.instant()));
            return walked;
        });
    }

    private Walked walk() {
        var now = clock.instant();
        var total = new Walked(0, 0);
        var after = FIRST;
        while (true) {
            var last = after;
            var page = transaction.execute(_ -> standings.facilitiesAfter(last, PAGE));
            if (page == null || page.isEmpty()) {
                return total;
            }
            total = total.plus(new Walked(page.size(), inATransaction(page, now)));
            after = page.getLast().value();
        }
    }

    private int inATransaction(List<FacilityId> page, Instant now) {
        var written = transaction.execute(_ -> of(page, now));
        return written == null ? 0 : written;
    }

    /// These facilities, within the caller's transaction and sight.
    int of(Collection<FacilityId> facilities, Instant now) {
        var rows = new ArrayList<StandingStore.Row>();
        var measured = questionnaires.measuring(facilities);
        dossiers.of(facilities, now).forEach((facility, dossier) -> {
            for (var questionnaire : measured.of(facility)) {
                if (questionnaire.touches(dossier)) {
                    rows.add(new StandingStore.Row(
                            facility, questionnaire.assessor().assess(dossier, now)));
                }
            }
        });
        standings.put(rows);
        return rows.size();
    }
}
