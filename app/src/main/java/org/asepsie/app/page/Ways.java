package org.asepsie.app.page;

import static org.asepsie.app.access.Permission.ADMINISTER;
import static org.asepsie.app.access.Permission.ANSWER;
import static org.asepsie.app.access.Permission.CURATE;
import static org.asepsie.app.access.Permission.EXPORT;
import static org.asepsie.app.access.Permission.OBSERVATORY;
import static org.asepsie.app.access.Permission.PORTFOLIO;
import static org.asepsie.app.access.Permission.READ;

import java.util.List;
import java.util.stream.Stream;
import org.asepsie.app.access.Permission;

/// Where a person can go from a page: through the facility it is about, and beyond it. Only what they may open is
/// shown.
public record Ways(List<Way> here, List<Way> beyond) {
    private record Place(String address, String key, List<Permission> oneOf, boolean exact) {}

    private static final List<Place> FACILITY = List.of(
            new Place("", "page.way.home", List.of(READ, ANSWER), true),
            new Place("/diagnosis", "page.way.diagnosis", List.of(READ, ANSWER), false),
            new Place("/result", "page.way.result", List.of(READ), false),
            new Place("/plan", "page.way.plan", List.of(READ), false),
            new Place("/evidence", "page.way.evidence", List.of(READ), false),
            new Place("/directory", "page.way.directory", List.of(READ), false),
            new Place("/network", "page.way.network", List.of(READ), false),
            new Place("/report", "page.way.report", List.of(EXPORT), false));
    private static final List<Place> BEYOND = List.of(
            new Place("/portfolio", "page.way.portfolio", List.of(PORTFOLIO), false),
            new Place("/observatory", "page.way.observatory", List.of(OBSERVATORY), false),
            new Place("/administration/frameworks", "page.way.frameworks", List.of(CURATE), false),
            new Place("/administration/accounts", "page.way.accounts", List.of(ADMINISTER), false),
            new Place("/administration/facilities", "page.way.facilities", List.of(ADMINISTER), false),
            new Place("/administration/mail", "page.way.mail", List.of(ADMINISTER), false),
            new Place("/administration/audit", "page.way.audit", List.of(ADMINISTER), false));

    public Ways {
        here = List.copyOf(here);
        beyond = List.copyOf(beyond);
    }

    static Ways of(Page page) {
        var here = page.heading().stream()
                .flatMap(facility -> FACILITY.stream()
                        .filter(it -> it.oneOf().stream().anyMatch(page::may))
                        .map(it -> way(it, "/f/" + facility.id(), page)))
                .toList();
        var beyond = BEYOND.stream()
                .filter(it -> it.oneOf().stream().anyMatch(page.actor()::mayAnywhere))
                .map(it -> way(it, "", page))
                .toList();
        return new Ways(here, beyond);
    }

    public boolean none() {
        return here.isEmpty() && beyond.isEmpty();
    }

    private static Way way(Place place, String prefix, Page page) {
        var address = prefix + place.address();
        var path = Stream.of(page.path().split("\\?", 2)).findFirst().orElse("");
        // A question belongs to the diagnosis although its address does not begin like it.
        var question = place.key().equals("page.way.diagnosis") && path.startsWith(prefix + "/questions/");
        // The register is brought in below the establishments, the rules with a date
        // and the numbers behind the plans below the questionnaires.
        var beside = place.key().equals("page.way.facilities") && path.startsWith("/administration/finess")
                || place.key().equals("page.way.frameworks")
                        && (path.startsWith("/administration/switches")
                                || path.startsWith("/administration/parameters"));
        // The plan by quarter is another view of the plan.
        var byQuarter = place.key().equals("page.way.plan")
                && (path.equals(prefix + "/schedule") || path.startsWith(prefix + "/schedule/"));
        var current = path.equals(address)
                || question
                || beside
                || byQuarter
                || (!place.exact() && path.startsWith(address + "/"));
        return new Way(address, place.key(), current);
    }
}
