package org.asepsie.app.access;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What administrators do with accounts, each within the part of the tree they administer.
@Service
public class Administration {
    private static final int LONGEST_LIST = 200;
    private static final Duration RESET_VALID = Duration.ofDays(1);

    private final Accounts accounts;
    private final GrantStore grants;
    private final SecondFactors secondFactors;
    private final Sessions sessions;
    private final Places places;
    private final Links links;
    private final Audit audit;

    Administration(
            Accounts accounts,
            GrantStore grants,
            SecondFactors secondFactors,
            Sessions sessions,
            Places places,
            Links links,
            Audit audit) {
        this.accounts = accounts;
        this.grants = grants;
        this.secondFactors = secondFactors;
        this.sessions = sessions;
        this.places = places;
        this.links = links;
        this.audit = audit;
    }

    /// The accounts in the person's scope, by name; at most 200, so `words` narrows.
    @Transactional(readOnly = true)
    public List<AccountLine> list(Actor.Person by, String words) {
        var scope = Scope.administeredBy(by);
        return grants.holders(scope, words, LONGEST_LIST).stream()
                .map(it -> line(it, scope))
                .toList();
    }

    /// @throws OutsideScope if the account holds no role in the person's scope
    @Transactional(readOnly = true)
    public AccountLine account(Actor.Person by, AccountId id) {
        var scope = Scope.administeredBy(by);
        return accounts.byId(id)
                .map(it -> line(it, scope))
                .filter(it ->
                        scope.everything() || it.grants().stream().anyMatch(grant -> scope.contains(grant.path())))
                .orElseThrow(() -> new OutsideScope("the account"));
    }

    /// The places at the top of the person's scope.
    public List<NodeId> topsOf(Actor.Person by) {
        return Scope.administeredBy(by).nodes();
    }

    public List<NodePath> pathsOf(Actor.Person by) {
        return Scope.administeredBy(by).tops();
    }

    @Transactional
    public void give(Actor.Person by, AccountId id, Role role, NodeId node) {
        account(by, id);
        check(by, node);
        accounts.grant(id, role, node);
    }

    /// Takes a role away, even of someone who has others elsewhere. Nobody takes their own administration away: an
    /// installation must keep somebody who can open it.
    @Transactional
    public void take(Actor.Person by, AccountId id, Role role, NodeId node) {
        account(by, id);
        check(by, node);
        if (id.equals(by.account()) && role.permits(Permission.ADMINISTER)) {
            throw new OutsideScope("one's own administration");
        }
        accounts.withdraw(id, role, node);
    }

    /// Closes an account or opens it again. Its sessions end at once.
    @Transactional
    public void setDisabled(Actor.Person by, AccountId id, boolean disabled) {
        var account = ours(by, id);
        accounts.setDisabled(id, disabled);
        audit.record(
                disabled ? "access.action.account-closed" : "access.action.account-reopened",
                Optional.empty(),
                account.email(),
                "");
        if (disabled) {
            sessions.endAll(id);
        }
    }

    /// For someone who lost their telephone and their recovery codes.
    @Transactional
    public void resetSecondFactor(Actor.Person by, AccountId id) {
        var account = ours(by, id);
        secondFactors.remove(id);
        audit.record("access.action.second-factor-reset", Optional.empty(), account.email(), "");
    }

    /// A link for someone who forgot their password, to hand over in person. The old password still works until
    /// then.
    ///
    /// @return the token
    @Transactional
    public String passwordLink(Actor.Person by, AccountId id) {
        var account = ours(by, id);
        var key = id.value().toString();
        links.withdraw(LinkPurpose.PASSWORD_RESET, "account", key);
        audit.record("access.action.password-link", Optional.empty(), account.email(), "");
        return links.issue(
                LinkPurpose.PASSWORD_RESET,
                Optional.empty(),
                Map.of("account", key, "name", account.name()),
                RESET_VALID);
    }

    /// @throws OutsideScope if the place is not in the person's scope
    void check(Actor.Person by, NodeId node) {
        if (places.pathOf(node).filter(Scope.administeredBy(by)::contains).isEmpty()) {
            throw new OutsideScope("the place");
        }
    }

    private AccountLine ours(Actor.Person by, AccountId id) {
        var account = account(by, id);
        if (!account.ours() || id.equals(by.account())) {
            throw new OutsideScope("the account");
        }
        return account;
    }

    private AccountLine line(AccountStore.Account account, Scope scope) {
        var held = grants.of(account.id());
        return new AccountLine(
                account.id(),
                account.name(),
                account.email(),
                account.passwordHash() != null,
                account.disabled(),
                account.secondFactor(),
                held.stream().allMatch(it -> scope.contains(it.path())),
                scope.everything()
                        ? held
                        : held.stream().filter(it -> scope.contains(it.path())).toList());
    }
}
