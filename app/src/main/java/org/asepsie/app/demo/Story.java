package org.asepsie.app.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asepsie.app.demo.Cast.House;
import org.asepsie.app.demo.Cast.Player;
import org.asepsie.app.demo.Narrator.Telling;
import org.asepsie.app.plan.Status;
import org.asepsie.app.plan.Wish;
import org.asepsie.engine.maturity.Grade;
import org.springframework.stereotype.Component;

/// Three years in a fictitious region: a first diagnosis that hurts, a password stolen from a provider that came to
/// nothing, measures, an exercise, and what is still not true.
@Component
class Story {
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    /// Days before today: the three diagnoses, and the theft in between.
    private static final int FIRST = 790;

    private static final int THEFT = 560;
    private static final int SECOND = 430;
    private static final int THIRD = 62;

    private final Narrator narrator;
    private final Clock clock;

    Story(Narrator narrator, Clock clock) {
        this.narrator = narrator;
        this.clock = clock;
    }

    void tell(Stage.Set set) {
        nursingHome(narrator.of(set, Cast.NURSING_HOME, Player.HOME_DIRECTOR));
        hospital(narrator.of(set, Cast.HOSPITAL, Player.HOSPITAL_LEAD));
        sketch(set, Cast.SECOND_SITE, Player.HOSPITAL_LEAD, 1, 4, 30);
        sketch(set, Cast.CARE_HOME, Player.ASSOCIATION_DIRECTOR, 2, 1, 48);
        sketch(set, Cast.CHILDREN, Player.ASSOCIATION_DIRECTOR, 1, 2, 62);
        sketch(set, Cast.SERVICE, Player.ASSOCIATION_DIRECTOR, 1, 3, 25);
        sketch(set, Cast.LIVING, Player.ASSOCIATION_DIRECTOR, 0, 5, 30);
        sketch(set, Cast.TOWN_HOME, Player.ADVISER, 2, 0, 62);
        sketch(set, Cast.TOWN_RESIDENCE, Player.ADVISER, 1, 1, 20);
        // The residence by the harbour has not begun: somebody must be able to see a beginning.
    }

    private void nursingHome(Telling home) {
        lowBeginning(home);
        afterTheTheft(home);
        evidence(home, home.by(Player.IT_LEAD), home.by(Player.ADVISER));
        thisYear(home);
        home.close(THIRD);
        home.handOver("hab.care-record-rights", "Infirmière de nuit");
        plan(home, home.by(Player.IT_LEAD));
        home.by(Player.ADVISER)
                .comment(
                        "do.bak-offline",
                        "Le disque est resté branché lors de ma visite : une copie débranchée chaque vendredi suffit.");
    }

    private static void lowBeginning(Telling home) {
        var known = List.of("bak.regular", "inc.contact-list", "con.treatment-sheets", "phi.bank-details");
        for (var question : home.questions()) {
            var topic = question.topic().value();
            if (topic.startsWith("ad.") || topic.startsWith("seg.")) {
                home.doNotKnow(topic, FIRST);
            } else {
                home.answer(question, known.contains(topic) ? 1 : 0, FIRST);
            }
        }
        home.close(FIRST);
    }

    /// A year later: the provider's password was stolen, nobody came in, everybody was afraid.
    private static void afterTheTheft(Telling home) {
        home.answer(
                "rem.maintenance",
                1,
                "Le mot de passe de notre prestataire a été volé ; il l'a vu à temps. L'accès n'est plus ouvert en permanence.",
                THEFT);
        Map.of(
                        "gov.direction-commitment", 2,
                        "gov.cyber-contact", 2,
                        "bak.regular", 2,
                        "inc.contact-list", 2,
                        "inc.first-gestures", 1,
                        "ws.antivirus", 2,
                        "hab.password-rules", 1,
                        "sup.list", 2,
                        "phi.report-channel", 1,
                        "con.paper-kit", 1)
                .entrySet()
                .stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(it -> home.answer(it.getKey(), it.getValue(), "", SECOND + 5));
        home.close(SECOND);
    }

