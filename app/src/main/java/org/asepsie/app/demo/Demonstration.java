package org.asepsie.app.demo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.asepsie.app.access.Accounts;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Trial;
import org.asepsie.app.demo.Cast.Player;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.Finess;
import org.asepsie.app.home.Observatory;
import org.asepsie.app.page.Ribbon;
import org.asepsie.app.start.Said;
import org.asepsie.app.start.StartNotice;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Fills an empty database with the fictitious region, once, and says on every page that it did.
///
/// It speaks only where its own data lies: `asepsie.demo=true` on a database that holds anything else changes
/// nothing, shows no ribbon and offers no account.
@Component
@Order(20)
class Demonstration implements ApplicationRunner, Ribbon, Trial, StartNotice {
    private static final Logger LOG = LoggerFactory.getLogger(Demonstration.class);

    private final Accounts accounts;
    private final Facilities facilities;
    private final Stage stage;
    private final Story story;
    private final HospitalCollections hospitalCollections;
    private final Observatory observatory;
    private final TransactionTemplate transaction;
    private final boolean wanted;
    private volatile boolean shown;

    Demonstration(
            Accounts accounts,
            Facilities facilities,
            Stage stage,
            Story story,
            HospitalCollections hospitalCollections,
            Observatory observatory,
            PlatformTransactionManager transactions,
            @Value("${asepsie.demo:false}") boolean wanted) {
        this.accounts = accounts;
        this.facilities = facilities;
        this.stage = stage;
        this.story = story;
        this.hospitalCollections = hospitalCollections;
        this.observatory = observatory;
        this.transaction = new TransactionTemplate(transactions);
        this.wanted = wanted;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (!wanted) {
            return;
        }
        Optional<Stage.Set> fresh = Actors.asInstallation(
                () -> Optional.ofNullable(transaction.execute(_ -> fill())).flatMap(it -> it));
        fresh.ifPresent(it -> {
            hospitalCollections.tell(it);
            observatory.refresh();
        });
        shown = Actors.asInstallation(
                () -> facilities.find(new Finess(Cast.NURSING_HOME.finess())).isPresent());
        if (!shown) {
            LOG.warn("asepsie.demo is on, but this database holds other data: nothing was added to it");
        }
    }

    /// @return what was made; empty where there was anything already
    private Optional<Stage.Set> fill() {
        if (!accounts.none() || !facilities.visible().isEmpty()) {
            return Optional.empty();
        }
        var set = stage.build();
        story.tell(set);
        return Optional.of(set);
    }

    @Override
    public String key() {
        return shown ? "demo.ribbon" : "";
    }

    @Override
    public List<Part> parts() {
        return shown
                ? Arrays.stream(Player.values())
                        .map(it -> new Part(it.part(), it.email()))
                        .toList()
                : List.of();
    }

    @Override
    public String password() {
        return Cast.PASSWORD;
    }

    @Override
    public List<Said> lines() {
        return shown
                ? List.of(
                        new Said("Démonstration : données fictives.", "Demonstration: fictitious data."),
                        new Said(
                                "La page de connexion propose chaque rôle ; mot de passe de tous : " + Cast.PASSWORD,
                                "The sign-in page offers each role; password of all: " + Cast.PASSWORD))
                : List.of();
    }
}
