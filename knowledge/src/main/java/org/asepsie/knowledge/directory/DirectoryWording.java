package org.asepsie.knowledge.directory;

import java.util.Locale;
import org.asepsie.engine.directory.Source.Partition;
import org.asepsie.engine.directory.control.ControlPoint;
import org.asepsie.engine.directory.control.Need;
import org.asepsie.engine.directory.edges.Remedy;
import org.asepsie.engine.directory.input.Unreadable;
import org.asepsie.knowledge.Language;
import org.asepsie.knowledge.Text;

/// The words of the directory reports, in both languages.
public record DirectoryWording(Language language) {
    public String say(String french, String english) {
        return new Text(french, english).in(language);
    }

    public String upperBound() {
        return say(
                "Le niveau est un maximum : les points non évalués peuvent l’abaisser.",
                "The level is an upper bound: points not evaluated may lower it.");
    }

    public String title(ControlPoint point) {
        return say(point.french(), point.english());
    }

    /// What is missing, and which collection brings it.
    public String missing(Need need, ControlPoint point) {
        return what(need) + say(" ; ", "; ") + remedy(point);
    }

    private String what(Need need) {
        return switch (need) {
            case Need.Attributed(var attribute) ->
                say("attribut absent de la collecte : ", "attribute missing from the collection: ") + attribute.label();
            case Need.Covered(var partition) ->
                say("partition non lue : ", "partition not read: ") + partition(partition);
            case Need.Seen(var kind) ->
                say("aucun objet lu de type ", "no object read of type ")
                        + kind.name().toLowerCase(Locale.ROOT);
            case Need.Described(var kind) ->
                say(
                                "aucun descripteur de sécurité lu pour les objets de type ",
                                "no security descriptor read for objects of type ")
                        + kind.name().toLowerCase(Locale.ROOT);
            default -> say("objet ou attribut non lu", "object or attribute not read");
        };
    }

    private String partition(Partition partition) {
        return switch (partition) {
            case DOMAIN -> say("domaine", "domain");
            case CONFIGURATION -> "configuration";
            case SCHEMA -> say("schéma", "schema");
            case DOMAIN_DNS -> "DomainDnsZones";
            case FOREST_DNS -> "ForestDnsZones";
        };
    }

    private String remedy(ControlPoint point) {
        var delegated = point.input().contains("R")
                ? say(" (droit de lecture délégué souvent nécessaire)", " (a delegated right to read is often needed)")
                : "";
        if (point.input().startsWith("S+")) {
            return say(
                            "utilisez SharpHound de 2025 ou plus récent, ou un export LDIF",
                            "use SharpHound of 2025 or later, or an LDIF export")
                    + delegated;
        }
        if (point.input().startsWith("L") || point.input().startsWith("s")) {
            return say(
                            "ajoutez un export LDIF de toutes les partitions avec descripteurs, ou « directory collect »",
                            "add an LDIF export of all partitions with descriptors, or \"directory collect\"")
                    + delegated;
        }
        return say(
                        "collectez avec SharpHound « All » ou un export LDIF complet",
                        "collect with SharpHound \"All\" or a complete LDIF export")
                + delegated;
    }

    /// How to undo what holds an attack path up.
    public String remedy(Remedy.Kind kind, String subject, String object) {
        return switch (kind) {
            case NOBODYS -> say("Rien à retirer", "Nothing to take away");
            case ENTRY ->
                say("Retirer les droits de « %s » sur « %s »", "Remove the rights of “%s” on “%s”")
                        .formatted(subject, object);
            case OWNERSHIP ->
                say("Changer le propriétaire (« %s ») de « %s »", "Change the owner (“%s”) of “%s”")
                        .formatted(subject, object);
            case MEMBERSHIP ->
                say("Sortir « %s » du groupe « %s »", "Take “%s” out of the group “%s”")
                        .formatted(subject, object);
            case PRIMARY_GROUP ->
                say(
                                "Rendre à « %s » son groupe principal habituel, au lieu de « %s »",
                                "Give “%s” its usual primary group again, not “%s”")
                        .formatted(subject, object);
            case LOCAL_RIGHT ->
                say(
                                "Sortir « %s » des groupes locaux et droits de « %s »",
                                "Take “%s” out of the local groups and rights of “%s”")
                        .formatted(subject, object);
            case POLICY_LOCAL_RIGHT ->
                say(
                                "Sortir « %s » des groupes locaux que posent les stratégies de « %s »",
                                "Take “%s” out of the local groups set by policies of “%s”")
                        .formatted(subject, object);
            case SESSION ->
                say("Empêcher l’ouverture de session sur « %s » par « %s »", "Keep from logging on to “%s”: “%s”")
                        .formatted(subject, object);
            case SERVICE ->
                say(
                                "Faire tourner le service sous un autre compte que « %s » sur « %s »",
                                "Run the service under another account than “%s” on “%s”")
                        .formatted(subject, object);
            case PASSWORD_READER ->
                say(
                                "Retirer à « %s » la lecture du mot de passe géré de « %s »",
                                "Take from “%s” the right to read the managed password of “%s”")
                        .formatted(subject, object);
            case PASSWORD_HOLDER ->
                say(
                                "Ne plus installer sur « %s » le compte géré « %s »",
                                "No longer install on “%s” the managed account “%s”")
                        .formatted(subject, object);
            case DELEGATION ->
                say("Retirer à « %s » la délégation vers « %s »", "Take from “%s” the delegation to “%s”")
                        .formatted(subject, object);
            case ACTING ->
                say(
                                "Retirer à « %s » le droit d’agir pour autrui envers « %s »",
                                "Take from “%s” the right to act for others towards “%s”")
                        .formatted(subject, object);
            case UNCONSTRAINED ->
                say("Couper la délégation sans contrainte de « %s »", "Switch off the unconstrained delegation of “%s”")
                        .formatted(subject);
            case SID_HISTORY ->
                say("Retirer de l’historique de SID de « %s » : « %s »", "Remove from the SID history of “%s”: “%s”")
                        .formatted(subject, object);
            case LINK ->
                say("Délier la stratégie « %s » de « %s »", "Unlink the policy “%s” from “%s”")
                        .formatted(subject, object);
            case SID_FILTERING ->
                say(
                                "Filtrer les SID sur l’approbation de « %s » envers « %s »",
                                "Filter SIDs on the trust of “%s” towards “%s”")
                        .formatted(subject, object);
            case TICKET_DELEGATION ->
                say(
                                "Interdire la délégation de tickets entre « %s » et « %s »",
                                "Forbid delegation of tickets between “%s” and “%s”")
                        .formatted(subject, object);
            case PUBLICATION ->
                say("Ne plus publier le modèle « %s » sur « %s »", "Stop publishing the template “%s” at “%s”")
                        .formatted(subject, object);
            case TEMPLATE ->
                say("Exiger une approbation pour le modèle « %s »", "Demand approval for the template “%s”")
                        .formatted(subject);
            case AUTHORITY_RIGHT ->
                say(
                                "Retirer à « %s » ses droits sur l’autorité « %s »",
                                "Take from “%s” its rights on the authority “%s”")
                        .formatted(subject, object);
            case AUTHORITY_FLAG ->
                say(
                                "Interdire à l’autorité « %s » de prendre les noms des demandes",
                                "Stop the authority “%s” from taking names out of requests")
                        .formatted(subject);
            case CERTIFICATE_BINDING ->
                say(
                                "Lier fortement les certificats aux comptes dans « %s »",
                                "Bind certificates strongly to accounts in “%s”")
                        .formatted(subject);
            case POLICY_GROUP ->
                say(
                                "Délier de la stratégie d’émission « %s » le groupe « %s »",
                                "Unlink from the issuance policy “%s” the group “%s”")
                        .formatted(subject, object);
        };
    }

