package org.asepsie.app.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.asepsie.app.demo.Cast.Player;
import org.asepsie.app.demo.Narrator.Telling;
import org.asepsie.app.plan.Status;
import org.asepsie.app.plan.Wish;
import org.asepsie.app.schedule.OwnMeans;
import org.asepsie.engine.maturity.Grade;
import org.asepsie.knowledge.Measure.Skill;
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
    private static final int THIRD = 150;

    private static final Habit NOWHERE = new Habit(0, 0);
    private static final Habit SOME_WAY = new Habit(0.32, 0);
    private static final Habit ON_THE_WAY = new Habit(0.46, 0);
    private static final Habit FURTHER = new Habit(0.58, 0);

    /// What was answered after the theft, with its reason, stays as it was said.
    private static final Set<String> FROM_THE_THEFT = Set.of("rem.maintenance");

    private final Narrator narrator;
    private final Neighbourhood neighbourhood;
    private final Campaigns campaigns;
    private final Cabling cabling;
    private final Clock clock;

    Story(Narrator narrator, Neighbourhood neighbourhood, Campaigns campaigns, Cabling cabling, Clock clock) {
        this.narrator = narrator;
        this.neighbourhood = neighbourhood;
        this.campaigns = campaigns;
        this.cabling = cabling;
        this.clock = clock;
    }

    void tell(Stage.Set set) {
        nursingHome(narrator.of(set, Cast.NURSING_HOME, Player.HOME_DIRECTOR));
        neighbourhood.tell(set);
        campaigns.tell(set);
        cabling.tell(set);
        // The residence by the harbour has not begun: somebody must be able to see a beginning.
    }

    private void nursingHome(Telling home) {
        lowBeginning(home);
        afterTheTheft(home);
        evidence(home, home.by(Player.IT_LEAD), home.by(Player.ADVISER));
        home.live(ON_THE_WAY, SOME_WAY, THIRD + 4, FROM_THE_THEFT);
        home.close(THIRD);
        thisYear(home);
        documents(home);
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
        home.live(SOME_WAY, NOWHERE, THEFT + 8, Set.of());
        home.answer(
                "rem.maintenance",
                1,
                "Le mot de passe de notre prestataire a été volé ; il l’a vu à temps. L’accès n’est plus ouvert en permanence.",
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
        home.live(FURTHER, ON_THE_WAY, 72, FROM_THE_THEFT);
        home.answer("hab.named-accounts", 2, "Plus de compte commun dans les étages depuis mars.", 70);
        home.answer("hab.mfa-mail", 2, "Fait pour tous sauf deux vacataires.", 70);
        home.answer("bak.regular", 3, "", 70);
        home.answer(
                "bak.offline", 3, "Le prestataire dit que deux disques tournent et qu’il vérifie l’effacement.", 70);
        home.answer("bak.restore-test", 2, "Un dossier remis en service devant nous.", 70);
        home.answer("inc.first-gestures", 2, "Affiche posée au bureau infirmier et à l’accueil.", 70);
        home.answer("con.degraded-procedures", 2, "Fiches papier relues avec l’équipe de nuit.", 68);
        home.answer("con.paper-kit", 2, "", 68);
        home.answer("con.treatment-sheets", 2, "Édition papier chaque soir à 20 h.", 68);
        home.answer("cri.exercise", 3, "Une matinée sans informatique, avec la cadre de santé.", 66);
        home.answer("cri.cell", 1, "", 66);
        home.answer("upd.workstations", 2, "", 66);
        home.answer("upd.end-of-support", 1, "Trois postes anciens restent à la lingerie et à l’animation.", 66);
        home.answer("hab.joiner-leaver", 2, "", 66);
        home.answer("phi.programme", 2, "", 66);
        home.answer("seg.guest-wifi", 3, "", 66);
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
                12,
                Grade.MEASURED,
                6,
                "Relevé de la console de sauvegarde",
                "Dernière copie débranchée il y a 12 jours : moins souvent que ce qui est déclaré.");
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
                "La téléphonie n’y est pas.");
        provider.show(
                "entitlement.named-accounts",
                93,
                Grade.MEASURED,
                40,
                "Liste des comptes",
                "Deux comptes d’étage restent à fermer.");
        provider.show("entitlement.mfa-mail", 88, Grade.MEASURED, 40, "Console de messagerie", "");
        home.show(
                "entitlement.leavers-still-active",
                1,
                Grade.DECLARED,
                20,
                "Comparaison avec la liste du personnel",
                "");
        provider.show(
                "exposure.antivirus-coverage", 97, Grade.MEASURED, 15, "Console d’antivirus", "31 postes sur 32.");
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
                "Les traitements du midi ont été donnés à l’heure.");
        home.show("incident.days-since-contact-list-check", 30, Grade.DOCUMENTED, 25, "Annuaire de crise daté", "");
        home.show(
                "incident.reported-in-time",
                100,
                Grade.DOCUMENTED,
                THEFT - 5,
                "Récépissé de signalement",
                "Vol de mot de passe chez le prestataire.");
        home.show("learning.staff-trained", 68, Grade.DOCUMENTED, 80, "Feuilles d’émargement", "");
        adviser.show("network.guest-reaches-care", 0, Grade.OBSERVED, 66, "Essai depuis le wifi des visiteurs", "");
        home.show("supplier.remote-access-controlled", 60, Grade.DECLARED, 35, "Entretien avec le prestataire", "");
    }

    /// What the director could lay on the table: the files say themselves that they are invented.
    private static void documents(Telling home) {
        home.document("gov.direction-commitment", "note-de-direction.txt", invented("Note de direction du 2 mars."));
        home.document("asset.devices", "inventaire.csv", invented("32 postes, 6 tablettes, 2 imprimantes."));
        home.document("con.treatment-sheets", "feuille-du-soir.txt", invented("Feuilles de traitement de 20 h."));
        home.document("upd.workstations", "releve-mises-a-jour.csv", invented("31 postes à jour sur 32."));
        home.document("sup.list", "prestataires.csv", invented("Sept prestataires, avec leurs numéros de nuit."));
        home.document("phi.bank-details", "procedure-rib.txt", invented("Rappel au numéro connu, deux signatures."));
    }

    private static String invented(String text) {
        return "Document fictif de démonstration. " + text + System.lineSeparator();
    }

    private void plan(Telling home, Telling provider) {
        home.capacity(14);
        home.means(new OwnMeans(
                12,
                Map.of(Skill.DIRECTION, 3.0, Skill.IT, 6.0, Skill.HR, 1.5, Skill.CARE, 3.5),
                7_000,
                OptionalLong.empty(),
                true));
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
                        Status.DISMISSED, "Repris par l’association pour ses six établissements l’an prochain."));
        home.decide("do.phi-campaigns", 8, done("Conseil régional"));
    }

    private static java.util.function.UnaryOperator<Wish> done(String owner) {
        return _ -> new Wish(Status.DONE, "", owner, Optional.empty(), Optional.empty());
    }

    private Optional<LocalDate> inDays(int days) {
        return Optional.of(LocalDate.ofInstant(clock.instant(), ZONE).plusDays(days));
    }
}
