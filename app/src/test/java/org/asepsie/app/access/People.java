package org.asepsie.app.access;

import static java.util.Objects.requireNonNull;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.annotation.Transactional;

/// Makes the places and the people that a test is about.
@TestComponent
@Transactional
public class People {
    public static final String PASSWORD = "une phrase assez longue";

    private final Accounts accounts;
    private final AccountStore store;
    private final GrantStore grants;
    private final Places places;
    private final String passwordHash;

    People(Accounts accounts, AccountStore store, GrantStore grants, Places places, PasswordEncoder passwords) {
        this.accounts = accounts;
        this.store = store;
        this.grants = grants;
        this.places = places;
        // Hashed once: it costs tens of milliseconds by design.
        this.passwordHash = requireNonNull(passwords.encode(PASSWORD));
    }

    /// The root of the tree, made if it is missing.
    public NodeId nation() {
        return places.nation().orElseGet(() -> place(NodeKind.NATION, Optional.empty()));
    }

    public NodeId region() {
        return place(NodeKind.REGION, Optional.of(nation()));
    }

    /// A place below another. Its row in the tables of `facility` is the caller's business.
    public NodeId place(NodeKind kind, NodeId parent) {
        return place(kind, Optional.of(parent));
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
        return new Someone(
                id,
                email,
                new SignedIn(id),
                accounts.person(id).orElseThrow());
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
