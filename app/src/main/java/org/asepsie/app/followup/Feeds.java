package org.asepsie.app.followup;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.asepsie.app.access.Accounts;
import org.asepsie.app.access.Actor;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Audit;
import org.asepsie.app.access.Permission;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.page.Language;
import org.asepsie.app.page.Pages;
import org.asepsie.app.plan.Plans;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Calendars that a person subscribes to by a secret address: the due days of one plan. Whoever holds the address
/// sees what the person may read at that moment, and nothing once it is revoked or the person may not read it.
@Service
public class Feeds {
    private final FeedStore store;
    private final Accounts accounts;
    private final Facilities facilities;
    private final Plans plans;
    private final Pages pages;
    private final Audit audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Feeds(
            FeedStore store,
            Accounts accounts,
            Facilities facilities,
            Plans plans,
            Pages pages,
            Audit audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.facilities = facilities;
        this.plans = plans;
        this.pages = pages;
        this.audit = audit;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// Since when the person has an address for this plan.
    public Optional<Instant> since(Actor.Person person, FacilityId facility) {
        return transaction.execute(_ -> store.madeAt(person.account(), facility));
    }

    /// Makes an address; one made before stops working.
    ///
    /// @return the secret to put in it. It is not kept.
    public String renew(Actor.Person person, FacilityId facility) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        transaction.executeWithoutResult(_ -> {
            store.revoke(person.account(), facility, clock.instant());
            store.add(hash(token), person.account(), facility, clock.instant());
            audit.record("followup.action.feed-made", Optional.of(facility.node()), person.email(), "");
        });
        return token;
    }

    public void revoke(Actor.Person person, FacilityId facility) {
        transaction.executeWithoutResult(_ -> {
            if (store.revoke(person.account(), facility, clock.instant()) > 0) {
                audit.record("followup.action.feed-revoked", Optional.of(facility.node()), person.email(), "");
            }
        });
    }

    /// The calendar behind a secret address; empty when there is none (any more).
    ///
    /// @param address of the product, for the links in it
    public Optional<String> calendar(String token, String address) {
        // The secret stands for its person, who is not known before it is looked up.
        var feed = Actors.asInstallation(() -> transaction.execute(_ -> store.byHash(hash(token))));
        return feed.flatMap(it -> accounts.person(it.account())
                .flatMap(person -> Actors.as(person, () -> written(person, it.facility(), address))));
    }

    private Optional<String> written(Actor.Person person, FacilityId facility, String address) {
        return facilities
                .find(facility)
                .filter(it -> person.may(Permission.READ, it.path()))
                .map(_ -> new PlanCalendar(pages.forPaper(Language.of(person.language())), address, clock.instant())
                        .of(plans.of(facility)));
    }

    private static byte[] hash(String token) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
