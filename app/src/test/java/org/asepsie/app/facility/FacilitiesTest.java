package org.asepsie.app.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.asepsie.app.ApplicationTest;
import org.asepsie.app.access.Actor;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.NodeId;
import org.asepsie.app.access.People;
import org.asepsie.app.access.Role;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Who sees which facility, and what registering it twice does.
@ApplicationTest
class FacilitiesTest {
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @Autowired
    Facilities facilities;

    @Autowired
    People people;

    @Test
    void tellsWhereAFacilityBelongs() {
        var region = region("Bretagne");
        var group = installation(() -> facilities.registerGroup(region, "GHT du Fictif", "ght"));
        var entity =
                installation(() -> facilities.registerEntity(group, LegalEntity.named("Centre hospitalier fictif")));
        var site = site(entity, "EHPAD des Essais", Optional.empty());

        var facility = installation(() -> facilities.get(site));

        assertThat(facility.region().name()).isEqualTo("Bretagne");
        assertThat(facility.group()).contains("GHT du Fictif");
        assertThat(facility.entity()).isEqualTo("Centre hospitalier fictif");
        assertThat(facility.path().value()).endsWith("/" + entity.value() + "/" + site + "/");
        assertThat(facility.places()).isEqualTo(80);
        assertThat(facility.open()).isTrue();
    }

    @Test
    void knowsAFacilityWithoutGroupNorEntity() {
        var region = region("Corse");
        var site = site(region, "Site isolé", Optional.empty());

        var facility = installation(() -> facilities.get(site));

        assertThat(facility.group()).isEmpty();
        assertThat(facility.entity()).isEmpty();
    }

    @Test
    void comesBackAsItIsWhenRegisteredAgain() {
        var code = "R" + NUMBERS.incrementAndGet();
        var finess = freshFiness();

        var once = installation(() -> registered(code, finess, "Premier nom"));
        var twice = installation(() -> registered(code, finess, "Second nom"));

        assertThat(twice).isEqualTo(once);
        assertThat(installation(() -> facilities.get(once.getLast()).name())).isEqualTo("Premier nom");
    }

    @Test
    void givesAnEntityOneNodeInEachRegionWhereItHasSites() {
        var finess = freshFiness();
        var entity = new LegalEntity("Association", Optional.of(finess), Optional.empty(), Optional.empty());
        var here = region("Ici");
        var there = region("Là-bas");

        var nodes = installation(() -> List.of(
                facilities.registerEntity(here, entity),
                facilities.registerEntity(there, entity),
                facilities.registerEntity(here, entity)));

        assertThat(nodes.get(0)).isEqualTo(nodes.get(2)).isNotEqualTo(nodes.get(1));
    }

    @Test
    void showsADirectorTheirOwnFacilitiesAlone() {
        var region = region("Normandie");
        var mine = site(region, "Le nôtre", Optional.empty());
        var foreign = site(region, "Le voisin", Optional.empty());
        var director = people.with(Role.DIRECTOR, mine.node());

        var visible = as(director.actor(), () -> facilities.visible());

        assertThat(visible).extracting(Facility::id).containsExactly(mine);
        assertThatThrownBy(() -> as(director.actor(), () -> facilities.get(foreign)))
                .isInstanceOf(NoSuchFacility.class);
        assertThatThrownBy(() -> as(director.actor(), () -> {
                    facilities.update(foreign, details("Changé", Optional.empty()));
                    return true;
                }))
                .isInstanceOf(NoSuchFacility.class);
    }

    @Test
    void listsByNameAsFrenchDoes() {
        var region = region("Occitanie");
        var names = List.of("Zénith", "Églantine", "Fougère", "aubépine");
        names.forEach(it -> site(region, it, Optional.empty()));

        var found = installation(() -> facilities.visibleBelow(region));

        assertThat(found).extracting(Facility::name).containsExactly("aubépine", "Églantine", "Fougère", "Zénith");
    }

    @Test
    void saysThatANumberIsTakenWithoutShowingByWhom() {
        var finess = freshFiness();
        site(region("Une"), "Secret", Optional.of(finess));
        var elsewhere = region("Autre");
        var administrator = people.with(Role.ADMINISTRATOR, elsewhere);

        assertThatThrownBy(() -> as(
                        administrator.actor(),
                        () -> facilities.registerSite(elsewhere, details("Le mien", Optional.of(finess)))))
                .isInstanceOf(FinessTaken.class)
                .hasMessageContaining(finess.value())
                .hasMessageNotContaining("Secret");
    }

    private List<FacilityId> registered(String code, Finess finess, String name) {
        var region = facilities.registerRegion(code, name);
        var group = facilities.registerGroup(region, "Groupe", "ght");
        var entity = facilities.registerEntity(
                group, new LegalEntity("Entité", Optional.of(finess), Optional.empty(), Optional.empty()));
        return List.of(
                new FacilityId(region.value()),
                new FacilityId(group.value()),
                new FacilityId(entity.value()),
                facilities.registerSite(entity, details(name, Optional.of(finess))));
    }

    private NodeId region(String name) {
        return installation(() -> facilities.registerRegion("R" + NUMBERS.incrementAndGet(), name));
    }

    private FacilityId site(NodeId parent, String name, Optional<Finess> finess) {
        return installation(() -> facilities.registerSite(parent, details(name, finess)));
    }

    private static FacilityDetails details(String name, Optional<Finess> finess) {
        return FacilityDetails.of(name, finess, "500", FacilityKind.ESMS, 80);
    }

    private static Finess freshFiness() {
        return new Finess("99%07d".formatted(9_000_000 + NUMBERS.incrementAndGet()));
    }

    private static <T> T installation(ScopedValue.CallableOp<T, RuntimeException> work) {
        return Actors.asInstallation(work);
    }

    private static <T> T as(Actor actor, ScopedValue.CallableOp<T, RuntimeException> work) {
        return Actors.as(actor, work);
    }
}
