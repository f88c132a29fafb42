package org.asepsie.app.facility;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.asepsie.app.ApplicationTest;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.FirstFacility;
import org.asepsie.app.access.FirstFacility.NumberForm;
import org.asepsie.app.access.FirstFacility.Wanted;
import org.asepsie.app.access.NodeId;
import org.asepsie.app.access.People;
import org.asepsie.app.access.PlaceNames;
import org.asepsie.app.access.PlaceNames.NamedPlace;
import org.asepsie.app.access.Places;
import org.asepsie.app.access.Role;
import org.asepsie.app.facility.finess.FinessFiles;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// What the pages of access learn of facilities: the first one, and what places are called.
@ApplicationTest
class FirstSiteTest {
    @Autowired
    FirstFacility first;

    @Autowired
    PlaceNames names;

    @Autowired
    Facilities facilities;

    @Autowired
    Places places;

    @Autowired
    People people;

    @Test
    void offersTheRegionsAndCategoriesOfTheKnowledge() {
        var options = first.options("fr");

        assertThat(options.regions())
                .contains(new FirstFacility.Option("53", "Bretagne"))
                .hasSize(18);
        assertThat(options.kinds()).extracting(FirstFacility.Option::code).contains("500", "355");
    }

    @Test
    void registersTheFirstFacilityInItsRegion() {
        var number = FinessFiles.number(600_001);
        var node = created(new Wanted("Premier EHPAD", "53", "500", Optional.of(number.value()), 80));

        var facility =
                Actors.<Facility, RuntimeException>asInstallation(() -> facilities.get(new FacilityId(node.value())));

        assertThat(facility.region().name()).isEqualTo("Bretagne");
        assertThat(facility.kind()).isEqualTo(FacilityKind.ESMS);
        assertThat(facility.finess()).contains(number);
        assertThat(facility.places()).isEqualTo(80);
    }

    @Test
    void judgesANumberAsTheRestOfTheProductDoes() {
        var right = FinessFiles.number(600_002).value();
        var wrong = right.substring(0, 8) + (right.charAt(8) == '9' ? '0' : (char) (right.charAt(8) + 1));

        assertThat(first.formOf(right)).isEqualTo(NumberForm.RIGHT);
        assertThat(first.formOf(wrong)).isEqualTo(NumberForm.WRONG_KEY);
        assertThat(first.formOf("2A0000014")).isEqualTo(NumberForm.RIGHT);
        assertThat(first.formOf("2A0000015")).isEqualTo(NumberForm.WRONG_KEY);
        assertThat(first.formOf("2C0000014")).isEqualTo(NumberForm.NO_NUMBER);
    }

    @Test
    void callsPlacesByTheirNamesWhoeverAsks() {
        var node = created(new Wanted("Nommé", "53", "355", Optional.empty(), 0));
        var stranger = people.with(Role.DIRECTOR, created(new Wanted("Ailleurs", "94", "355", Optional.empty(), 0)));

        var called =
                Actors.<Object, RuntimeException>as(stranger.actor(), () -> names.of(List.of(node, people.nation())));

        assertThat(called).isEqualTo(java.util.Map.of(node, "Nommé", people.nation(), "France"));
    }

    @Test
    void findsPlacesBelowOnesOwnAlone() {
        var mine = created(new Wanted("Clairière du Nord", "32", "500", Optional.empty(), 0));
        created(new Wanted("Clairière du Sud", "93", "500", Optional.empty(), 0));
        var administrator = people.with(Role.ADMINISTRATOR, mine);
        var path = places.pathOf(mine).orElseThrow();

        var found = Actors.<List<NamedPlace>, RuntimeException>as(
                administrator.actor(), () -> names.find("clairière", List.of(path), 10));

        assertThat(found).containsExactly(new NamedPlace(mine, "Clairière du Nord"));
    }

    private NodeId created(Wanted wanted) {
        return Actors.<NodeId, RuntimeException>asInstallation(() -> first.create(people.nation(), wanted));
    }
}
