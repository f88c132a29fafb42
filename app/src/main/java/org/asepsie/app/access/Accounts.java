package org.asepsie.app.access;

import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The people who may sign in, and the roles they hold.
@Service
public class Accounts {
    private final AccountStore store;
    private final PasswordEncoder passwords;
    private final Clock clock;

    Accounts(AccountStore store, PasswordEncoder passwords, Clock clock) {
        this.store = store;
        this.passwords = passwords;
        this.clock = clock;
    }

    /// Whether the product has never been set up: the first-run page serves only then.
    @Transactional(readOnly = true)
    public boolean none() {
        return store.none();
    }

    @Transactional
    public AccountId open(String email, String name, String language, String password) {
        var id = new AccountId(UUID.randomUUID());
        store.add(
                new AccountStore.Account(
                        id, email.strip(), name.strip(), language, passwords.encode(password), false, false),
                clock.instant());
        return id;
    }

    @Transactional
    public void grant(AccountId account, Role role, NodeId node) {
        store.grant(account, role, node);
    }

    @Transactional(readOnly = true)
    public Optional<Actor.Person> person(AccountId id) {
        return store.byId(id)
                .filter(it -> !it.disabled())
                .map(it -> new Actor.Person(it.id(), it.name(), it.email(), store.grants(it.id())));
    }
}
