package org.asepsie.app.access;

import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;

/// Sets the product up: the nation, the first facility, and the person who administers the one and directs the
/// other.
@Service
public class FirstRun {
    private final Accounts accounts;
    private final AccountStore store;
    private final Places places;
    private final ObjectProvider<FirstFacility> facilities;
    private final Audit audit;
    private final TransactionOperations transactions;

    FirstRun(
            Accounts accounts,
            AccountStore store,
            Places places,
            ObjectProvider<FirstFacility> facilities,
            Audit audit,
            TransactionOperations transactions) {
        this.accounts = accounts;
        this.store = store;
        this.places = places;
        this.facilities = facilities;
        this.audit = audit;
        this.transactions = transactions;
    }

    /// Who sets the product up.
    public record Founder(String email, String name, String language, String password) {
        @Override
        public String toString() {
            return email;
        }
    }

    /// What the first facility may be; nothing when this installation knows no facilities.
    public Optional<FirstFacility.Options> options(String language) {
        return Optional.ofNullable(facilities.getIfAvailable()).map(it -> it.options(language));
    }

    public FirstFacility.NumberForm formOf(String finess) {
        return Optional.ofNullable(facilities.getIfAvailable())
                .map(it -> it.formOf(finess))
                .orElse(FirstFacility.NumberForm.NO_NUMBER);
    }

    /// All or nothing. Of two people who set up at the same time, the second finds the product set up.
    ///
    /// @param facility none for an administrator of a region or a group, who adds facilities afterwards
    /// @throws AlreadySetUp if an account exists
    public AccountId setUp(Founder founder, Optional<FirstFacility.Wanted> facility) {
        return Actors.asInstallation(() -> transactions.execute(_ -> found(founder, facility)));
    }

    private AccountId found(Founder founder, Optional<FirstFacility.Wanted> facility) {
        store.lockFirstRun();
        if (!accounts.none()) {
            throw new AlreadySetUp();
        }
        var nation = places.nation().orElseGet(this::addNation);
        var account = accounts.open(founder.email(), founder.name(), founder.language(), founder.password());
        accounts.grant(account, Role.ADMINISTRATOR, nation);
        facility.ifPresent(it ->
                accounts.grant(account, Role.DIRECTOR, facilities.getObject().create(nation, it)));
        audit.record("access.action.set-up", Optional.of(nation), founder.email(), "");
        return account;
    }

    private NodeId addNation() {
        var nation = new NodeId(UUID.randomUUID());
        places.add(nation, NodeKind.NATION, Optional.empty());
        return nation;
    }
}