    private static void thisYear(Telling home) {
        home.answer("hab.named-accounts", 2, "Plus de compte commun dans les étages depuis mars.", 70);
        home.answer("hab.mfa-mail", 2, "Fait pour tous sauf deux vacataires.", 70);
        home.answer("bak.offline", 2, "Le prestataire dit qu'un disque est débranché chaque semaine.", 70);
        home.answer("bak.restore-test", 2, "Un dossier remis en service devant nous.", 70);
        home.answer("inc.first-gestures", 2, "Affiche posée au bureau infirmier et à l'accueil.", 70);
        home.answer("con.degraded-procedures", 2, "Fiches papier relues avec l'équipe de nuit.", 68);
        home.answer("con.paper-kit", 2, "", 68);
        home.answer("con.treatment-sheets", 2, "Édition papier chaque soir à 20 h.", 68);
        home.answer("cri.exercise", 2, "Une matinée sans informatique, avec la cadre de santé.", 66);
        home.answer("cri.cell", 1, "", 66);
        home.answer("upd.workstations", 2, "", 66);
        home.answer("upd.end-of-support", 1, "Trois postes anciens restent à la lingerie et à l'animation.", 66);
        home.answer("hab.joiner-leaver", 2, "", 66);
        home.answer("phi.programme", 2, "", 66);
        home.answer("seg.guest-wifi", 2, "", 66);
        home.answer("mail.filter", 2, "", 66);
        home.doNotKnow("seg.zones", 66);
        home.doNotKnow("ad.audit", 66);
        home.doNotKnow("sup.clauses", 66);
        home.doNotKnow("hab.care-record-rights", 66);
        home.doNotKnow("con.call-system", 66);
        home.by(Player.CARE_MANAGER)
                .answer("con.call-system", 1, "Les sonnettes passent par le réseau ; un essai est prévu.", 12);
        home.by(Player.CARE_MANAGER).answer("cri.families", 1, "", 12);
    }

    private static void evidence(Telling home, Telling provider, Telling adviser) {
        provider.show(
                "backup.days-since-backup",
                1,
                Grade.MEASURED,
                6,
                "Relevé de la console de sauvegarde",
                "Toutes les nuits à 1 h.");
        provider.show(
                "backup.offline-copy-age",
                52,
                Grade.MEASURED,
                6,
                "Relevé de la console de sauvegarde",
                "Dernière copie débranchée il y a 52 jours : ce n'est pas ce qui est déclaré.");
        adviser.show(
                "backup.days-since-restore-test",
                10,
                Grade.OBSERVED,
                300,
                "Visite du conseil régional",
                "Un dossier de soins remis en service en 40 minutes devant la direction.");
        home.show(
                "backup.critical-systems-covered",
                80,
                Grade.DOCUMENTED,
                90,
                "Contrat de sauvegarde",
                "La téléphonie n'y est pas.");
        provider.show(
                "entitlement.named-accounts",
                93,
                Grade.MEASURED,
                40,
                "Liste des comptes",
                "Deux comptes d'étage restent à fermer.");
        provider.show("entitlement.mfa-mail", 88, Grade.MEASURED, 40, "Console de messagerie", "");
        home.show(
                "entitlement.leavers-still-active",
                1,
                Grade.DECLARED,
                20,
                "Comparaison avec la liste du personnel",
                "");
        provider.show(
                "exposure.antivirus-coverage", 97, Grade.MEASURED, 15, "Console d'antivirus", "31 postes sur 32.");
        provider.show("exposure.unsupported-share", 14, Grade.MEASURED, 45, "Inventaire des postes", "");
        home.show(
                "continuity.degraded-procedures",
                75,
                Grade.DOCUMENTED,
                64,
                "Classeur « sans informatique »",
                "Il manque la cuisine et la paie.");
        home.show(
                "continuity.days-since-paper-kit-check",
                20,
                Grade.DOCUMENTED,
                64,
                "Fiche de contrôle du chariot papier",
                "");
        adviser.show(
                "exercise.days-since-exercise",
                3,
                Grade.OBSERVED,
                66,
                Optional.of(90),
                "Exercice « matinée sans informatique »",
                "Les traitements du midi ont été donnés à l'heure.");
        home.show("incident.days-since-contact-list-check", 30, Grade.DOCUMENTED, 25, "Annuaire de crise daté", "");
        home.show(
                "incident.reported-in-time",
                100,
                Grade.DOCUMENTED,
                THEFT - 5,
                "Récépissé de signalement",
                "Vol de mot de passe chez le prestataire.");
        home.show("learning.staff-trained", 68, Grade.DOCUMENTED, 80, "Feuilles d'émargement", "");
        adviser.show("network.guest-reaches-care", 0, Grade.OBSERVED, 66, "Essai depuis le wifi des visiteurs", "");
        home.show("supplier.remote-access-controlled", 60, Grade.DECLARED, 35, "Entretien avec le prestataire", "");
    }

    private void plan(Telling home, Telling provider) {
        home.decide("do.gov-cyber-contact", SECOND - 20, done("Direction"));
        provider.decide("do.ws-antivirus", SECOND - 60, done("Prestataire"));
        home.decide("do.bak-restore-test", 298, done("Prestataire"));
        home.decide("do.cri-exercise", 64, done("Direction et cadre de santé"));
        home.decide("do.inc-first-gestures", 60, done("Cadre de santé"));
        provider.decide(
                "do.bak-offline",
                50,
                it -> new Wish(Status.UNDER_WAY, "", "Prestataire", inDays(-9), Optional.empty()));
        home.decide(
                "do.hab-yearly-review",
                45,
                it -> new Wish(Status.PLANNED, "", "Direction et prestataire", inDays(40), Optional.empty()));
        home.decide(
                "do.con-call-system",
                12,
                it -> new Wish(Status.UNDER_WAY, "", "Cadre de santé", inDays(21), Optional.empty()));
        home.decide(
                "do.sup-clauses",
                45,
                it -> new Wish(Status.PLANNED, "", "Direction générale", inDays(75), Optional.empty()));
        home.decide(
                "do.ws-edr",
                44,
                it -> it.withStatus(
                        Status.DISMISSED, "Repris par l'association pour ses six établissements l'an prochain."));
        home.decide("do.phi-campaigns", 8, done("Conseil régional"));
    }

