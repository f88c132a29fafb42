package org.asepsie.app.access;

import static java.util.Objects.requireNonNull;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.FacilityDetails;
import org.asepsie.app.facility.FacilityKind;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/// Makes the places and the people that a test is about.
@TestComponent
public class People {
    public static final String PASSWORD = "une phrase assez longue";

    private final Accounts accounts;
    private final AccountStore store;
    private final GrantStore grants;
    private final Places places;
    private final String passwordHash;
    private final Facilities facilities;

    People(
            Accounts accounts,
            AccountStore store,
            GrantStore grants,
            Places places,
            PasswordEncoder passwords,
            Facilities facilities) {
        this.accounts = accounts;
        this.store = store;
        this.grants = grants;
        this.places = places;
        this.facilities = facilities;
        // Hashed once: it costs tens of milliseconds by design.
        this.passwordHash = requireNonNull(passwords.encode(PASSWORD));
    }

    /// The root of the tree, made if it is missing.
    public NodeId nation() {
        return places.nation().orElseGet(() -> place(NodeKind.NATION, Optional.empty()));
    }

    /// A region of its own for the test that asks.
    public NodeId region() {
        nation();
        return Actors.asInstallation(() ->
                facilities.registerRegion("T" + UUID.randomUUID().toString().substring(0, 8), "Région"));
    }

    /// A place below another that no other module knows of.
    public NodeId place(NodeKind kind, NodeId parent) {
        return place(kind, Optional.of(parent));
    }

    /// A nursing home below another place, as the module `facility` registers one.
    public NodeId facility(NodeId parent) {
        var details = FacilityDetails.of("EHPAD Les Tilleuls", Optional.empty(), "500", FacilityKind.ESMS, 80);
        return Actors.asInstallation(() -> facilities.registerSite(parent, details))
                .node();
    }

    private NodeId place(NodeKind kind, Optional<NodeId> parent) {
        var id = new NodeId(UUID.randomUUID());
        places.add(id, kind, parent);
        return id;
    }

    /// A new person who holds one role at one place, and the password [#PASSWORD].
    public Someone with(Role role, NodeId place) {
        var id = new AccountId(UUID.randomUUID());
        var email = id.value() + "@example.org";
        store.add(
                new AccountStore.Account(id, email, "Camille Martin", "fr", passwordHash, false, false),
                java.time.Instant.EPOCH);
        grants.give(id, role, place);
        return new Someone(id, email, new SignedIn(id), accounts.person(id).orElseThrow());
    }

    /// A person as the tests need them.
    ///
    /// @param principal what the session remembers
    /// @param actor as whom to call a service: `Actors.as(someone.actor(), …)`
    public record Someone(AccountId account, String email, SignedIn principal, Actor.Person actor) {
        /// Makes a request of `MockMvc` this person's: `get("/").with(someone.signedIn())`.
        public RequestPostProcessor signedIn() {
            return authentication(UsernamePasswordAuthenticationToken.authenticated(principal, null, List.of()));
        }
    }
}
