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
    private final GrantStore grants;
    private final Audit audit;
    private final PasswordEncoder passwords;
    private final Clock clock;

    Accounts(AccountStore store, GrantStore grants, Audit audit, PasswordEncoder passwords, Clock clock) {
        this.store = store;
        this.grants = grants;
        this.audit = audit;
        this.passwords = passwords;
        this.clock = clock;
    }

    /// Whether the product has never been set up: the first-run page serves only then.
    @Transactional(readOnly = true)
    public boolean none() {
        return store.none();
    }

    /// Opens an account with a password.
    ///
    /// @throws AddressTaken if someone has an account with this address
    @Transactional
    public AccountId open(String email, String name, String language, String password) {
        var id = new AccountId(UUID.randomUUID());
        add(new AccountStore.Account(
                id, email.strip(), name.strip(), language, passwords.encode(password), false, false));
        return id;
    }

    private void add(AccountStore.Account account) {
        if (!store.add(account, clock.instant())) {
            throw new AddressTaken(account.email());
        }
        audit.record("access.action.account-opened", Optional.empty(), account.email(), "");
    }

    /// Opens an account that waits for its person to choose a password, or finds the one with this address.
    @Transactional
    AccountStore.Account openOrFind(String email, String name, String language) {
        var found = store.byEmail(email.strip());
        if (found.isPresent()) {
            return found.get();
        }
        var account = new AccountStore.Account(
                new AccountId(UUID.randomUUID()), email.strip(), name.strip(), language, null, false, false);
        if (store.add(account, clock.instant())) {
            audit.record("access.action.account-opened", Optional.empty(), account.email(), "");
            return account;
        }
        return store.byEmail(email.strip()).orElseThrow();
    }

    @Transactional
    public void grant(AccountId account, Role role, NodeId node) {
        if (grants.give(account, role, node)) {
            audit.record("access.action.role-given", Optional.of(node), nameOf(account), role.code());
        }
    }

    @Transactional
    void withdraw(AccountId account, Role role, NodeId node) {
        if (grants.take(account, role, node)) {
            audit.record("access.action.role-taken", Optional.of(node), nameOf(account), role.code());
        }
    }

    /// The person behind an account; nobody if it is closed.
    @Transactional(readOnly = true)
    public Optional<Actor.Person> person(AccountId id) {
        return store.byId(id)
                .filter(it -> !it.disabled())
                .map(it -> new Actor.Person(it.id(), it.name(), it.email(), it.language(), grants.of(it.id())));
    }

    /// Remembers in which language a person wants the product.
    @Transactional
    public void speak(Actor.Person person, String language) {
        store.setLanguage(person.account(), language.equals("en") ? "en" : "fr");
    }

    @Transactional(readOnly = true)
    Optional<AccountStore.Account> byEmail(String email) {
        return store.byEmail(email.strip());
    }

    @Transactional(readOnly = true)
    Optional<AccountStore.Account> byId(AccountId id) {
        return store.byId(id);
    }

    @Transactional(readOnly = true)
    public boolean hasSecondFactor(AccountId id) {
        return store.byId(id).map(AccountStore.Account::secondFactor).orElse(false);
    }

    @Transactional
    void choosePassword(AccountId account, String password) {
        store.setPassword(account, passwords.encode(password));
    }

    @Transactional
    void setDisabled(AccountId account, boolean disabled) {
        store.setDisabled(account, disabled);
    }

    private String nameOf(AccountId account) {
        return store.byId(account).map(AccountStore.Account::email).orElse("");
    }
}
