package org.asepsie.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.ApplicationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/// Walks every route of the application, in every role, at one's own facility and at a foreign one. A new route is
/// walked without a change here.
@ApplicationTest
class GateTest {
    /// Values for the variables of paths; the facility is filled in for each visit. A variable that is missing
    /// here gets an id that nothing has.
    private static final Map<String, String> VARIABLES = Map.of(
            "framework", "essential",
            "theme", "governance",
            "question", "governance-1",
            "indicator", "backup.days-since-restore-test",
            "token", "0".repeat(43),
            "language", "fr");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    MockMvc application;

    @Autowired
    Gate gate;

    @Autowired
    People people;

    @Autowired
    Places places;

    private NodeId own;
    private NodeId foreign;
    private final Map<Role, People.Someone> everyone = new EnumMap<>(Role.class);

    private record Route(HttpMethod method, String pattern, HandlerMethod handler) {
        boolean ofFacility() {
            return pattern.contains("{facility}");
        }

        String path(NodeId facility) {
            var path = pattern.replace("{facility}", facility.value().toString());
            for (var variable : VARIABLES.entrySet()) {
                path = path.replace("{" + variable.getKey() + "}", variable.getValue());
            }
            return path.replaceAll("\\{[^}]+}", new UUID(0, 7).toString());
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    private enum Verdict {
        IN,
        SIGN_IN,
        FORBIDDEN,
        NOT_FOUND
    }

    @BeforeEach
    void everyRoleAtOneFacilityAndAnotherFacilityElsewhere() {
        var region = people.region();
        own = people.facility(region);
        foreign = people.facility(people.region());
        for (var role : Role.values()) {
            everyone.put(role, people.with(role, role == Role.NATIONAL_OBSERVER ? people.nation() : own));
        }
    }

    @Test
    void knowsWhatEveryHandlerRequires() {
        assertThat(routes())
                .filteredOn(it -> it.handler().getMethodAnnotation(Requires.class) == null
                        && it.handler().getMethodAnnotation(Open.class) == null)
                .as("handlers that say neither @Requires nor @Open")
                .isEmpty();
        assertThat(routes())
                .filteredOn(it -> it.handler().hasMethodAnnotation(Requires.class)
                        && it.handler().hasMethodAnnotation(Open.class))
                .as("handlers that say both")
                .isEmpty();
        assertThat(routes())
                .filteredOn(it -> it.ofFacility() && it.handler().hasMethodAnnotation(Open.class))
                .as("handlers open to everyone although they are about one facility")
                .isEmpty();
    }

    @Test
    void judgesEveryRouteAsItsHandlerSays() throws Exception {
        var wrong = new ArrayList<String>();
        for (var route : routes()) {
            for (var facility : route.ofFacility() ? List.of(own, foreign) : List.of(own)) {
                for (var someone : everyone.entrySet()) {
                    compare(route, facility, Optional.of(someone.getKey()), wrong);
                }
                compare(route, facility, Optional.empty(), wrong);
            }
        }

        assertThat(wrong).isEmpty();
    }

    /// What the Gate refuses is refused on the way through the whole application too: nobody forgot to put it
    /// there.
    @Test
    void standsBeforeEveryHandler() throws Exception {
        var wrong = new ArrayList<String>();
        for (var route : routes()) {
            for (var facility : route.ofFacility() ? List.of(own, foreign) : List.of(own)) {
                for (var someone : everyone.entrySet()) {
                    var expected = expected(route, facility, Optional.of(someone.getKey()));
                    if (expected == Verdict.IN && route.method() != HttpMethod.GET) {
                        continue;
                    }
                    if (expected == Verdict.IN && asksForTheWholeCountry(route.path(facility))) {
                        expected = Verdict.FORBIDDEN;
                    }
                    var answer = application
                            .perform(request(route.method(), URI.create(route.path(facility)))
                                    .with(csrf())
                                    .with(someone.getValue().signedIn()))
                            .andReturn()
                            .getResponse();
                    if (!fits(expected, answer.getStatus())) {
                        wrong.add("%s as %s at %s: %s, but %d"
                                .formatted(
                                        route,
                                        someone.getKey(),
                                        facility.equals(own) ? "home" : "a foreign facility",
                                        expected,
                                        answer.getStatus()));
                    }
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    /// Files of the register touch every region: their pages ask for more than one place's administrator holds.
    private static boolean asksForTheWholeCountry(String path) {
        return path.startsWith("/administration/finess");
    }

    /// Whoever is let in may still find that the question or the link does not exist, but never a refusal or a
    /// fault.
    private static boolean fits(Verdict expected, int status) {
        return switch (expected) {
            case IN -> status < 500 && status != 403;
            case FORBIDDEN -> status == 403;
            case NOT_FOUND -> status == 404;
            case SIGN_IN -> status == 302;
        };
    }

    private void compare(Route route, NodeId facility, Optional<Role> role, List<String> wrong) throws Exception {
        var expected = expected(route, facility, role);
        var actor = role.<Actor>map(
                        it -> java.util.Objects.requireNonNull(everyone.get(it)).actor())
                .orElseGet(Actor.Stranger::new);
        var request = new MockHttpServletRequest(route.method().name(), route.path(facility));
        request.setAttribute(
                HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE,
                route.ofFacility() ? Map.of("facility", facility.value().toString()) : Map.of());
        var response = new MockHttpServletResponse();
        var in = Actors.<Boolean, java.io.IOException>as(
                actor, () -> gate.preHandle(request, response, route.handler()));
        var verdict = in
                ? Verdict.IN
                : switch (response.getStatus()) {
                    case 302 -> Verdict.SIGN_IN;
                    case 403 -> Verdict.FORBIDDEN;
                    case 404 -> Verdict.NOT_FOUND;
                    default -> throw new AssertionError("an answer of no meaning: " + response.getStatus());
                };
        if (verdict != expected) {
            wrong.add("%s as %s: %s, but %s"
                    .formatted(route, role.map(Role::name).orElse("stranger"), expected, verdict));
        }
    }

    /// The matrix, told again without the Gate's own code.
    private Verdict expected(Route route, NodeId facility, Optional<Role> role) {
        var open = route.handler().getMethodAnnotation(Open.class);
        if (open != null) {
            return open.signedIn() && role.isEmpty() ? Verdict.SIGN_IN : Verdict.IN;
        }
        if (role.isEmpty()) {
            return Verdict.SIGN_IN;
        }
        var requires = route.handler().getMethodAnnotation(Requires.class);
        var permitted = requires != null && Arrays.stream(requires.value()).anyMatch(role.get()::permits);
        if (route.ofFacility() && (facility.equals(foreign) || role.get() == Role.NATIONAL_OBSERVER)) {
            return requires == null ? Verdict.FORBIDDEN : Verdict.NOT_FOUND;
        }
        return permitted ? Verdict.IN : Verdict.FORBIDDEN;
    }

    private List<Route> routes() {
        var routes = new ArrayList<Route>();
        mapping.getHandlerMethods().forEach((mapped, handler) -> {
            if (!handler.getBeanType().getName().startsWith("org.asepsie.")) {
                return;
            }
            var methods = mapped.getMethodsCondition().getMethods();
            for (var pattern : mapped.getPatternValues()) {
                for (var method : methods.isEmpty() ? List.of(RequestMethod.GET, RequestMethod.POST) : methods) {
                    routes.add(new Route(method.asHttpMethod(), pattern, handler));
                }
            }
        });
        routes.sort(Comparator.comparing(Route::toString));
        assertThat(routes).hasSizeGreaterThan(20);
        return routes;
    }
}
