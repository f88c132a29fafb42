package org.asepsie.cli.directory;

import java.nio.file.Path;
import java.util.Locale;
import org.asepsie.collector.directory.CannotCollect;
import org.asepsie.collector.directory.Logbook;
import org.asepsie.knowledge.Language;
import org.asepsie.knowledge.Text;

/// What a person reads of a collection: what came, or what was refused, where, and how to mend it.
final class CollectWording {
    private CollectWording() {}

    static Text of(CannotCollect refused, String server, String user, String file) {
        var met = refused.met();
        return switch (refused.reason()) {
            case UNREACHABLE ->
                new Text(
                        server
                                + " ne répond pas. Vérifiez le nom, le port (636 pour LDAPS, 389 pour --starttls) et les pare-feu entre ce poste et lui. Détail : "
                                + met,
                        server
                                + " does not answer. Check the name, the port (636 for LDAPS, 389 for --starttls) and the firewalls between here and there. Detail: "
                                + met);
            case CERTIFICATE_REFUSED ->
                new Text(
                        "Le certificat de " + server
                                + " n’est pas reconnu ; rien ne lui a été envoyé. Donnez l’autorité de votre domaine avec --ca FICHIER et le nom écrit dans le certificat, ou son empreinte, vérifiée auprès de votre administrateur, avec --fingerprint. Détail : "
                                + met,
                        "The certificate of " + server
                                + " is not recognised; nothing was sent to it. Give the authority of your domain with --ca FILE and the name written in the certificate, or its fingerprint, checked with your administrator, with --fingerprint. Detail: "
                                + met);
            case AUTHORITIES_UNREADABLE ->
                new Text(
                        "Le fichier d’autorités ne se lit pas. Il faut un ou plusieurs certificats au format PEM. Détail : "
                                + met,
                        "The file of authorities cannot be read. One or more certificates in PEM are needed. Detail: "
                                + met);
            case WRONG_PASSWORD ->
                new Text(
                        "Le contrôleur refuse le compte « " + user
                                + " » ou son mot de passe. Écrivez le compte sous la forme nom@domaine ; n’insistez pas, le compte pourrait être verrouillé. Détail : "
                                + met,
                        "The controller refuses the account \"" + user
                                + "\" or its password. Write the account as name@domain; do not insist, the account could be locked. Detail: "
                                + met);
            case ACCOUNT_REFUSED ->
                new Text(
                        "Le contrôleur refuse l’ouverture de session de « " + user
                                + " » : compte désactivé, expiré, ou règle du domaine. Voyez-le avec votre administrateur. Détail : "
                                + met,
                        "The controller refuses to let \"" + user
                                + "\" in: account disabled, expired, or a rule of the domain. See your administrator. Detail: "
                                + met);
            case NO_TICKET ->
                new Text(
                        "Pas de ticket Kerberos utilisable pour « " + user + " ». Lancez d’abord : kinit " + user
                                + " ; donnez à --server le nom complet du contrôleur, pas son adresse. Détail : " + met,
                        "No usable Kerberos ticket for \"" + user + "\". First run: kinit " + user
                                + "; give --server the full name of the controller, not its address. Detail: " + met);
            case TICKET_NOT_TIED ->
                new Text(
                        "Ce contrôleur exige qu’un ticket Kerberos soit lié à la connexion chiffrée, ce qu’Asepsie ne sait pas faire. Donnez un mot de passe au lieu d’un ticket. Détail : "
                                + met,
                        "This controller wants a Kerberos ticket to be tied to the encrypted connection, which Asepsie cannot do. Give a password instead of a ticket. Detail: "
                                + met);
            case NOT_A_DIRECTORY ->
                new Text(
                        server
                                + " répond, mais n’annonce aucune partition d’annuaire. Est-ce bien un contrôleur de domaine ? Détail : "
                                + met,
                        server + " answers, but announces no directory partition. Is it a domain controller? Detail: "
                                + met);
            case NOTHING_READABLE ->
                new Text(
                        "Le compte « " + user
                                + " » ne peut rien lire ici. Demandez un droit de lecture ordinaire sur le domaine. Détail : "
                                + met,
                        "The account \"" + user
                                + "\" may read nothing here. Ask for an ordinary right to read the domain. Detail: "
                                + met);
            case CONNECTION_LOST ->
                new Text(
                        "La connexion à " + server
                                + " s’est interrompue en cours de lecture. Rien n’a été conservé ; relancez la commande, de préférence depuis le même réseau. Détail : "
                                + met,
                        "The connection to " + server
                                + " broke while reading. Nothing was kept; run the command again, preferably from the same network. Detail: "
                                + met);
            case NOT_WRITTEN ->
                new Text(
                        "La collecte ne peut pas être écrite dans " + file
                                + ". Vérifiez que le dossier existe, que vous pouvez y écrire et qu’il y reste de la place. Détail : "
                                + met,
                        "The collection cannot be written to " + file
                                + ". Check that the folder exists, that you may write there and that room is left. Detail: "
                                + met);
        };
    }

    static Text address(String met) {
        return new Text(
                "Adresse ou empreinte inutilisable. Écrivez --server hôte ou hôte:port, --fingerprint avec 64 chiffres hexadécimaux. Détail : "
                        + met,
                "Address or fingerprint unusable. Write --server host or host:port, --fingerprint with 64 hexadecimal digits. Detail: "
                        + met);
    }

    static Text noPassword() {
        return new Text(
                "Aucun mot de passe : lancez la commande dans un terminal, ou indiquez --password-env VARIABLE (remplie), --password-fd N ou --kerberos. Jamais en argument : les autres utilisateurs de la machine le verraient.",
                "No password: run the command in a terminal, or give --password-env VARIABLE (filled), --password-fd N or --kerberos. Never as an argument: other users of the machine would see it.");
    }

    static String plain(Logbook logbook, Path file, Language language) {
        var lines = new StringBuilder();
        for (var it : logbook.searches()) {
            lines.append(new Text(
                            "%s : %d objets, %d avec leur descripteur, %.1f s"
                                    .formatted(it.base(), it.entries(), it.withDescriptor(), seconds(it)),
                            String.format(
                                    Locale.ROOT,
                                    "%s: %d objects, %d with their descriptor, %.1f s",
                                    it.base(),
                                    it.entries(),
                                    it.withDescriptor(),
                                    seconds(it)))
                    .in(language));
            it.refused()
                    .ifPresent(why -> lines.append(
                                    new Text(" ; lecture refusée ou limitée : ", "; reading refused or limited: ")
                                            .in(language))
                            .append(why));
            lines.append('\n');
        }
        return lines.append(new Text(
                                "%d objets lus par %s, écrits dans %s. Évaluez-les avec : ./asepsie directory %s%n"
                                        .formatted(logbook.entries(), logbook.account(), file, file),
                                "%d objects read by %s, written to %s. Assess them with: ./asepsie directory %s%n"
                                        .formatted(logbook.entries(), logbook.account(), file, file))
                        .in(language))
                .toString();
    }

    private static double seconds(Logbook.Search search) {
        return search.took().toMillis() / 1000.0;
    }
}