    public Text refusal(Unreadable refused) {
        var where = refused.where();
        var detail = refused.detail().isEmpty() ? "" : " (" + refused.detail() + ")";
        // what was met comes from readers and from the JDK, in English: a French reader is told so
        var precision =
                refused.detail().contains(" ") ? " (précision en anglais : « " + refused.detail() + " »)" : detail;
        return switch (refused.reason()) {
            case TRUNCATED ->
                new Text(
                        where + " : le fichier est incomplet" + precision + ". Recopiez-le en entier.",
                        where + ": the file is incomplete" + detail + ". Copy it again in full.");
            case ZIP_BOMB ->
                new Text(
                        where + " : se décompresse en bien plus qu’une collecte" + precision
                                + ". Vérifiez l’origine du fichier.",
                        where + ": unpacks to far more than a collection" + detail
                                + ". Check where the file comes from.");
            case ENCRYPTED ->
                new Text(
                        where + " : archive chiffrée" + precision
                                + ". Déchiffrez-la d’abord ; pour ORADAD, collectez avec outputFiles=1.",
                        where + ": an encrypted archive" + detail
                                + ". Decrypt it first; with ORADAD, collect with outputFiles=1.");
            case WRONG_ENCODING ->
                new Text(
                        where + " : le texte n’est ni en UTF-8 ni en UTF-16 avec marque" + precision
                                + ". Réenregistrez-le en UTF-8.",
                        where + ": the text is neither UTF-8 nor UTF-16 with a mark" + detail
                                + ". Save it again as UTF-8.");
            case MALFORMED ->
                new Text(
                        where + " : syntaxe incorrecte" + precision + ". Refaites l’export.",
                        where + ": broken syntax" + detail + ". Export it again.");
            case UNKNOWN_FORMAT ->
                new Text(
                        where + " : format inconnu" + precision
                                + ". Attendus : zip ou JSON de SharpHound, LDIF, dossier ORADAD, XML de PingCastle.",
                        where + ": unknown format" + detail
                                + ". Expected: zip or JSON of SharpHound, LDIF, folder of ORADAD, XML of PingCastle.");
            case NOTHING_INSIDE ->
                new Text(
                        where + " : rien à lire dedans" + precision + ". Vérifiez que la collecte a abouti.",
                        where + ": nothing inside to read" + detail + ". Check that the collection succeeded.");
            case CONTRADICTING_TYPE ->
                new Text(
                        where + " : le nom du fichier contredit son contenu" + precision
                                + ". Rendez-lui son nom d’origine.",
                        where + ": the name of the file contradicts its content" + detail
                                + ". Give it its first name back.");
            case EXTERNAL_REFERENCE ->
                new Text(
                        where + " : l’export renvoie à un autre fichier" + precision
                                + ", ce qui n’est jamais suivi. Exportez les valeurs elles-mêmes.",
                        where + ": the export refers to another file" + detail
                                + ", which is never followed. Export the values themselves.");
            case UNOPENED ->
                new Text(
                        where + " : fichier introuvable ou illisible" + precision
                                + ". Vérifiez le chemin et les droits.",
                        where + ": file not found or not readable" + detail + ". Check the path and permissions.");
        };
    }
}
