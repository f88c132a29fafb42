package org.asepsie.app.access;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Brings people in: an administrator with any role in their scope, a director with contributors of their facility.
/// No mail is needed: the link is shown once, to be handed over.
@Service
public class Invitations {
    private static final Duration VALID = Duration.ofDays(7);

    private final Accounts accounts;
    private final GrantStore grants;
    private final Administration administration;
    private final Places places;
    private final Links links;
    private final Sessions sessions;
    private final Throttle throttle;
    private final Audit audit;

    Invitations(
            Accounts accounts,
            GrantStore grants,
            Administration administration,
            Places places,
            Links links,
            Sessions sessions,
            Throttle throttle,
            Audit audit) {
        this.accounts = accounts;
        this.grants = grants;
        this.administration = administration;
        this.places = places;
        this.links = links;
        this.sessions = sessions;
        this.throttle = throttle;
        this.audit = audit;
    }

    /// Whom to invite.
    public record Guest(String email, String name, String language) {}

    /// Invited twice, a person has one account, one role and one link that works: the newer one.
    @Transactional
    public Invited invite(Actor.Person by, Guest guest, Role role, NodeId node) {
        administration.check(by, node);
        return open(guest, role, node);
    }

    /// Invites someone to answer questions of one facility, by a person who steers it.
    @Transactional
    public Invited inviteContributor(Actor.Person by, Guest guest, NodeId facility) {
        checkSteers(by, facility);
        return open(guest, Role.CONTRIBUTOR, facility);
    }

    @Transactional
    public void dismissContributor(Actor.Person by, AccountId account, NodeId facility) {
        checkSteers(by, facility);
        accounts.withdraw(account, Role.CONTRIBUTOR, facility);
    }

    /// The people who hold a role at the facility itself, not above it.
    @Transactional(readOnly = true)
    public List<AccountLine> peopleAt(NodeId facility) {
        return grants.holdersAt(facility).stream()
                .map(it -> new AccountLine(
                        it.id(),
                        it.name(),
                        it.email(),
                        it.passwordHash() != null,
                        it.disabled(),
                        it.secondFactor(),
                        false,
                        grants.of(it.id()).stream()
                                .filter(grant -> grant.node().equals(facility))
                                .toList()))
                .toList();
    }

    /// Lets the holder of an invitation or of a reset choose a password. Sessions opened with the old one end.
    ///
    /// @throws DeadLink if the link was used in the meantime
    @Transactional
    public AccountId choosePassword(String token, LinkPurpose purpose, String password) {
        links.valid(token, purpose);
        var link = links.use(token).orElseThrow(() -> new DeadLink(DeadLink.Reason.USED));
        var person = invited(link).orElseThrow(() -> new DeadLink(DeadLink.Reason.UNKNOWN));
        accounts.choosePassword(person.account(), password);
        sessions.endAll(person.account());
        throttle.succeeded(new Throttle.Target.Account(person.email()));
        audit.record(person, "access.action.password-chosen", Optional.empty(), person.email(), purpose.code());
        return person.account();
    }

    /// Whom the link is for; nobody if the account was closed since.
    @Transactional(readOnly = true)
    public Optional<Actor.Person> invited(Link link) {
        return Optional.ofNullable(link.payload().get("account"))
                .map(UUID::fromString)
                .map(AccountId::new)
                .flatMap(accounts::person);
    }

    private Invited open(Guest guest, Role role, NodeId node) {
        var account = accounts.openOrFind(guest.email(), guest.name(), guest.language());
        accounts.grant(account.id(), role, node);
        if (account.passwordHash() != null) {
            return new Invited.Known(account.email());
        }
        var key = account.id().value().toString();
        links.withdraw(LinkPurpose.INVITATION, "account", key);
        var token = links.issue(
                LinkPurpose.INVITATION, Optional.of(node), Map.of("account", key, "name", account.name()), VALID);
        audit.record("access.action.invited", Optional.of(node), account.email(), role.code());
        return new Invited.WithLink(account.email(), token);
    }

    private void checkSteers(Actor.Person by, NodeId facility) {
        if (places.pathOf(facility).filter(it -> by.may(Permission.STEER, it)).isEmpty()) {
            throw new OutsideScope("the facility");
        }
    }
}