    private static java.util.function.UnaryOperator<Wish> done(String owner) {
        return _ -> new Wish(Status.DONE, "", owner, Optional.empty(), Optional.empty());
    }

    private Optional<LocalDate> inDays(int days) {
        return Optional.of(LocalDate.ofInstant(clock.instant(), ZONE).plusDays(days));
    }

    /// The hospital knows more of itself, and has more to prove.
    private void hospital(Telling hospital) {
        var index = 0;
        for (var question : hospital.questions()) {
            hospital.answer(question, index++ % 4 == 0 ? 2 : 1, FIRST - 40);
        }
        hospital.close(FIRST - 40);
        index = 0;
        for (var question : hospital.questions()) {
            if (index++ % 3 == 0) {
                hospital.answer(question, 2, SECOND - 30);
            }
        }
        for (var gate : List.of(
                "bak.regular",
                "inc.contact-list",
                "gov.cyber-contact",
                "ad.backup",
                "hab.mfa-remote",
                "bak.offline",
                "con.degraded-procedures")) {
            hospital.answer(gate, 2, "", SECOND - 25);
        }
        hospital.close(SECOND - 30);
        hospital.answer("cri.exercise", 3, "Exercice de nuit avec les urgences.", 88);
        hospital.doNotKnow("seg.biomedical-zone", 86);
        hospital.doNotKnow("con.it-recovery", 86);
        hospital.close(80);
        hospital.show("directory.days-since-backup", 1, Grade.MEASURED, 5, "Relevé de l'annuaire", "");
        hospital.show(
                "directory.days-since-audit",
                120,
                Grade.DOCUMENTED,
                30,
                "Rapport d'audit d'annuaire",
                "Niveau 2 atteint.");
        hospital.show("entitlement.mfa-remote", 94, Grade.MEASURED, 12, "Passerelle d'accès à distance", "");
        hospital.show("backup.days-since-backup", 0, Grade.MEASURED, 3, "Console de sauvegarde", "");
        hospital.show(
                "network.biomedical-isolation",
                55,
                Grade.MEASURED,
                20,
                "Revue des flux",
                "L'imagerie est isolée, le laboratoire non.");
        hospital.decide(
                "do.seg-biomedical-zone",
                18,
                it -> new Wish(Status.UNDER_WAY, "", "Responsable réseau", inDays(120), Optional.empty()));
        hospital.decide(
                "do.ad-recovery-test",
                18,
                it -> new Wish(Status.PLANNED, "", "Responsable sécurité", inDays(60), Optional.empty()));
    }

    /// A house told in a few strokes.
    ///
    /// @param level what is usually answered
    /// @param offset varies which questions stand out
    /// @param answered how many questions have an answer
    private void sketch(Stage.Set set, House house, Player by, int level, int offset, int answered) {
        var telling = narrator.of(set, house, by);
        var index = offset;
        var start = FIRST - 100 - 20 * offset;
        for (var question : telling.questions().stream().limit(answered).toList()) {
            telling.answer(question, Math.max(0, index++ % 3 == 0 ? level : level - 1), start);
        }
        telling.close(start);
        index = offset;
        for (var question : telling.questions().stream().limit(answered).toList()) {
            if (question.scoring().gate().filter(it -> it.level() <= level).isPresent()) {
                telling.answer(question, 2, 110 + 12 * offset);
            } else if (index % 5 == 1) {
                telling.answer(question, level + 1, 110 + 12 * offset);
            } else if (index % 11 == 4) {
                telling.doNotKnow(question.topic().value(), 110 + 12 * offset);
            }
            index++;
        }
        if (level > 0) {
            telling.close(108 + 12 * offset);
            telling.show(
                    "backup.days-since-backup", 1 + offset, Grade.DECLARED, 10 + offset, "Appel au prestataire", "");
            telling.show(
                    "learning.staff-trained", 40 + 8.0 * offset, Grade.DOCUMENTED, 95, "Feuilles d'émargement", "");
            telling.decide(
                    "do.inc-contact-list",
                    100,
                    it -> new Wish(
                            Status.PLANNED, "", "Direction", inDays(offset % 2 == 0 ? -20 : 30), Optional.empty()));
        }
    }
}
