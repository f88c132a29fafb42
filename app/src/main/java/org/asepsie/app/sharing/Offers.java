package org.asepsie.app.sharing;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Audit;
import org.asepsie.app.access.NodeId;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.plan.ActionId;
import org.asepsie.knowledge.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Offers of an adviser to several sites, and what the sites answer. An answer changes no plan: the site retains
/// the action itself.
@Service
public class Offers {
    private final OfferStore store;
    private final Audit audit;
    private final Clock clock;

    Offers(OfferStore store, Audit audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /// @param node the place whose adviser makes it, above all the sites
    @Transactional
    public OfferId propose(
            NodeId node, ActionId action, Text title, String words, Optional<LocalDate> day, List<FacilityId> sites) {
        var said = words.strip().length() <= Offer.LONGEST
                ? words.strip()
                : words.strip().substring(0, Offer.LONGEST);
        var offer = new Offer(
                new OfferId(UUID.randomUUID()),
                node,
                action,
                title,
                said,
                day,
                Actors.current().name(),
                clock.instant());
        store.add(offer, sites.stream().distinct().toList());
        audit.record("sharing.action.offered", Optional.of(node), title.fr(), Integer.toString(sites.size()));
        return offer.id();
    }

    @Transactional
    public void answer(OfferId offer, FacilityId facility, Offer.Answer answer, String note) {
        var said = note.strip().length() <= Offer.LONGEST
                ? note.strip()
                : note.strip().substring(0, Offer.LONGEST);
        store.answer(offer, facility, answer, said, Actors.current().name(), clock.instant());
        audit.record(
                "sharing.action.answered",
                Optional.of(facility.node()),
                store.find(offer).map(it -> it.title().fr()).orElse(""),
                answer.code());
    }

    /// Takes the offer back: the sites no longer read it.
    @Transactional
    public void end(OfferId offer) {
        store.end(offer, clock.instant());
    }

    @Transactional(readOnly = true)
    public Optional<Offer> find(OfferId offer) {
        return store.find(offer);
    }

    /// Those the actor sees: of their region, or made to their site.
    @Transactional(readOnly = true)
    public List<Offer> open() {
        return store.open();
    }

    @Transactional(readOnly = true)
    public List<Offer.Reply> replies(OfferId offer) {
        return store.replies(offer);
    }
}
