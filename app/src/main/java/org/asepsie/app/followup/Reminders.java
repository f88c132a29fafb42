package org.asepsie.app.followup;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asepsie.app.access.AccountId;
import org.asepsie.app.access.Accounts;
import org.asepsie.app.access.Actor;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Permission;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.page.Language;
import org.asepsie.app.page.Pages;
import org.asepsie.app.plan.Plans;
import org.asepsie.app.plan.Reopenings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Reminds people by e-mail of what is due, late or open again in the plans they steer.
///
/// What a letter tells is recorded before it leaves, so nobody is told twice, whichever node sends; a letter that
/// could not leave is taken off the record and tried again at the next round. Without a mail server nothing is sent
/// nor recorded.
@Service
public class Reminders {
    private static final Logger LOG = LoggerFactory.getLogger(Reminders.class);
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final ReminderStore store;
    private final Post post;
    private final Accounts accounts;
    private final Facilities facilities;
    private final Plans plans;
    private final Reopenings reopenings;
    private final Pages pages;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Reminders(
            ReminderStore store,
            Post post,
            Accounts accounts,
            Facilities facilities,
            Plans plans,
            Reopenings reopenings,
            Pages pages,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.post = post;
        this.accounts = accounts;
        this.facilities = facilities;
        this.plans = plans;
        this.reopenings = reopenings;
        this.pages = pages;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// How many letters left, and how many could not.
    public record Round(int sent, int failed) {}

    public Rhythm rhythm(Actor.Person person) {
        return transaction.execute(_ -> store.rhythm(person.account()).orElse(Rhythm.NONE));
    }

    public void choose(Actor.Person person, Rhythm rhythm) {
        transaction.executeWithoutResult(_ -> store.setRhythm(person.account(), rhythm));
    }

    /// Writes to everybody who has something to be reminded of today.
    public Round round() {
        var server = Actors.asInstallation(post::server);
        if (server.isEmpty()) {
            return new Round(0, 0);
        }
        var sent = 0;
        var failed = 0;
        var wanted = Actors.asInstallation(() -> transaction.execute(_ -> store.wanted()));
        for (var one : wanted.entrySet()) {
            var person = accounts.person(one.getKey());
            if (person.isEmpty()) {
                continue;
            }
            try {
                sent += Actors.as(person.get(), () -> remind(person.get(), one.getValue(), server.get())) ? 1 : 0;
            } catch (NotSent notSent) {
                failed++;
                LOG.warn("a reminder could not leave and is tried again tomorrow: {}", notSent.said());
            }
        }
        return new Round(sent, failed);
    }

    private boolean remind(Actor.Person person, Rhythm rhythm, MailServer server) {
        var dues = transaction.execute(_ -> claimed(person, rhythm));
        if (dues.isEmpty()) {
            return false;
        }
        var today = LocalDate.ofInstant(clock.instant(), ZONE);
        var page = pages.forPaper(Language.of(person.language()));
        try {
            post.send(server, new ReminderLetter(page, server.address()).of(person, dues, today));
        } catch (NotSent failed) {
            transaction.executeWithoutResult(_ -> release(person.account(), dues));
            throw failed;
        }
        return true;
    }

    /// What the person has not been told yet, now on record as told.
    private List<Due> claimed(Actor.Person person, Rhythm rhythm) {
        var dues = new ArrayList<Due>();
        for (var facility : facilities.visible()) {
            if (!person.may(Permission.STEER, facility.path())) {
                continue;
            }
            claimed(person, Due.of(plans.of(facility.id()), reopenings.of(facility.id()), rhythm))
                    .ifPresent(dues::add);
        }
        return dues;
    }

    private Optional<Due> claimed(Actor.Person person, Due due) {
        var fresh = due.items().stream()
                .map(Due.Item::occasion)
                .distinct()
                .filter(it -> store.claim(person.account(), due.facility().id(), it, clock.instant()))
                .toList();
        var items =
                due.items().stream().filter(it -> fresh.contains(it.occasion())).toList();
        return items.isEmpty() ? Optional.empty() : Optional.of(new Due(due.facility(), items));
    }

    private void release(AccountId account, List<Due> dues) {
        dues.forEach(due -> due.items().stream()
                .map(Due.Item::occasion)
                .distinct()
                .forEach(it -> store.release(account, due.facility().id(), it)));
    }
}
