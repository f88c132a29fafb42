package org.asepsie.app.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import org.asepsie.app.demo.Cast.House;
import org.asepsie.app.demo.Cast.Player;
import org.asepsie.app.demo.Narrator.Telling;
import org.asepsie.app.plan.Status;
import org.asepsie.app.plan.Wish;
import org.asepsie.engine.maturity.Grade;
import org.springframework.stereotype.Component;

/// The houses around the nursing home: most climb at their own pace and one falls back after a
/// change of provider.
@Component
class Neighbourhood {
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final Habit NOWHERE = new Habit(0, 0);
    /// Days before today of the three diagnoses of a house; each adds a few of its own.
    private static final int[] DIAGNOSES = {760, 400, 50};

    private final Narrator narrator;
    private final Clock clock;

    Neighbourhood(Narrator narrator, Clock clock) {
        this.narrator = narrator;
        this.clock = clock;
    }

    void tell(Stage.Set set) {
        hospital(climb(set, Cast.HOSPITAL, Player.HOSPITAL_LEAD, 1, 0.32, 0.5, 0.64));
        climb(set, Cast.SECOND_SITE, Player.HOSPITAL_LEAD, 2, 0.28, 0.36, 0.5);
        climb(set, Cast.CARE_HOME, Player.ASSOCIATION_DIRECTOR, 3, 0.3, 0.5, 0.68);
        climb(set, Cast.CHILDREN, Player.ASSOCIATION_DIRECTOR, 4, 0.22, 0.36, 0.54);
        climb(set, Cast.SERVICE, Player.ASSOCIATION_DIRECTOR, 5, 0.3, 0.36, 0.42);
        climb(set, Cast.LIVING, Player.ASSOCIATION_DIRECTOR, 6, 0.1, 0.18, 0.3);
        var townHome = climb(set, Cast.TOWN_HOME, Player.ADVISER, 7, 0.5, 0.62, 0.38);
        townHome.answer("sup.list", 1, "Changement de prestataire : la reprise n’est pas finie.", 55);
        climb(set, Cast.TOWN_RESIDENCE, Player.ADVISER, 8, 0.15, 0.24, 0.33);
    }

    private Telling climb(Stage.Set set, House house, Player by, int seed, double... ways) {
        var telling = narrator.of(set, house, by);
        var before = NOWHERE;
        for (var chapter = 0; chapter < ways.length; chapter++) {
            var day = DIAGNOSES[chapter] + 6 * seed;
            var habit = new Habit(ways[chapter], seed);
            if (chapter == 0) {
                telling.begin(habit, day + 3);
            } else {
                telling.live(habit, before, day + 3, Set.of());
            }
            telling.close(day);
            before = habit;
        }
        prove(telling, before, seed);
        telling.decide(
                "do.inc-contact-list",
                40,
                _ -> new Wish(Status.PLANNED, "", "Direction", in(seed % 2 == 0 ? -20 : 30), Optional.empty()));
        return telling;
    }

    /// What a house of that habit can show.
    private static void prove(Telling telling, Habit habit, int seed) {
        telling.show("learning.staff-trained", 40 + 6.0 * seed, Grade.DOCUMENTED, 95, "Feuilles d’émargement", "");
        if (habit.way() < 0.35) {
            return;
        }
        telling.show("backup.days-since-backup", 1, Grade.MEASURED, 2 + seed, "Console de sauvegarde", "");
        telling.show("exposure.antivirus-coverage", 90 + seed, Grade.MEASURED, 20, "Console d’antivirus", "");
        telling.show("incident.days-since-contact-list-check", 60, Grade.DOCUMENTED, 30, "Annuaire de crise daté", "");
        if (habit.way() < 0.5) {
            return;
        }
        telling.show("entitlement.named-accounts", 93, Grade.DOCUMENTED, 45, "Liste des comptes", "");
        telling.show("entitlement.mfa-mail", 72 + 2.0 * seed, Grade.MEASURED, 30, "Console de messagerie", "");
        telling.show("backup.offline-copy-age", 10, Grade.MEASURED, 5, "Console de sauvegarde", "");
        telling.show("continuity.degraded-procedures", 70 + seed, Grade.DOCUMENTED, 80, "Classeur papier", "");
    }

    /// The hospital knows more of itself, and has more to prove.
    private void hospital(Telling hospital) {
        hospital.answer("cri.exercise", 3, "Exercice de nuit avec les urgences.", 48);
        hospital.doNotKnow("seg.biomedical-zone", 48);
        hospital.doNotKnow("con.it-recovery", 48);
        hospital.show("directory.days-since-backup", 1, Grade.MEASURED, 5, "Relevé de l’annuaire", "");
        hospital.show(
                "directory.days-since-audit",
                120,
                Grade.DOCUMENTED,
                30,
                "Rapport d’audit d’annuaire",
                "Niveau 2 atteint.");
        hospital.show("entitlement.mfa-remote", 94, Grade.MEASURED, 12, "Passerelle d’accès à distance", "");
        hospital.show(
                "network.biomedical-isolation",
                55,
                Grade.MEASURED,
                20,
                "Revue des flux",
                "L’imagerie est isolée, le laboratoire non.");
        hospital.decide(
                "do.seg-biomedical-zone",
                18,
                _ -> new Wish(Status.UNDER_WAY, "", "Responsable réseau", in(120), Optional.empty()));
        hospital.decide(
                "do.ad-recovery-test",
                18,
                _ -> new Wish(Status.PLANNED, "", "Responsable sécurité", in(60), Optional.empty()));
    }

    private Optional<LocalDate> in(int days) {
        return Optional.of(LocalDate.ofInstant(clock.instant(), ZONE).plusDays(days));
    }
}
