package org.asepsie.app.demo;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.asepsie.app.access.AccountId;
import org.asepsie.app.access.Accounts;
import org.asepsie.app.access.NodeId;
import org.asepsie.app.access.Places;
import org.asepsie.app.demo.Cast.House;
import org.asepsie.app.demo.Cast.Organisation;
import org.asepsie.app.demo.Cast.Player;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.FacilityDetails;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.facility.Finess;
import org.asepsie.app.facility.LegalEntity;
import org.asepsie.app.facility.Nomenclature;
import org.springframework.stereotype.Component;

/// Builds the places and brings the people in.
@Component
class Stage {
    private final Facilities facilities;
    private final Places places;
    private final Accounts accounts;
    private final Nomenclature nomenclature;

    Stage(Facilities facilities, Places places, Accounts accounts, Nomenclature nomenclature) {
        this.facilities = facilities;
        this.places = places;
        this.accounts = accounts;
        this.nomenclature = nomenclature;
    }

    /// What stands once the curtain rises.
    record Set(Map<House, FacilityId> houses, Map<Player, AccountId> people) {
        FacilityId of(House house) {
            return Optional.ofNullable(houses.get(house)).orElseThrow();
        }

        AccountId of(Player player) {
            return Optional.ofNullable(people.get(player)).orElseThrow();
        }
    }

    Set build() {
        var name = nomenclature.region(Cast.REGION).map(it -> it.name().fr()).orElseThrow();
        var region = facilities.registerRegion(Cast.REGION, name);
        var entities = new EnumMap<Organisation, NodeId>(Organisation.class);
        for (var organisation : Organisation.values()) {
            var parent = organisation == Organisation.HOSPITAL
                    ? facilities.registerGroup(region, "GHT fictif de la Brume", "ght")
                    : region;
            entities.put(
                    organisation,
                    facilities.registerEntity(
                            parent,
                            new LegalEntity(
                                    organisation.title(),
                                    Optional.of(new Finess(organisation.finess())),
                                    Optional.empty(),
                                    Optional.of(organisation.status()))));
        }
        var houses = new LinkedHashMap<House, FacilityId>();
        for (var house : Cast.HOUSES) {
            houses.put(
                    house,
                    facilities.registerSite(
                            node(entities, house.organisation()),
                            FacilityDetails.of(
                                    house.name(),
                                    Optional.of(new Finess(house.finess())),
                                    house.category(),
                                    house.kind(),
                                    house.places())));
        }
        return new Set(houses, people(region, entities, houses));
    }

    private Map<Player, AccountId> people(
            NodeId region, Map<Organisation, NodeId> entities, Map<House, FacilityId> houses) {
        var people = new EnumMap<Player, AccountId>(Player.class);
        for (var player : Player.values()) {
            var account = accounts.open(player.email(), player.title(), "fr", Cast.PASSWORD);
            var node = switch (player.post()) {
                case HOME ->
                    Optional.ofNullable(houses.get(Cast.NURSING_HOME))
                            .orElseThrow()
                            .node();
                case ASSOCIATION -> node(entities, Organisation.ASSOCIATION);
                case HOSPITAL -> node(entities, Organisation.HOSPITAL);
                case REGION -> region;
                case NATION -> places.nation().orElseThrow();
            };
            accounts.grant(account, player.role(), node);
            people.put(player, account);
        }
        return people;
    }

    private static NodeId node(Map<Organisation, NodeId> entities, Organisation organisation) {
        return Optional.ofNullable(entities.get(organisation)).orElseThrow();
    }
}
