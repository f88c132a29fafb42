package org.asepsie.app.demo;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.access.Accounts;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Grant;
import org.asepsie.app.access.NodeId;
import org.asepsie.app.demo.Cast.House;
import org.asepsie.app.demo.Cast.Player;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.knowledge.Catalogues;
import org.asepsie.app.plan.ActionId;
import org.asepsie.app.plan.Status;
import org.asepsie.app.sharing.Offer;
import org.asepsie.app.sharing.Offers;
import org.asepsie.app.sharing.SharedAction;
import org.asepsie.app.sharing.SharedActions;
import org.asepsie.engine.maturity.MeasureId;
import org.springframework.stereotype.Component;

/// What the houses do together: the association decides one action for all of its own, and the adviser offers a
/// campaign to those who need a restore test.
@Component
class Campaigns {
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final ActionId CLAUSES = ActionId.of("do.sup-clauses");
    private static final ActionId RESTORE_TEST = ActionId.of("do.bak-restore-test");

    private final SharedActions shared;
    private final Offers offers;
    private final Accounts accounts;
    private final Catalogues catalogues;
    private final Clock clock;

    Campaigns(SharedActions shared, Offers offers, Accounts accounts, Catalogues catalogues, Clock clock) {
        this.shared = shared;
        this.offers = offers;
        this.accounts = accounts;
        this.catalogues = catalogues;
        this.clock = clock;
    }

    void tell(Stage.Set set) {
        speaking(
                set,
                Player.ASSOCIATION_DIRECTOR,
                place -> shared.begin(
                        place,
                        CLAUSES,
                        ids(set, Cast.NURSING_HOME, Cast.CARE_HOME, Cast.CHILDREN, Cast.SERVICE, Cast.LIVING),
                        new SharedAction.Terms(Status.PLANNED, "Direction générale", in(75)),
                        UUID.nameUUIDFromBytes("demo clauses".getBytes(StandardCharsets.UTF_8))));
        var title = catalogues
                .current()
                .measure(new MeasureId(RESTORE_TEST.subject()))
                .orElseThrow()
                .title();
        var offer = speaking(
                set,
                Player.ADVISER,
                place -> offers.propose(
                        place,
                        RESTORE_TEST,
                        title,
                        "Nous venons une matinée : un dossier remis en service sous les yeux de la direction, et un compte rendu"
                                + " qui sert de preuve. Préparez la présence du prestataire. Sans frais pour l’établissement.",
                        in(60),
                        ids(
                                set,
                                Cast.NURSING_HOME,
                                Cast.CARE_HOME,
                                Cast.CHILDREN,
                                Cast.LIVING,
                                Cast.TOWN_HOME,
                                Cast.TOWN_RESIDENCE)));
        speaking(set, Player.ASSOCIATION_DIRECTOR, _ -> {
            offers.answer(offer, set.of(Cast.CARE_HOME), Offer.Answer.YES, "Le prestataire sera là.");
            offers.answer(offer, set.of(Cast.CHILDREN), Offer.Answer.LATER, "Après le déménagement du serveur.");
            return true;
        });
    }

    private interface Deed<T> {
        /// @param place where the person holds their role
        T at(NodeId place);
    }

    private <T> T speaking(Stage.Set set, Player player, Deed<T> deed) {
        var person = accounts.person(set.of(player)).orElseThrow();
        var place = person.grants().stream().map(Grant::node).findFirst().orElseThrow();
        return Actors.as(person, () -> deed.at(place));
    }

    private static List<FacilityId> ids(Stage.Set set, House... houses) {
        return java.util.Arrays.stream(houses).map(set::of).toList();
    }

    private Optional<LocalDate> in(int days) {
        return Optional.of(LocalDate.ofInstant(clock.instant(), ZONE).plusDays(days));
    }
}
